import { type Kysely, sql } from 'kysely'
import type { Store, Tables } from '../database.ts'
import { findSetting, putSetting, removeSetting } from '../settings.ts'
import { type CopiedTable, copiedTables, keyOf, type Row, rowsAfter } from './tables.ts'

/** The setting of a store that is being filled: no server works on it until it is whole. */
const marker = 'copying'

/** Whether a copy into this store was begun and not finished. */
export const isBeingCopied = async (db: Store): Promise<boolean> => (await findSetting(db, marker)) !== undefined

/** How far a copy has come. */
interface Progress {
  /** Of the store that it is of: what tells one from another. */
  source: string
  table: string
  after: (string | number | null)[]
}

/** Why a store cannot be copied into another. */
export class CopyRefused extends Error {
  readonly why: 'not-empty' | 'other-source'

  constructor(why: CopyRefused['why']) {
    super(why)
    this.why = why
  }
}

const atOnce = 500
const mostParameters = 30_000

/**
 * Copies every row of a SQLite store into an empty one on PostgreSQL, or goes on where it was broken off.
 * @param tell hears of each table when all of it is there
 * @throws {CopyRefused} where the target has something in it, or part of another store
 */
export async function copyStore(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  tell: (table: string, rows: number) => void,
): Promise<CopiedTable[]> {
  const tables = await copiedTables(source)
  const own = (await findSetting(source, 'secret')) ?? ''
  const begun = await findSetting(target, marker)
  const progress: Progress | undefined = begun === undefined ? undefined : JSON.parse(begun)
  if (progress === undefined) await requireEmpty(target, tables)
  else if (progress.source !== own) throw new CopyRefused('other-source')
  // Settings come last: until then the target's only one is the marker.
  const ordered = [
    ...tables.filter(({ name }) => name !== 'setting'),
    ...tables.filter(({ name }) => name === 'setting'),
  ]
  const from = progress ? ordered.findIndex(({ name }) => name === progress.table) : 0
  for (const [at, table] of ordered.entries()) {
    if (at < from) continue
    const rows = await copyTable(source, target, table, own, at === from ? progress?.after : undefined)
    tell(table.name, rows)
  }
  return tables
}

/** The copy is whole: servers may work on it. */
export const endCopy = (target: Kysely<Tables>) => removeSetting(target, marker)

async function copyTable(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  table: CopiedTable,
  own: string,
  begun: Progress['after'] | undefined,
): Promise<number> {
  let rows = 0
  const limit = Math.max(1, Math.min(atOnce, Math.floor(mostParameters / table.columns.length)))
  for (let after = begun?.length ? begun : undefined; ; ) {
    const batch = await rowsAfter(source, table, after, limit)
    const last = batch.at(-1)
    await target.transaction().execute(async (transaction) => {
      if (batch.length > 0) await add(transaction, table, batch)
      const progress: Progress = { source: own, table: table.name, after: last ? keyOf(table, last) : (after ?? []) }
      await putSetting(transaction, marker, JSON.stringify(progress))
    })
    if (!last) return rows
    rows += batch.length
    after = keyOf(table, last)
  }
}

function add(db: Store, { name, columns }: CopiedTable, rows: Row[]) {
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
  const list = sql.join(columns.map((column) => sql.ref(column)))
  return sql`insert into ${sql.table(name)} (${list}) values ${sql.join(values)}`.execute(db)
}

async function requireEmpty(target: Kysely<Tables>, tables: CopiedTable[]): Promise<void> {
  for (const table of tables) {
    if ((await rowsAfter(target, table, undefined, 1)).length > 0) throw new CopyRefused('not-empty')
  }
}
