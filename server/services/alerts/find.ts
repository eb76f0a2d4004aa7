import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { type AlertKind, type AlertRule, alertRules } from '../../shapes/alerts.ts'
import type { Monitor, QuotaStatus } from '../../shapes/monitor.ts'
import type { Published } from '../published.ts'
import { channelName } from '../sensitivity/labels.ts'
import { type Signs, signsOf } from './signs.ts'

/** Something that is so now by a rule. */
export interface Found {
  kind: AlertKind
  subject: string
  text: Text
}

interface Looked {
  monitor: Monitor
  now: Date
  threshold: number
  /** Looked up once, by the first rule that needs them. */
  signs: () => Promise<Signs>
}

const day = 86_400_000
const fewestForAlarm = 30

/** What is so now by the rules that are on. */
export async function findAlerts(
  context: Context,
  survey: Published,
  monitor: Monitor,
  rules: readonly AlertRule[],
): Promise<Found[]> {
  const found: Found[] = []
  let looked: Promise<Signs> | undefined
  const signs = () => {
    looked ??= signsOf(context, survey, monitor.counts.responses)
    return looked
  }
  for (const { kind, on, threshold } of rules) {
    if (!on) continue
    const asked = { monitor, now: context.now(), threshold, signs }
    for (const { subject, text } of await looks[kind](asked)) found.push({ kind, subject, text })
  }
  return found
}

type Finding = Omit<Found, 'kind'>

const looks: Record<AlertKind, (looked: Looked) => Finding[] | Promise<Finding[]>> = {
  'quota-nearly-full': ({ monitor, threshold }) =>
    monitor.quotas
      .filter(({ policy, taken, held, target }) => policy !== 'count' && 100 * (taken + held) >= threshold * target)
      .map((quota) => about(quota, nearlyFull(quota))),

  'behind-pace': ({ monitor, threshold }) => {
    const { plan } = monitor.pace
    if (!plan || plan.expected < fewestForAlarm || 100 * monitor.counts.responses >= threshold * plan.expected)
      return []
    return [{ subject: '', text: behind(monitor.counts.responses, plan.expected) }]
  },

  'cell-not-filling': ({ monitor, now, threshold }) => {
    const { plan } = monitor.pace
    const { opensAt, closesAt } = monitor.survey
    if (!plan || opensAt === null || closesAt === null) return []
    const passed = now.getTime() - Date.parse(opensAt)
    const whole = Date.parse(closesAt) - Date.parse(opensAt)
    // What comes in on the first day says little of the last.
    if (passed < Math.min(day, whole / 4)) return []
    return monitor.quotas
      .map((quota) => ({ quota, atEnd: Math.round((quota.taken * whole) / passed) }))
      .filter(({ quota: { taken, target }, atEnd }) => taken < target && 100 * atEnd < threshold * target)
      .map(({ quota, atEnd }) => about(quota, notFilling(quota, atEnd)))
  },

  burst: ({ monitor, threshold }) => {
    const hours = monitor.pace.hours.map(({ responses }) => responses)
    const last = Math.max(...hours.slice(-2))
    const before = hours.slice(0, -2).filter((responses) => responses > 0)
    const usual = before.reduce((sum, responses) => sum + responses, 0) / Math.max(1, before.length)
    if (before.length === 0 || last < fewestForAlarm || last < threshold * usual) return []
    return [{ subject: '', text: burst(last, usual) }]
  },

  network: async ({ threshold, signs }) => {
    const { network: found } = await signs()
    if (!found || found.responses < fewestForAlarm || 100 * found.responses < threshold * found.all) return []
    return [{ subject: '', text: network(found.responses, found.all) }]
  },

  channel: async ({ monitor, threshold, signs }) => {
    // Where answers come by one channel only, it takes over nothing.
    if (monitor.survey.channels.length < 2) return []
    const { channels } = await signs()
    const all = channels.reduce((sum, one) => ({ since: sum.since + one.since, before: sum.before + one.before }), {
      since: 0,
      before: 0,
    })
    if (all.since < fewestForAlarm || all.before < fewestForAlarm) return []
    return channels
      .map((one) => ({ ...one, share: (100 * one.since) / all.since, usual: (100 * one.before) / all.before }))
      .filter(({ share, usual }) => share - usual >= threshold)
      .map(({ channel, share, usual }) => ({ subject: channel, text: channelTakesOver(channel, share, usual) }))
  },

  identical: async ({ threshold, signs }) => {
    const { identical: times } = await signs()
    return times < threshold ? [] : [{ subject: '', text: identical(times) }]
  },
}

const about = ({ id }: QuotaStatus, text: Text): Finding => ({ subject: id, text })

const titled = (kind: AlertKind, zh: string, en: string): Text => ({
  zh: `${alertRules[kind].name.zh}：${zh}`,
  en: `${alertRules[kind].name.en}: ${en}`,
})

const nearlyFull = ({ label, variableLabel, taken, held, target }: QuotaStatus) =>
  titled(
    'quota-nearly-full',
    `${variableLabel.zh} ${label.zh}，目标 ${target}，已收 ${taken}，占用 ${held}。`,
    `${variableLabel.en} ${label.en}, target ${target}, taken ${taken}, held ${held}.`,
  )

const behind = (responses: number, expected: number) =>
  titled(
    'behind-pace',
    `已收 ${responses} 份，按计划此时应有 ${Math.round(expected)} 份。`,
    `${responses} accepted; ${Math.round(expected)} were planned by now.`,
  )

const notFilling = ({ label, variableLabel, taken, target }: QuotaStatus, atEnd: number) =>
  titled(
    'cell-not-filling',
    `${variableLabel.zh} ${label.zh}，目标 ${target}，已收 ${taken}，按目前速度截止时约 ${atEnd} 份。`,
    `${variableLabel.en} ${label.en}, target ${target}, taken ${taken}; about ${atEnd} at the end as it goes.`,
  )

const burst = (last: number, usual: number) =>
  titled(
    'burst',
    `一小时内 ${last} 份，通常每小时 ${usual.toFixed(1)} 份。请查看渠道和网段。`,
    `${last} within an hour; ${usual.toFixed(1)} in the usual one. Look at channels and networks.`,
  )

const network = (responses: number, all: number) =>
  titled(
    'network',
    `近 24 小时有 ${responses} 份（共 ${all} 份）来自同一网段。`,
    `${responses} of ${all} within 24 hours came from one network.`,
  )

const channelTakesOver = (channel: string, share: number, usual: number) =>
  titled(
    'channel',
    `近 24 小时有 ${Math.round(share)}% 的答卷来自“${channelName(channel).zh}”，此前七天为 ${Math.round(usual)}%。`,
    `${Math.round(share)} % of the last 24 hours came by ${channelName(channel).en}; ${Math.round(usual)} % in the seven days before.`,
  )

const identical = (times: number) =>
  titled(
    'identical',
    `近 24 小时有 ${times} 份答卷各题答案完全相同。`,
    `${times} responses within 24 hours have the very same answers.`,
  )
