import { deriveKeys } from '../../secrets.ts'
import { checkStore as check } from '../../services/integrity/checkStore.ts'
import type { Command } from '../command.ts'
import { withStoreToRead } from '../store.ts'

export const checkStore = {
  summary: {
    zh: '重新推算所有可以推算的数并比较：配额与答卷、哈希、操作日志',
    en: 'Derives again whatever can be derived and compares: quotas with responses, hashes, the audit chain',
  },
  options: {},
  run: ({ language, terminal }) =>
    withStoreToRead(async ({ db, config }) => {
      const receiptKey = (await deriveKeys(db, config.secret))('receipts')
      const { responses, problems } = await db.transaction().execute((transaction) => check(transaction, receiptKey))
      for (const problem of problems) await terminal.print(`${problem[language]}\n`)
      terminal.say(
        problems.length === 0
          ? { zh: `${responses} 份答卷，全部相符`, en: `${responses} responses, everything agrees` }
          : {
              zh: `${responses} 份答卷，${problems.length} 处不符`,
              en: `${responses} responses, ${problems.length} problems`,
            },
      )
      return problems.length === 0 ? 0 : 1
    }),
} satisfies Command<never>
