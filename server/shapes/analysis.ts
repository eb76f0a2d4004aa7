import { z } from 'zod'
import type { Change } from '../../scoring/analysis/change.ts'
import type { ChangedPart } from '../../scoring/analysis/changedParts.ts'
import type { Comparison } from '../../scoring/analysis/comparison.ts'
import type { Text } from '../../scoring/text.ts'
import type { RegionResult } from './evaluation.ts'

/** Beside whom a region is shown: those of its round and scheme, of them its province, or its size. */
export const ComparisonQuery = z.object({ among: z.enum(['round', 'province', 'size']).default('round') })
export type ComparedAmong = z.infer<typeof ComparisonQuery>['among']

/** `GET /api/evaluations/{id}/comparison`: the region beside those of its round and scheme that one may see. */
export interface RegionComparison {
  /** Regions compared, itself included. */
  regions: number
  among: ComparedAmong
  /** Province or size; null: all of its round and scheme. */
  group: Text | null
  lines: Comparison[]
}

/** How a region stood in a round. */
export interface Standing {
  evaluation: string
  round: string
  roundName: Text
  /** null: as of now. */
  version: number | null
  /** Whether that version was published. */
  published: boolean
  at: string
  total: number | null
  totalSe: number | null
  survey: number | null
  surveySe: number | null
  objective: number | null
  deductions: number | null
}

/** `GET /api/evaluations/{id}/history`: earlier rounds of the region, the newest first, with the change since then. */
export interface History {
  now: Standing
  earlier: (Standing & { totalChange: Change | null; surveyChange: Change | null })[]
}

/** `POST /api/evaluations/{id}/what-if`: what is changed in the scratch copy; what is left out stays. */
export const WhatIf = z.strictObject({
  /** One value each, in the CSV form of R12; null: not given. */
  facts: z
    .array(
      z.strictObject({
        indicator: z.string().max(40),
        input: z.string().max(60),
        value: z.string().max(5000).nullable(),
      }),
    )
    .max(1000)
    .default([]),
  /** Imported scores of items or L2s; null: not given. */
  scores: z
    .array(z.strictObject({ indicator: z.string().max(40), score: z.number().nullable() }))
    .max(200)
    .default([]),
  /** Score of the whole survey, 0–100. */
  survey: z.number().min(0).max(100).optional(),
  /** Scores of items of the survey carried out here, 0–100, by their name. */
  surveyItems: z.record(z.string().max(60), z.number().min(0).max(100)).default({}),
  /** Weights of L2s in per cent of the total, by their id; all of them together must come to 100. */
  weights: z.record(z.string().max(40), z.number()).default({}),
  options: z.strictObject({ normalizeShares: z.boolean().default(false) }).prefault({}),
})
export type WhatIf = z.infer<typeof WhatIf>

/** What would be; nothing of it is kept. */
export interface WhatIfAnswer {
  before: RegionResult
  after: RegionResult
  /** Parts that differ, the largest difference first; together they are the difference of the totals, if both are known. */
  parts: ChangedPart[]
  /** What is to be known of the figures, e.g. that other weights than the standard's were tried. */
  notes: Text[]
}
