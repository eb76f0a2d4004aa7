import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { compareTable } from '../../store/copy/compare.ts'
import { CopyRefused, copyStore, endCopy } from '../../store/copy/copy.ts'
import type { Tables } from '../../store/database.ts'
import { lockStore } from '../../store/lock.ts'
import { openStore, openStoreToRead } from '../../store/open.ts'
import { isPostgresAddress } from '../../store/postgres.ts'
import { storeFile } from '../../store/sqlite.ts'
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts'
import { settings } from '../store.ts'

export const copy = {
  summary: {
    zh: '把 SQLite 中的全部数据搬到空的 PostgreSQL 数据库，逐行核对；中断后可重新运行，接着做。先停止服务器',
    en: 'Moves everything from SQLite to an empty PostgreSQL database and checks it row by row; run again, it goes on where it was broken off. Stop the server first',
  },
  options: {
    from: {
      value: 'sqlite',
      choices: ['sqlite'],
      required: true,
      about: {
        zh: '来源：数据目录（TIYAN_DATA）里的 SQLite',
        en: 'The source: SQLite in the data folder (TIYAN_DATA)',
      },
    },
    to: {
      value: 'postgres://…',
      required: true,
      about: { zh: '目标数据库的地址', en: 'The address of the target database' },
    },
  },
  async run({ given: { to = '' }, terminal }) {
    if (!isPostgresAddress(to)) {
      throw new UsageError({
        zh: `--to 应为 postgres://… 形式的地址，而不是 ${to}`,
        en: `--to must be an address such as postgres://…, not ${to}`,
      })
    }
    const { dataFolder } = settings()
    if (!existsSync(storeFile(dataFolder))) {
      throw new UsageError({
        zh: `数据目录 ${dataFolder} 里没有数据库。请用 TIYAN_DATA 指定目录`,
        en: `There is no store in the data folder ${dataFolder}. Name the folder with TIYAN_DATA`,
      })
    }
    const unlock = await lockStore(dataFolder).catch(refused)
    try {
      const source = await openStoreToRead(dataFolder).catch(refused)
      const target = await openStore(to)
        .catch(unusable)
        .catch(async (error) => {
          await source.destroy()
          throw error
        })
      try {
        return await move(source, target, terminal)
      } finally {
        await source.destroy()
        await target.destroy()
      }
    } finally {
      await unlock()
    }
  },
} satisfies Command<'from' | 'to'>

async function move(source: Kysely<Tables>, target: Kysely<Tables>, terminal: Terminal): Promise<ExitCode> {
  const tables = await copyStore(source, target, (table, rows) =>
    terminal.say({ zh: `${table}：搬了 ${rows} 行`, en: `${table}: ${rows} rows moved` }),
  ).catch((error: unknown) => {
    if (error instanceof CopyRefused) throw new UsageError(refusals[error.why])
    throw error
  })
  let rows = 0
  for (const table of tables.filter(({ name }) => name !== 'setting')) {
    const compared = await compareTable(source, target, table)
    rows += compared.rows
    if (compared.different !== undefined) {
      terminal.say({
        zh: `${table.name}：主键为 ${compared.different} 的行两边不一样。请用空数据库重新搬`,
        en: `${table.name}: the row with the key ${compared.different} is not the same in both. Start again with an empty database`,
      })
      return 1
    }
    await terminal.print(`${table.name}\t${compared.rows}\t${compared.hash}\n`)
  }
  await endCopy(target)
  const settingRows = tables.filter(({ name }) => name === 'setting')
  for (const table of settingRows) {
    const compared = await compareTable(source, target, table)
    if (compared.different !== undefined) throw new Error(`the setting ${compared.different} is not the same in both`)
    rows += compared.rows
    await terminal.print(`${table.name}\t${compared.rows}\t${compared.hash}\n`)
  }
  terminal.say({
    zh: `${rows} 行全部搬完，逐行相同。现在可以用 DATABASE_URL 启动服务器`,
    en: `All ${rows} rows are there, each the same. Servers can be started with DATABASE_URL now`,
  })
  return 0
}

const refusals = {
  'not-empty': {
    zh: '目标数据库不是空的，什么也没有写入。请新建一个空数据库',
    en: 'The target database is not empty, and nothing was written to it. Make a new, empty one',
  },
  'other-source': {
    zh: '目标数据库里有从另一处搬了一半的数据。请新建一个空数据库',
    en: 'The target database holds part of another store. Make a new, empty one',
  },
}

/** What an operator can mend is said in a line. */
function refused(error: unknown): never {
  if (!(error instanceof Error)) throw error
  throw new UsageError({ zh: error.message, en: error.message })
}

function unusable(error: unknown): never {
  if (!(error instanceof Error)) throw error
  throw new UsageError({
    zh: `目标数据库不能用（连不上，或属于另一个版本的程序）：${error.message}`,
    en: `The target database cannot be used (out of reach, or of another version of this program): ${error.message}`,
  })
}
