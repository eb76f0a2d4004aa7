import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { type Config, ConfigError, readConfig } from '../config.ts'
import type { Tables } from '../store/database.ts'
import { openStore, openStoreToRead } from '../store/open.ts'
import { tellServer } from '../store/othersWrites.ts'
import { isPostgresAddress } from '../store/postgres.ts'
import { storeFile } from '../store/sqlite.ts'
import { UsageError } from './command.ts'

/** The settings, as a server would read them. @throws {UsageError} a variable is wrong */
export function settings(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    throw new UsageError({ zh: `环境变量有误：${error.message}`, en: error.message })
  }
}

type Use<R> = (store: { db: Kysely<Tables>; config: Config }) => Promise<R>

/** Works with the store, beside a server that may be running. @throws {UsageError} there is none */
export const withStore = <R>(use: Use<R>): Promise<R> => using(openBesideServer, use)

/** The same, only to read: no writer waits. @throws {UsageError} there is none */
export const withStoreToRead = <R>(use: Use<R>): Promise<R> => using(openStoreToRead, use)

async function openBesideServer(address: string): Promise<Kysely<Tables>> {
  const db = await openStore(address)
  await tellServer(db)
  return db
}

async function using<R>(open: (address: string) => Promise<Kysely<Tables>>, use: Use<R>): Promise<R> {
  const config = settings()
  const { dataFolder, store } = config
  if (!isPostgresAddress(store) && !existsSync(storeFile(dataFolder))) {
    throw new UsageError({
      zh: `数据目录 ${dataFolder} 里还没有数据库。先启动一次服务器，或用 TIYAN_DATA 指定目录`,
      en: `There is no store in the data folder ${dataFolder}. Start the server once, or name the folder with TIYAN_DATA`,
    })
  }
  const db = await open(store)
  try {
    return await use({ db, config })
  } finally {
    await db.destroy()
  }
}
