import { z } from 'zod'
import type { Text } from '../../scoring/text.ts'
import type { SchemeId } from './evaluation.ts'
import type { SurveyState } from './survey.ts'

export const Words = z.object({ zh: z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) })

/** What a survey, a round or a region is called in addresses and files. */
export const Id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,59}$/u)

export const NewRound = z.object({ id: Id, name: Words })
export type NewRound = z.infer<typeof NewRound>

/** `GET /api/rounds` */
export interface RoundSummary {
  id: string
  name: Text
  madeUp: boolean
  createdAt: string
  /** Regions in it, of those that the person may see. */
  regions: number
}

/** One region in `GET /api/rounds/{round}/overview`. */
export interface RoundRow {
  evaluation: string
  region: { code: string; name: Text }
  scheme: SchemeId
  rank: string
  /** null: no survey yet. */
  survey: {
    id: string
    state: SurveyState
    opensAt: string | null
    closesAt: string | null
    accepted: number
    overQuota: number
    /** Of the last 24 hours. */
    lastDay: number
    /** Sum of the quotas' targets of the first quoted variable; null without quotas. */
    target: number | null
    /** Quotas that are full, and all of them. */
    quotasFull: number
    quotas: number
  } | null
  /** Accounts with a role for this region, by role; empty unless the asker looks after accounts. */
  accounts: { name: string; role: string; all: boolean }[]
}

export interface RoundOverview {
  id: string
  name: Text
  madeUp: boolean
  rows: RoundRow[]
}
