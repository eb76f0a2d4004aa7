import { openStore } from '../server/store/open.ts'
import { addressOf, hasPostgres, startDatabaseServer } from './server/postgres/database.ts'
import { ready } from './server/postgres/ofFolder.ts'

/** Every store of these tests is on a PostgreSQL server that is there for them alone, and gone after them. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // One for all projects that have their stores on it.
  if (!hasPostgres || process.env.TIYAN_TEST_POSTGRES) return undefined
  const database = await startDatabaseServer({ fsync: 'off' })
  await database.create(ready)
  await (await openStore(addressOf(database.port, ready))).destroy()
  process.env.TIYAN_TEST_POSTGRES = String(database.port)
  return database.end
}
