import type { Config } from '../../config.ts'
import { BackupError, backupStore, restoreStore } from '../../store/backup.ts'
import { lockStore } from '../../store/lock.ts'
import { openStore } from '../../store/open.ts'
import { isPostgresAddress } from '../../store/postgres.ts'
import { type Command, UsageError } from '../command.ts'
import { settings } from '../store.ts'

export const backup = {
  summary: {
    zh: '备份全部数据，服务器可以照常运行。备份含签名密钥，请妥善保管',
    en: 'Writes a consistent copy of everything while the server runs. It holds the signing key: keep it safe',
  },
  options: {},
  operands: ['FILE'],
  async run({ operands: [file = ''], terminal }) {
    const { dataFolder } = fileSettings()
    refusing(() => backupStore(dataFolder, file))
    terminal.say({ zh: `已备份到 ${file}`, en: `Everything is in ${file}` })
    return 0
  },
} satisfies Command<never>

export const restore = {
  summary: {
    zh: '恢复备份。先停止服务器；原有数据改名保留',
    en: 'Puts a backup back. Stop the server first; the data that are there are kept under another name',
  },
  options: {},
  operands: ['FILE'],
  async run({ operands: [file = ''], terminal }) {
    const { dataFolder } = fileSettings()
    const unlock = await lockStore(dataFolder).catch(refused)
    try {
      const { kept } = refusing(() => restoreStore(file, dataFolder, new Date()))
      // An older backup is brought up to date at once, so that a failure shows now.
      await (await openStore(dataFolder)).destroy()
      if (kept) terminal.say({ zh: `原有数据保留在 ${kept}`, en: `What was there is kept in ${kept}` })
      terminal.say({ zh: `已恢复 ${file}`, en: `${file} is back` })
    } finally {
      await unlock()
    }
    return 0
  },
} satisfies Command<never>

/** The settings, where the store is a file. @throws {UsageError} it is on PostgreSQL, which has tools of its own */
function fileSettings(): Config {
  const config = settings()
  if (!isPostgresAddress(config.store)) return config
  throw new UsageError({
    zh: '数据在 PostgreSQL（DATABASE_URL）中，请用 pg_dump 备份，用 pg_restore 恢复',
    en: 'The store is on PostgreSQL (DATABASE_URL): back it up with pg_dump, put it back with pg_restore',
  })
}

function refusing<R>(act: () => R): R {
  try {
    return act()
  } catch (error) {
    return refused(error)
  }
}

/** What an operator can mend is said in a line. */
function refused(error: unknown): never {
  const plain = error instanceof BackupError || (error instanceof Error && 'code' in error)
  if (!plain) throw error
  throw new UsageError({ zh: error.message, en: error.message })
}
