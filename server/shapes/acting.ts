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
