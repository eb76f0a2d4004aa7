import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { storeFile } from './sqlite.ts'

/** Something an operator can mend: the message says what. */
export class BackupError extends Error {}

/**
 * Writes a consistent copy of the whole store to a file of mode 0600, while servers may go on writing.
 * The file appears, or changes, only once it is complete and on the disk.
 * @throws {BackupError} there is no store; @throws the system's refusals
 */
export function backupStore(folder: string, file: string): void {
  const source = storeFile(folder)
  if (!existsSync(source)) throw new BackupError(`${source}: there is no store`)
  const draft = `${file}.part`
  rmSync(draft, { force: true })
  closeSync(openSync(draft, 'wx', 0o600))
  const database = new SQLite(source, { readonly: true, timeout: 10_000 })
  try {
    // One read transaction: a copy page by page would begin again with every commit of a busy server.
    database.prepare('vacuum into ?').run(draft)
  } finally {
    database.close()
  }
  putInPlace(draft, file)
}

/**
 * Puts a backup back. What is there is kept beside it under another name.
 * Only while no server works on the folder (lockStore).
 * @throws {BackupError} the file is no backup, or damaged
 */
export function restoreStore(file: string, folder: string, now: Date): { kept: string | undefined } {
  requireSound(file)
  const target = storeFile(folder)
  const draft = `${target}.part`
  copyFileSync(file, draft)
  chmodSync(draft, 0o600)
  const kept = existsSync(target) ? `${target}.${now.toISOString().replace(/[:.]/g, '-')}` : undefined
  if (kept) {
    // As one file: what its log still holds must not be taken for the backup's.
    const old = new SQLite(target)
    old.pragma('journal_mode = DELETE')
    old.close()
    renameSync(target, kept)
  }
  putInPlace(draft, target)
  return { kept }
}

function requireSound(file: string) {
  if (!existsSync(file)) throw new BackupError(`${file}: there is no such file`)
  const database = new SQLite(file, { readonly: true })
  try {
    const tables = database.prepare(
      "select count(*) from sqlite_master where name in ('response', 'survey', 'setting')",
    )
    if (tables.pluck().get() !== 3) throw new BackupError(`${file}: this is no backup of Tiyan`)
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') throw new BackupError(`${file}: it is damaged`)
  } catch (error) {
    if (!(error instanceof SQLite.SqliteError)) throw error
    throw new BackupError(`${file}: this is no backup of Tiyan (${error.message})`)
  } finally {
    database.close()
  }
}

/** Renames a finished file to its name once its content is on the disk, and waits until the name is. */
function putInPlace(draft: string, file: string) {
  sync(draft)
  renameSync(draft, file)
  sync(dirname(file))
}

function sync(path: string) {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
