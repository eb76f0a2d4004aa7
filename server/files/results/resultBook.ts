import type { Scheme } from '../../../scoring/standard/scheme.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { IndicatorSource, RegionError, RegionResult } from '../../shapes/evaluation.ts'

/** What the files of a result are made from: one region or many, of one scheme. */
export interface ResultBook {
  scheme: Scheme
  standard: string
  options: { normalizeShares: boolean }
  regions: BookRegion[]
  /** Made-up data are marked as such in every file. */
  madeUp: boolean
  /** ISO 8601. */
  computedAt: string
}

export interface BookRegion {
  code: string
  /** In the language of the file; empty where only the code is known. */
  name: string
  errors: RegionError[]
  /** null where there are errors. */
  result: RegionResult | null
  /** Where the score of each L2 comes from. */
  sources: Record<string, IndicatorSource>
  /** The survey in full, where Tiyan carried it out. */
  survey: SubjectiveScore | null
}
