import { sql } from 'kysely'
import type { Store } from './database.ts'
import { openStoreToRead } from './open.ts'
import { onPostgres } from './postgres.ts'

/** The store as it was at one moment, however long it is read. */
export interface Snapshot {
  db: Store
  close: () => Promise<void>
}

/** Bytes: as much as SQLite maps at most. */
const mostMapped = 0x7fff0000

/**
 * Opens the store at an address beside whoever writes to it; nobody waits for it.
 * @param everyRow whether all of it is read in the order of ids: these are random, so that each row is on another page, and
 * to ask the system for each takes longer than to read it from the file in memory
 */
export async function openSnapshot(address: string, { everyRow = false } = {}): Promise<Snapshot> {
  const store = await openStoreToRead(address)
  if (everyRow && !onPostgres(store)) await sql`pragma mmap_size = ${sql.lit(mostMapped)}`.execute(store)
  const transaction = await store.startTransaction().execute()
  return {
    db: transaction,
    close: async () => {
      await transaction.rollback().execute()
      await store.destroy()
    },
  }
}
