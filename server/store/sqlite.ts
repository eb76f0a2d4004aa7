import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

export const storeFile = (folder: string): string => join(folder, 'tiyan.sqlite')

/**
 * The SQLite file of a data folder, as Kysely takes it.
 * Every commit is on the disk before it is told (WAL with synchronous=FULL; answers wait for it aside, see
 * writeAheadLog.ts); what is erased is overwritten.
 * @throws {Error} where the file cannot be opened
 */
export function openSqlite(folder: string): SqliteDatabase {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // It holds the signing key: SQLite gives the files beside it the same mode.
  closeSync(openSync(storeFile(folder), 'a', 0o600))
  // Who waits longer does so without holding up the process (patience.ts).
  const database = new SQLite(storeFile(folder), { timeout: 50 })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('secure_delete = ON')
  // Ids are random, so that every answer touches another page: those in use stay in memory, and are written back seldom.
  database.pragma('cache_size = -65536')
  database.pragma('wal_autocheckpoint = 4000')
  // Else every statement that may be undone half-way writes a file of its own.
  database.pragma('temp_store = MEMORY')
  // A transaction that reads first and writes later would fail where another process wrote in between.
  return asKyselyTakesIt(database, { begin: 'begin immediate' })
}

/**
 * The same, only to be read: whoever reads holds up no writer. A transaction sees one moment.
 * @throws {Error} where there is no store
 */
export function openSqliteToRead(folder: string): SqliteDatabase {
  return asKyselyTakesIt(new SQLite(storeFile(folder), { readonly: true, fileMustExist: true, timeout: 10_000 }))
}

const mostStatements = 500

/** Statements come again and again: each is prepared once. */
function asKyselyTakesIt(database: SQLite.Database, instead: Record<string, string> = {}): SqliteDatabase {
  const kept = new Map<string, SQLite.Statement>()
  return {
    prepare: (sql) => {
      const known = kept.get(sql)
      if (known) return known
      const statement = database.prepare(instead[sql] ?? sql)
      // A pragma does its work while it is prepared.
      if (sql.startsWith('pragma')) return statement
      if (kept.size >= mostStatements) kept.clear()
      kept.set(sql, statement)
      return statement
    },
    close: () => void database.close(),
  }
}
