import type { PairwiseDifference } from '../../scoring/sampling/ranks/pairwiseDifferences.ts'
import type { Text } from '../../scoring/text.ts'
import type { ResultOptions, SchemeId } from './evaluation.ts'

/** What is ranked: the total, or the survey score alone; each from 0 to 100. */
export const rankedScores = ['total', 'survey'] as const
export type RankedScore = (typeof rankedScores)[number]

/** One region among its like. */
export interface RankRow {
  region: { code: string; name: Text }
  evaluation: string
  /** The frozen result that it was ranked by, null: the one as of now, as none has been frozen yet. */
  version: number | null
  score: number
  /** Of the survey only; objective data are taken as exact. */
  se: number
  /** 1 is the highest score; equal scores have equal ranks. */
  rank: number
  /** Best and worst rank that the data allow for this region alone, 95 %. */
  marginal: [number, number]
  /** The same for all regions of the group at once. */
  simultaneous: [number, number]
  /** Codes of the regions that the data cannot tell from this one, all comparisons taken together. */
  notToldApart: string[]
}

/** Regions of one scheme, one set of options and one scoring rule; never a county among cities. */
export interface RankGroup {
  scheme: SchemeId
  options: ResultOptions
  /** Of the survey score: `SR-1`, or `imported` where it was worked out elsewhere. */
  rule: string
  /** The highest score first, equal scores by region code. */
  rows: RankRow[]
}

/** Why a region is in no group. */
export type NotRanked = 'errors' | 'incomplete' | 'no-score' | 'no-standard-error'

/** `GET /api/rounds/{round}/ranks`: the regions that the asker may see, ranked among their like. */
export interface RoundRanks {
  round: string
  of: RankedScore
  /** Confidence level of the sets, e.g. 0.95. */
  level: number
  /** Of the simulation behind the sets: the same seed gives the same sets again. */
  seed: number
  /** The largest group first. */
  groups: RankGroup[]
  notRanked: { region: { code: string; name: Text }; evaluation: string; reason: NotRanked; text: Text }[]
}

/** `GET /api/rounds/{round}/ranks/{region}`: what sets one region apart from each of its like. */
export interface RankDifferences {
  region: string
  of: RankedScore
  /** `a` is the region; `adjusted` by Holm over all pairs of the group: below 0.05 the two can be told apart. */
  differences: PairwiseDifference[]
}
