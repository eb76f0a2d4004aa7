import { pino } from 'pino'
import { createChanges } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { deriveKeys } from '../../secrets.ts'
import { createCollector } from '../../services/collect/collect.ts'
import { importResponses as importAll } from '../../services/paper/importResponses.ts'
import { type Command, UsageError } from '../command.ts'
import { readInput } from '../files.ts'
import { withStore } from '../store.ts'

export const importResponses = {
  summary: {
    zh: '导入纸质或其他系统的答卷（CSV、XLSX：一行一人，一列一题），检查与网上答卷相同',
    en: 'Takes in responses from paper or another system (CSV, XLSX: a row a person, a column a question), checked as all others',
  },
  options: { survey: { value: 'ID', required: true, about: { zh: '调查', en: 'The survey' } } },
  operands: ['FILE'],
  async run({ given: { survey = '' }, operands: [file = ''], language, terminal }) {
    const bytes = await readInput(file)
    const result = await withStore(async ({ db, config }) => {
      const keyFor = await deriveKeys(db, config.secret)
      const log = pino({ level: 'silent' })
      const context = { config, db, now: () => new Date(), log, keyFor, changes: createChanges() }
      return importAll(createCollector(context), survey, bytes)
    }).catch((error) => {
      if (!(error instanceof Problem)) throw error
      throw new UsageError({ zh: `没有调查“${survey}”`, en: `There is no survey “${survey}”` })
    })
    const { problems, ...counts } = result
    for (const problem of problems) terminal.say(problem)
    await terminal.print(
      `${JSON.stringify({ ...counts, problems: problems.map((text) => text[language]) }, null, 2)}\n`,
    )
    return problems.length === 0 ? 0 : 1
  },
} satisfies Command<'survey'>
