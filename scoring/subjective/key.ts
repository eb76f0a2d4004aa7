import type { Text } from '../text.ts'

/** What of an answer counts, and how much: read from the scoring properties of a published questionnaire (SR-1). */
export interface ScoringKey {
  /** Lowest and highest code of the rating scale, e.g. 1 and 5; a code x becomes (x − min) / (max − min) × 100. */
  scale: { min: number; max: number }
  dimensions: ScoredDimension[]
  /** Every rated item in the order of the questionnaire, diagnostic ones (`scored: false`) included. */
  items: RatedItem[]
}

export interface ScoredDimension {
  /** e.g. `D1` */
  code: string
  label: Text
  /** Share of the survey score; the weights of all dimensions sum to 1. */
  weight: number
}

export interface RatedItem {
  /** Name of the question, e.g. `A1`: the column of the exports. */
  name: string
  label: Text
  dimension: string
  /** The L2 of the standard that the item speaks of, e.g. `L1P1`. */
  indicator: string
  scored: boolean
  /** Share of the survey score (W_d × v_dj); 0 for a diagnostic item, the scored ones sum to 1. */
  weight: number
}

/** Codes that are no rating: not asked, don't know or not used, seen and left empty. */
export const missingCodes = { notApplicable: 97, dontKnow: 98, skipped: 99 } as const
