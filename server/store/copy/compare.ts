import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { type CopiedTable, keyOf, type Row, rowsAfter } from './tables.ts'

/** A table in both stores. */
interface Compared {
  table: string
  rows: number
  /** SHA-256 over all rows of the source in the order of their keys. */
  hash: string
  /** Key of the first row that is not the same in both, or only in one; undefined where there is none. */
  different: string | undefined
}

const atOnce = 1000

/** Compares a table row by row. */
export async function compareTable(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  table: CopiedTable,
): Promise<Compared> {
  const hash = createHash('sha256')
  let rows = 0
  let different: string | undefined
  for (let after: ReturnType<typeof keyOf> | undefined; ; ) {
    const [ours, theirs] = await Promise.all([
      rowsAfter(source, table, after, atOnce),
      rowsAfter(target, table, after, atOnce),
    ])
    for (let at = 0; at < Math.max(ours.length, theirs.length) && different === undefined; at++) {
      const [one, other] = [ours[at], theirs[at]]
      const same = one && other && written(table, one) === written(table, other)
      if (!same) different = JSON.stringify(keyOf(table, one ?? other ?? {}))
    }
    for (const row of ours) hash.update(`${written(table, row)}\n`)
    rows += ours.length
    const last = ours.at(-1)
    if (!last) break
    after = keyOf(table, last)
  }
  return { table: table.name, rows, hash: hash.digest('hex'), different }
}

/** PostgreSQL's text has no NUL (postgres.ts). */
const written = ({ columns }: CopiedTable, row: Row): string =>
  JSON.stringify(columns.map((column) => row[column] ?? null)).replaceAll('\\u0000', '\uFFFD')
