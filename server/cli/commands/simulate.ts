import { randomInt } from 'node:crypto'
import type { Text } from '../../../scoring/text.ts'
import { channelName } from '../../services/sensitivity/labels.ts'
import type { Curve } from '../../services/simulate/arrivals.ts'
import type { Figures } from '../../services/simulate/figures.ts'
import { NotReached } from '../../services/simulate/http.ts'
import { simulate as run } from '../../services/simulate/simulate.ts'
import { type Channel, channels as everyChannel } from '../../shapes/channel.ts'
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
    curve: {
      value: 'CURVE',
      choices: ['burst', 'even'],
      about: {
        zh: '有 --rate 时的到达方式；默认 burst：最忙的十分之一时间来十分之四的人',
        en: 'How they come where there is a rate; burst unless given: the busiest tenth of the time brings four tenths',
      },
    },
    channels: {
      value: 'LIST',
      about: {
        zh: '渠道，逗号分隔或 all：open,invitation,signed,assisted,paper；默认 open。其余渠道要以 --user 登录，口令取自 TIYAN_ADMIN_PASSWORD',
        en: 'Channels, by commas, or all: open,invitation,signed,assisted,paper; open unless given. The others need --user to sign in, with the password from TIYAN_ADMIN_PASSWORD',
      },
    },
    user: {
      value: 'NAME',
      about: { zh: '登录的账号；默认 admin', en: 'The account that signs in; admin unless given' },
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
    const curve: Curve = given.curve === 'even' ? 'even' : 'burst'
    const channels = channelsIn(given.channels ?? 'open')
    const { url, adminPassword: password } = settings()
    const signIn = password === undefined ? undefined : { user: given.user ?? 'admin', password }
    const simulation = {
      ...{ url: given.url ?? url, survey: given.survey ?? '' },
      ...{ responses, seed, rate, curve, channels, signIn },
    }
    terminal.say({ zh: `种子 ${seed}`, en: `Seed ${seed}` })
    const step = Math.max(1, Math.floor(responses / 20))
    const result = await run(simulation, (done, figures) => {
      if (done % step === 0 || done === responses) terminal.say(progressLine(done, responses, figures().perSecond))
    }).catch((error: unknown) => {
      if (!(error instanceof NotReached)) throw error
      throw new UsageError({ zh: error.message, en: error.message })
    })
    for (const line of summaryOf(result)) terminal.say(line)
    await terminal.print(`${JSON.stringify({ seed, responses, ...result }, null, 2)}\n`)
    const taken = (result.statuses[201] ?? 0) + (result.statuses[200] ?? 0)
    return taken === responses ? 0 : 1
  },
} satisfies Command<'survey' | 'responses' | 'seed' | 'rate' | 'curve' | 'channels' | 'user' | 'url'>

function channelsIn(list: string): Channel[] {
  if (list === 'all') return [...everyChannel]
  const names = list.split(',').map((name) => name.trim())
  const known = names.map((name) => everyChannel.find((channel) => channel === name))
  const unknown = names.filter((_, at) => known[at] === undefined)
  if (unknown.length === 0) return [...new Set(known.filter((channel) => channel !== undefined))]
  throw new UsageError({
    zh: `--channels 里没有渠道“${unknown.join('、')}”，可用：${everyChannel.join(',')} 或 all`,
    en: `--channels: there is no channel “${unknown.join(', ')}”; use ${everyChannel.join(',')} or all`,
  })
}

const width = 30

function progressLine(done: number, all: number, perSecond: number): Text {
  const filled = Math.round((width * done) / all)
  const bar = `[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done} / ${all}`
  return { zh: `${bar}，每秒 ${Math.round(perSecond)} 份`, en: `${bar}, ${Math.round(perSecond)} a second` }
}

function summaryOf({ seconds, perSecond, p50, p99, statuses, places, channels }: Figures): Text[] {
  const times = (status: number) => statuses[status] ?? 0
  const [stored, repeated] = [times(201), times(200)]
  const others = Object.entries(statuses).filter(([status]) => status !== '201' && status !== '200')
  const refused = others.map(([status, count]) => `${status} × ${count}`).join(', ')
  return [
    {
      zh: `用时 ${seconds.toFixed(1)} 秒，每秒 ${perSecond.toFixed(0)} 份；一半在 ${p50.toFixed(0)} 毫秒内、99% 在 ${p99.toFixed(0)} 毫秒内得到答复`,
      en: `${seconds.toFixed(1)} s, ${perSecond.toFixed(0)} a second; half answered within ${p50.toFixed(0)} ms, 99 % within ${p99.toFixed(0)} ms`,
    },
    {
      zh: `新收 ${stored}，重复 ${repeated}${refused && `，未收 ${refused}`}`,
      en: `${stored} stored, ${repeated} repeated${refused && `, not taken: ${refused}`}`,
    },
    ...Object.entries(channels).map(([channel, came]) => ({
      zh: `${channelName(channel).zh}：${byStatus(came)}`,
      en: `${channelName(channel).en}: ${byStatus(came)}`,
    })),
    {
      zh: `先占名额 ${places.asked} 人，其中 ${places.over} 人暂无名额，${places.refused} 人被告知已满或不符合`,
      en: `${places.asked} took a place first; ${places.over} found none free, ${places.refused} were turned away`,
    },
  ]
}

const byStatus = (statuses: Record<string, number>) =>
  Object.entries(statuses)
    .map(([status, count]) => `${status} × ${count}`)
    .join(', ')

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
