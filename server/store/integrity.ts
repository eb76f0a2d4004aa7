import { sql } from 'kysely'
import type { Store } from './database.ts'
import { onPostgres } from './postgres.ts'

/**
 * What SQLite itself finds wrong with its file: broken pages, rows that refer to nothing.
 * Nothing of a PostgreSQL server, which looks after its own.
 */
export async function fileProblems(db: Store): Promise<string[]> {
  if (onPostgres(db)) return []
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const keys = await sql<{ table: string; rowid: number }>`pragma foreign_key_check`.execute(db)
  return [
    ...pages.rows.map(({ integrity_check }) => integrity_check).filter((found) => found !== 'ok'),
    ...keys.rows.map(({ table, rowid }) => `${table} ${rowid} refers to a row that is not there`),
  ]
}
