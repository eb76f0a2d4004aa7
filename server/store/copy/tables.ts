import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database.ts'

/** A table as it is copied: its columns, and those by which its rows are told apart, in order. */
export interface CopiedTable {
  name: string
  columns: string[]
  key: string[]
}

/** What belongs to the servers that run, not to the data. */
const left = new Set(['seat_block', 'commit_note', 'job', 'round_export', 'round_export_file'])

/** The tables of a SQLite store, those that others refer to first. */
export async function copiedTables(db: Kysely<Tables>): Promise<CopiedTable[]> {
  const names = (await db.introspection.getTables()).map(({ name }) => name).filter((name) => !left.has(name))
  const tables = new Map<string, CopiedTable & { needs: string[] }>()
  for (const name of names.sort()) {
    const { rows } = await sql<{ name: string; pk: number }>`select name, pk from pragma_table_info(${name})`.execute(
      db,
    )
    const needs = await sql<{ table: string }>`select "table" from pragma_foreign_key_list(${name})`.execute(db)
    const key = rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
    tables.set(name, {
      name,
      columns: rows.map((column) => column.name).sort(),
      key: key.map((column) => column.name),
      needs: needs.rows.map(({ table }) => table),
    })
  }
  const ordered = new Set<CopiedTable>()
  const visit = (name: string) => {
    const table = tables.get(name)
    if (!table || ordered.has(table)) return
    for (const other of table.needs) if (other !== name) visit(other)
    ordered.add(table)
  }
  for (const name of tables.keys()) visit(name)
  return [...ordered]
}

export type Row = Record<string, string | number | null>

/** Rows of a table in the order of its key, beginning after one. */
export async function rowsAfter(
  db: Kysely<Tables>,
  { name, columns, key }: CopiedTable,
  after: (string | number | null)[] | undefined,
  limit: number,
): Promise<Row[]> {
  const list = (names: string[]) => sql.join(names.map((column) => sql.ref(column)))
  const where = after ? sql`where (${list(key)}) > (${sql.join(after)})` : sql``
  const { rows } = await sql<Row>`select ${list(columns)} from ${sql.table(name)} ${where}
    order by ${list(key)} limit ${sql.lit(limit)}`.execute(db)
  return rows
}

export const keyOf = ({ key }: CopiedTable, row: Row) => key.map((column) => row[column] ?? null)
