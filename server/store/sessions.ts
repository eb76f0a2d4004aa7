import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './database.ts'

const tries = 3

/**
 * Makes sure that on PostgreSQL each connection is a session of its own, whatever passes it on: a lock that one has is
 * refused to another. Locks, LISTEN and prepared statements are a session's.
 * @throws {Error} with a clear line where a pooler gives one session to several connections by turns
 */
export async function requireSessions(db: Kysely<Tables>): Promise<void> {
  const lock = sql`hashtext('tiyan'), hashtext(${randomUUID()})`
  const shared = await db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(${lock})`.execute(one)
    try {
      return await db.connection().execute(async (other) => {
        for (let attempt = 0; attempt < tries; attempt++) {
          const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${lock}) as got`.execute(other)
          if (rows[0]?.got) return true
        }
        return false
      })
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(one)
    }
  })
  if (!shared) return
  throw Object.assign(
    new Error(
      'DATABASE_URL 指向按事务共用连接的连接池，而体验需要独占会话：请改用 pool_mode = session，或直接连接数据库 / ' +
        'DATABASE_URL leads to a pooler that shares connections by transaction, and Tiyan needs sessions of its own: ' +
        'set pool_mode = session, or connect to the database itself.',
    ),
    { code: 'POOLED_BY_TRANSACTION' },
  )
}
