import { createHash } from 'node:crypto'
import pg from 'pg'
import { addressOf } from './database.ts'

/** A database whose schema is up to date, of which the others are copies. */
export const ready = 'ready'

/** Whether the run's stores are SQLite files; else they are on PostgreSQL. */
export const onSqlite: boolean = process.env.TIYAN_TEST_STORE !== 'postgres'

/** What a server's environment has to say so that the data of a folder are on PostgreSQL, where the whole run is. */
export async function databaseOf(folder: string): Promise<Record<string, string>> {
  const port = Number(process.env.TIYAN_TEST_POSTGRES ?? '')
  if (onSqlite || !port) return {}
  const name = `t${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const client = new pg.Client(addressOf(port, 'postgres'))
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount === 0) await client.query(`create database ${name} template ${ready}`)
  await client.end()
  return { DATABASE_URL: addressOf(port, name) }
}
