import { z } from 'zod'
import type { Text } from '../../scoring/text.ts'

/** What a rule looks at. */
export const alertKinds = [
  'quota-nearly-full',
  'behind-pace',
  'cell-not-filling',
  'burst',
  'network',
  'channel',
  'identical',
] as const
export type AlertKind = (typeof alertKinds)[number]

export const AlertRule = z.object({
  kind: z.enum(alertKinds),
  on: z.boolean(),
  /** Its meaning hangs on the kind, see `alertRules`. */
  threshold: z.number().positive().max(1_000_000),
})
export type AlertRule = z.infer<typeof AlertRule>

/** What a threshold says, and where it stands unless somebody moves it. */
export const alertRules: Record<AlertKind, { threshold: number; unit: Text; name: Text }> = {
  'quota-nearly-full': {
    name: { zh: '配额将满', en: 'A quota is nearly full' },
    unit: { zh: '% 已收或占用', en: '% taken or held' },
    threshold: 90,
  },
  'behind-pace': {
    name: { zh: '进度落后', en: 'Behind pace' },
    unit: { zh: '% 的计划进度以下', en: '% of what was planned by now' },
    threshold: 80,
  },
  'cell-not-filling': {
    name: { zh: '配额收不满', en: 'A quota will not fill' },
    unit: { zh: '% 的目标（按目前速度到截止时）以下', en: '% of its target at the end, as it goes' },
    threshold: 70,
  },
  burst: {
    name: { zh: '答卷突然集中', en: 'A burst of responses' },
    unit: { zh: '倍于通常每小时（至少 30 份）', en: '× the usual hour (at least 30)' },
    threshold: 5,
  },
  network: {
    name: { zh: '一个网段占多数', en: 'One network takes over' },
    unit: { zh: '% 的近 24 小时答卷（至少 30 份）', en: '% of the last 24 hours (at least 30)' },
    threshold: 30,
  },
  channel: {
    name: { zh: '一个渠道突然占多', en: 'One channel takes over' },
    unit: {
      zh: '个百分点：近 24 小时的占比高出此前的占比（各至少 30 份）',
      en: 'points of the share within 24 hours above that before (at least 30 each)',
    },
    threshold: 30,
  },
  identical: {
    name: { zh: '完全相同的答案', en: 'Identical answers' },
    unit: { zh: '份近 24 小时相同的答卷', en: 'alike within 24 hours' },
    threshold: 10,
  },
}

/** `PUT /api/surveys/{survey}/alerts/settings` */
export const AlertSettings = z.object({
  rules: z.array(AlertRule).max(alertKinds.length),
  /** Where a signed POST goes; null: nowhere. */
  webhook: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  emails: z.array(z.email()).max(20),
})
export type AlertSettings = z.infer<typeof AlertSettings>

/** Something that a rule found, until it is so no longer. */
export interface Alert {
  id: number
  kind: AlertKind | 'test'
  /** The quota concerned; '' where it is the survey. */
  subject: string
  text: Text
  raisedAt: string
  clearedAt: string | null
  acknowledgedBy: string | null
  deliveries: AlertDelivery[]
}

export interface AlertDelivery {
  target: 'webhook' | 'email'
  attempt: number
  at: string
  /** null: it arrived. */
  failure: string | null
}

/** `GET /api/surveys/{survey}/alerts` */
export interface AlertsPage {
  settings: AlertSettings
  /** What each kind is called, and what its threshold says. */
  names: Record<AlertKind, { name: Text; unit: Text }>
  /** Signs what the webhook gets; only who may change the settings is shown it. */
  secret: string | null
  /** Whether mail can be sent from this server. */
  mail: boolean
  /** Newest first. */
  alerts: Alert[]
}
