import { z } from 'zod'
import type { SubjectiveScore } from '../../scoring/subjective/score.ts'
import type { Text } from '../../scoring/text.ts'
import type { Channel } from './channel.ts'
import type { FlagCount } from './quality.ts'
import type { SurveyState } from './survey.ts'

export const quotaPolicies = ['close', 'tolerate', 'count'] as const
export type QuotaPolicy = (typeof quotaPolicies)[number]

/** `PATCH /api/surveys/{survey}/quotas/{quota}`; what is left out stays. */
export const QuotaChange = z.object({
  target: z.number().int().min(1).max(100_000_000).optional(),
  policy: z.enum(quotaPolicies).optional(),
  /** Per cent over the target that `tolerate` allows. */
  tolerance: z.number().int().min(0).max(100).optional(),
  reason: z.string().trim().min(1).max(500),
})
export type QuotaChange = z.infer<typeof QuotaChange>

export interface QuotaStatus {
  id: string
  /** Names of the variables; more than one: an interlocked cell. */
  variables: string[]
  categories: string[]
  /** Of the variables, e.g. 性别 × 年龄. */
  variableLabel: Text
  /** Of the categories, e.g. 女 × 60 岁及以上. */
  label: Text
  policy: QuotaPolicy
  /** Per cent over the target that `tolerate` allows. */
  tolerance: number
  target: number
  taken: number
  held: number
  /** target − taken, at least 0 */
  remaining: number
}

export interface CategoryShare {
  code: string
  label: Text
  sample: number
  /** Among those with a value, 0–1. */
  sampleShare: number
  populationShare: number
  /** populationShare / sampleShare: the weight it would need; null while the category is empty. */
  ratio: number | null
}

export interface VariableShares {
  variable: string
  label: Text
  categories: CategoryShare[]
  /** Respondents without a value. */
  withoutValue: number
}

/** Where the fieldwork should be if it went evenly from opening to end, and where it will end as it goes. */
export interface PacePlan {
  /** Responses wanted: the targets of the quotas by one variable. */
  target: number
  /** By now. */
  expected: number
  /** At the end, at the pace of the last seven days; null in the first hour. */
  forecast: number | null
  /** Needed a day from now on. */
  perDay: number
  endsAt: string
}

export interface StandingAlert {
  id: number
  kind: string
  text: Text
  raisedAt: string
  acknowledgedBy: string | null
}

/** How people come by one channel. */
export interface ChannelPace {
  channel: Channel
  /** Accepted. */
  responses: number
  /** Of all that are accepted, 0–1. */
  share: number
  /** Accepted within the last 24 whole hours and the present one. */
  lastDay: number
  /** By calendar day, as `pace.days`. */
  days: { day: string; responses: number }[]
  /** The quotas on this channel, by id: its caps. */
  quotas: string[]
}

/** `GET /api/surveys/{survey}/monitor`, and every event of `…/monitor/events`. */
export interface Monitor {
  survey: {
    id: string
    title: Text
    state: SurveyState
    region: { code: string; name: Text }
    opensAt: string | null
    closesAt: string | null
    madeUp: boolean
    /** By which answers are taken. */
    channels: Channel[]
  }
  /** Grows with every change of the tally. */
  version: number
  at: string
  counts: {
    /** Accepted. */
    responses: number
    overQuota: number
    excluded: number
    withdrawn: number
    screenedOut: number
  }
  pace: {
    /** Accepted a calendar day (China standard time), oldest first, without gaps. */
    days: { day: string; responses: number }[]
    /** The last 48 hours, oldest first, without gaps; `hour` is ISO 8601 UTC. */
    hours: { hour: string; responses: number }[]
    /** null where no end or no target is set. */
    plan: PacePlan | null
  }
  /** Those by which somebody came, and those open, the most used first. */
  channels: ChannelPace[]
  /** What the alert rules find at present, newest first. */
  alerts: StandingAlert[]
  quotas: QuotaStatus[]
  sample: VariableShares[]
  quality: {
    /** Share of rated items answered 'don't know or not used', the five highest. */
    dontKnow: { item: string; label: Text; rate: number }[]
    languages: { locale: string; responses: number }[]
    /** How many responses each quality rule has flagged; empty where the survey has none. */
    flags: FlagCount[]
  }
  /** null until there is enough to say something; then the score of what was accepted so far. */
  estimate: SubjectiveScore | null
  /** What was decided about the population figures. */
  decisions: Text[]
}
