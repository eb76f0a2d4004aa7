import { hasPostgres, startDatabaseServer } from './server/postgres/database.ts'

/** Where TIYAN_TEST_STORE is `postgres`, every store of the run is on a PostgreSQL server that is there for it alone. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TIYAN_TEST_STORE !== 'postgres' || !hasPostgres) return undefined
  const database = await startDatabaseServer()
  process.env.TIYAN_TEST_POSTGRES = String(database.port)
  return database.end
}
