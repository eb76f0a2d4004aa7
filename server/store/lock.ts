import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'

/**
 * Makes sure that one server at a time works on a data folder; commands may come beside it.
 * The lock is the operating system's (an exclusive SQLite transaction on a file of its own), so a killed server leaves none behind.
 * @throws {Error} with a clear line where another server holds it
 */
export async function lockStore(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'server.lock')
  const lock = new SQLite(file, { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!(error instanceof SQLite.SqliteError) || error.code !== 'SQLITE_BUSY') throw error
    throw Object.assign(
      new Error(
        `另一个体验服务器正在使用数据目录 ${folder}，请先停止它或用 TIYAN_DATA 指定别的目录 / ` +
          `Another Tiyan server is using the data folder ${folder}: stop it first, or name another folder with TIYAN_DATA.`,
      ),
      { code: 'FOLDER_IN_USE' },
    )
  }
  return async () => {
    lock.close()
  }
}
