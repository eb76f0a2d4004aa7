import { randomInt } from 'node:crypto'
import { NotReached, simulate as run } from '../../services/simulate/simulate.ts'
import { type Command, UsageError } from '../command.ts'
import { settings } from '../store.ts'

export const simulate = {
  summary: {
    zh: '让虚拟居民通过真实的 HTTP 接口答卷（试用、压力测试）',
    en: 'Made-up residents answer a survey through the real HTTP interface (for trials and load)',
  },
  options: {
    survey: { value: 'ID', required: true, about: { zh: '调查', en: 'The survey' } },
    responses: { value: 'N', required: true, about: { zh: '答卷数', en: 'How many responses' } },
    seed: {
      value: 'S',
      about: { zh: '随机种子；相同的种子给出相同的答卷', en: 'Seed; the same seed gives the same responses' },
    },
    rate: {
      value: 'R',
      about: { zh: '每秒答卷数；不写则尽快', en: 'Responses a second; as fast as possible unless given' },
    },
    url: {
      value: 'URL',
      about: {
        zh: '服务器地址；不写则用 TIYAN_URL 或 HOST、PORT',
        en: 'The server; by TIYAN_URL or HOST and PORT unless given',
      },
    },
  },
  async run({ given, terminal }) {
    const responses = wholeNumber('responses', given.responses) ?? 0
    const seed = wholeNumber('seed', given.seed) ?? randomInt(2 ** 31)
    const rate = given.rate === undefined ? undefined : positive('rate', given.rate)
    const simulation = { url: given.url ?? settings().url, survey: given.survey ?? '', responses, seed, rate }
    terminal.say({ zh: `种子 ${seed}`, en: `Seed ${seed}` })
    const everyTenth = Math.max(1, Math.floor(responses / 10))
    const result = await run(simulation, (done) => {
      if (done % everyTenth === 0) terminal.say({ zh: `${done} / ${responses}`, en: `${done} of ${responses}` })
    }).catch((error: unknown) => {
      if (!(error instanceof NotReached)) throw error
      throw new UsageError({ zh: error.message, en: error.message })
    })
    await terminal.print(`${JSON.stringify({ seed, responses, ...result }, null, 2)}\n`)
    const taken = (result.statuses[201] ?? 0) + (result.statuses[200] ?? 0)
    return taken === responses ? 0 : 1
  },
} satisfies Command<'survey' | 'responses' | 'seed' | 'rate' | 'url'>

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError({ zh: `--${name} 应为整数`, en: `--${name} must be a whole number` })
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new UsageError({ zh: `--${name} 应为正数`, en: `--${name} must be a positive number` })
}
