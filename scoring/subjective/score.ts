import type { Text } from '../text.ts'

/** `model`: a sample without known selection probabilities; its interval rests on the weighting model. */
export type SampleKind = 'probability' | 'model'

/** A value on the 0–100 scale with its uncertainty. */
export interface Estimate {
  /** Of an item: who rated it; of a dimension: who rated its least rated item in use; of the survey: all respondents. */
  n: number
  /** null where nobody rated. */
  score: number | null
  se: number | null
  /** 95 %, t with the design's degrees of freedom. */
  interval: [number, number] | null
}

export interface DimensionEstimate extends Estimate {
  code: string
  label: Text
  weight: number
}

export interface ItemEstimate extends Estimate {
  name: string
  label: Text
  dimension: string
  indicator: string
  scored: boolean
  /** Share of the survey score that the item carries here, after the rules for thin items; 0 if it is not scored. */
  weight: number
  /** Weighted share of 'don't know or not used' among those who were asked; null if nobody was. */
  dontKnowRate: number | null
}

/** Something a reader of the score must know; `blocks` = not publishable without a recorded decision. */
export interface Caution {
  code:
    | 'no-responses'
    | 'zero-cell'
    | 'thin-category'
    | 'folded-category'
    | 'thin-item'
    | 'empty-dimension'
    | 'not-converged'
    | 'weight-cap'
    | 'high-dont-know'
    | 'margins-disagree'
    | 'lonely-stratum'
  /** The variable, category, item or dimension concerned. */
  subject: string
  text: Text
  blocks: boolean
}

/** The survey score of a region by rule SR-1 (item means, then dimensions, then the whole), with all that it rests on. */
export interface SubjectiveScore extends Estimate {
  rule: 'SR-1'
  kind: SampleKind
  /** Accepted respondents. */
  respondents: number
  /** Kish: (Σw)² / Σw². */
  nEffective: number
  /** Kish: n Σw² / (Σw)². */
  designEffect: number
  degreesOfFreedom: number
  calibration: {
    method: 'none' | 'rake'
    converged: boolean
    sweeps: number
    /** Largest relative difference between a weighted margin and its target. */
    largestGap: number
    /** Rounds of trimming and raking again; null where the design does not trim. */
    trimCycles: number | null
    sumOfWeights: number
    smallestWeight: number
    largestWeight: number
    /** Respondents without a value, by variable. */
    withoutValue: Record<string, number>
  }
  dimensions: DimensionEstimate[]
  items: ItemEstimate[]
  cautions: Caution[]
  /** Of a mixed sample alone: its two parts, each calibrated on its own, and the drawn part's share in the score. */
  mixed?: { share: number; parts: { probability: SubjectiveScore; model: SubjectiveScore } }
}
