import { z } from 'zod'
import { type QualityFlag, qualityFlags } from '../../scoring/subjective/quality/rules.ts'
import type { Text } from '../../scoring/text.ts'

/** How many responses a rule has flagged. */
export interface FlagCount {
  flag: QualityFlag
  label: Text
  /** Points of one such flag, as frozen at publication. */
  points: number
  responses: number
}

/** A scan of all responses together. */
export interface ScanReport {
  id: string
  at: string
  /** Whether it is the one at closing, on which the result rests; else provisional. */
  final: boolean
  responses: number
  flags: Partial<Record<QualityFlag, number>>
  /** How many it excluded, and how many it restored. */
  excluded: number
  restored: number
  /** SHA-256 of the rules it judged by. */
  rulesSha256: string
  /** SHA-256 over every response's id and flags, a line each, in the order of ids. */
  sha256: string
}

/**
 * `GET /api/surveys/{survey}/quality`. The responses that have a flag are listed, without identity and a page at a time, by
 * `GET /api/surveys/{survey}/responses?flag=FLAG` (and `&state=excluded`).
 */
export interface QualityReport {
  /** Of every rule that is not switched off, in the order of the rules; empty where the survey has none. */
  flags: (FlagCount & {
    /** Of those flagged, how many are excluded now. */
    excluded: number
  })[]
  /** A response is excluded from so many points on; null where the survey has no rules. */
  threshold: number | null
  /** SHA-256 of the frozen rules, and since when they stand. */
  rules: { sha256: string; frozenAt: string } | null
  /** null: none yet. */
  newestScan: ScanReport | null
}

const flags = Object.keys(qualityFlags) as [QualityFlag, ...QualityFlag[]]

const which = {
  action: z.enum(['exclude', 'restore']),
  /** All that have this flag and stand otherwise; or those named. */
  flag: z.enum(flags).optional(),
  ids: z.array(z.string().max(40)).min(1).max(1000).optional(),
}

const one = {
  message: 'give either flag or ids',
  params: { zh: '请给出 flag 或 ids 之一' },
  path: ['flag'],
}
const hasOne = ({ flag, ids }: { flag?: unknown; ids?: unknown }) => (flag === undefined) !== (ids === undefined)

/** `POST /api/surveys/{survey}/quality/effect`: what an exclusion or a restoration would do; changes nothing. */
export const EffectQuestion = z.object(which).refine(hasOne, one)
export type EffectQuestion = z.infer<typeof EffectQuestion>

/** `POST /api/surveys/{survey}/quality/decisions`: the same, done. */
export const QualityDecision = z.object({ ...which, reason: z.string().trim().min(1).max(500) }).refine(hasOne, one)
export type QualityDecision = z.infer<typeof QualityDecision>

/** The score with what it is told from. */
export interface ScoreNow {
  /** Accepted responses. */
  responses: number
  /** 0–100; null while there are too few. */
  score: number | null
  se: number | null
  interval: [number, number] | null
}

/** Answer of `…/quality/effect`. */
export interface QualityEffect {
  action: 'exclude' | 'restore'
  /** How many responses it would change; those that stand so already, and withdrawn ones, are left alone. */
  changes: number
  /** Of these, how many have a say in the score: the others are over quota. */
  inScore: number
  before: ScoreNow
  after: ScoreNow
  /** Responses that wait over quota and would count in the seats that come free; they are in `after`. */
  promoted: number
  /** Quotas that would be above their ceiling by a restoration. */
  above: string[]
}

/** Answer of `…/quality/decisions`. */
export interface QualityDecided {
  /** How many responses it changed. */
  changes: number
  /** Quotas that are above their ceiling by a restoration. */
  above: string[]
}
