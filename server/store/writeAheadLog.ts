import { closeSync, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'
import { type Kysely, sql } from 'kysely'
import type { Store, Tables } from './database.ts'

const toDisk = promisify(fdatasync)

/** The log that a SQLite store writes ahead of itself, opened a second time to wait for the disk in another thread. */
export interface WriteAheadLog {
  /** @throws {Error} where the disk refuses */
  sync: () => Promise<void>
  close: () => void
  /** The disk's last refusal: what it dropped then, no later sync brings back. */
  refusal: unknown
}

export function writeAheadLog(storeFile: string): WriteAheadLog {
  let file: number | undefined
  return {
    sync: () => {
      file ??= openSync(`${storeFile}-wal`, 'r+')
      return toDisk(file)
    },
    close: () => {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
    refusal: undefined,
  }
}

const kept = new WeakMap<object, WriteAheadLog>()

const logOf = (db: Store) => kept.get(db.getExecutor().adapter)

export const keepLog = (db: Store, log: WriteAheadLog) => void kept.set(db.getExecutor().adapter, log)

/**
 * A transaction that is whole and seen by everybody once this is done, and on the disk only after `onDisk`: the one
 * thread that runs everything need not stand still while the disk writes.
 */
export const commitAheadOfDisk = <R>(db: Kysely<Tables>, work: (transaction: Store) => Promise<R>): Promise<R> =>
  db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection)
    try {
      return await connection.transaction().execute(work)
    } finally {
      await sql`pragma synchronous = full`.execute(connection)
    }
  })

/**
 * Waits until everything committed so far is on the disk. After a refusal the log's pages may be lost although they are
 * still read from memory: then only a complete copy into the store's own file will do.
 * @throws {Error} where it is not there for certain
 */
export async function onDisk(db: Store): Promise<void> {
  const log = logOf(db)
  if (!log) return
  if (log.refusal === undefined) {
    try {
      return await log.sync()
    } catch (error) {
      log.refusal = error
    }
  }
  const { rows } = await sql<{ busy: number; log: number; checkpointed: number }>`pragma wal_checkpoint(full)`.execute(
    db,
  )
  const [done] = rows
  if (done?.busy !== 0 || done.log !== done.checkpointed) {
    throw new Error('the disk refused what was written', { cause: log.refusal })
  }
  log.refusal = undefined
}
