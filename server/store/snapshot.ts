import type { Store } from './database.ts'
import { openStoreToRead } from './open.ts'

/** The store as it was at one moment, however long it is read. */
export interface Snapshot {
  db: Store
  close: () => Promise<void>
}

/** Opens the store at an address beside whoever writes to it; nobody waits for it. */
export async function openSnapshot(address: string): Promise<Snapshot> {
  const store = await openStoreToRead(address)
  const transaction = await store.startTransaction().execute()
  return {
    db: transaction,
    close: async () => {
      await transaction.rollback().execute()
      await store.destroy()
    },
  }
}
