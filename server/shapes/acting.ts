import { z } from 'zod'
import { channels } from './channel.ts'

/** Why something is done; it stands in the log. */
const reason = z.string().trim().min(1).max(500)

/** `POST /api/surveys/{survey}/extend` */
export const Extension = z.object({ closesAt: z.iso.datetime({ offset: true }), reason })

/** `PUT /api/surveys/{survey}/channels/{channel}` */
export const ChannelChange = z.object({ open: z.boolean(), reason })
export const ChannelName = z.enum(channels)

/** `POST /api/surveys/{survey}/withdrawals` */
export const WithdrawalRequest = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('erase'), receipt: z.string().min(1).max(100), reason }),
  z.object({ answer: z.literal('refuse'), reason }),
])

/** One act, as the log has it. */
export interface LogEntry {
  position: number
  at: string
  /** null: the system itself, e.g. a rule, or a resident. */
  account: string | null
  /** e.g. `quota.change` */
  action: string
  detail: Record<string, unknown>
}

/** `GET /api/surveys/{survey}/log`, the newest first. */
export interface SurveyLog {
  entries: LogEntry[]
  /** Where the next page begins (`?before=`); null: there is no more. */
  next: number | null
}

/** `POST /api/surveys/{survey}/exclusions`: many responses at once. */
export const Exclusions = z.object({
  act: z.enum(['exclude', 'restore']),
  ids: z.array(z.string().min(1).max(40)).min(1).max(500),
  reason,
})
export const ExclusionsAsked = Exclusions.omit({ reason: true })

export interface ScoreThen {
  respondents: number
  /** null where there are too few for a score. */
  score: number | null
  interval: [number, number] | null
}

/** `POST /api/surveys/{survey}/exclusions/effect` */
export interface ExclusionEffect {
  /** Of the responses named, those whose place in the score would change. */
  moved: number
  before: ScoreThen
  after: ScoreThen
}

export interface ExclusionDone {
  /** Quotas that have more than their ceiling now. */
  above: string[]
  now: ScoreThen
}
