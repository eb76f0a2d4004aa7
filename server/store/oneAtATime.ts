import { type Kysely, sql } from 'kysely'
import type { Tables } from './database.ts'
import { onPostgres } from './postgres.ts'

const pause = 100
/** A connection that says nothing for a minute is given up (postgres.ts), and its lock with it. */
const sign = 15_000

/** Does what servers that start together must do one after another. A SQLite store has one server anyway (lock.ts). */
export async function oneAtATime(db: Kysely<Tables>, what: string, work: () => Promise<void>): Promise<void> {
  while (!(await unlessBusy(db, what, work))) await new Promise((resolve) => setTimeout(resolve, pause))
}

/**
 * Does a chore unless another server is at it; gives whether it did. Who dies at it leaves it to the others: the lock
 * is its connection's.
 */
async function unlessBusy(db: Kysely<Tables>, what: string, work: () => Promise<void>): Promise<boolean> {
  if (!onPostgres(db)) {
    await work()
    return true
  }
  return db.connection().execute(async (connection) => {
    const lock = sql`hashtext('tiyan'), hashtext(${what})`
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${lock}) as got`.execute(connection)
    if (!rows[0]?.got) return false
    // A sign of life that fails ends the lock anyway: whoever works hears of it from its own queries.
    const alive = setInterval(() => void sql`select 1`.execute(connection).catch(() => undefined), sign)
    try {
      await work()
      return true
    } finally {
      clearInterval(alive)
      await sql`select pg_advisory_unlock(${lock})`.execute(connection)
    }
  })
}
