import type { Kysely } from 'kysely'
import type { Store, Tables } from '../../store/database.ts'
import { onPostgres } from '../../store/postgres.ts'
import { isDoubled, isUnavailable } from '../../store/unavailable.ts'
import { commitAheadOfDisk } from '../../store/writeAheadLog.ts'

const attempts = 4
const pause = 100

/**
 * Settles a batch in a transaction of its own; on SQLite it is on the disk only after `onDisk`. On PostgreSQL one that could not be finished is tried again: if it was
 * committed after all, although nobody said so, its answers are found to be there already.
 */
export async function commitBatch<R>(db: Kysely<Tables>, settle: (transaction: Store) => Promise<R>): Promise<R> {
  if (!onPostgres(db)) return commitAheadOfDisk(db, settle)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(settle)
    } catch (error) {
      if (attempt === attempts || !(isUnavailable(error) || isDoubled(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, pause * attempt))
    }
  }
}
