import { kish } from './linearise.ts'
import { type MarginData, sumOf } from './margins.ts'
import type { Survey } from './survey.ts'
import { weightSummary } from './trimStages.ts'

/** The final weights, and how they came about. */
export interface WeightsBlock {
  sum: number
  min: number
  max: number
  sum_squares: number
  kish_deff: number
  kish_n_eff: number
  /** In the order of the file. */
  first20: number[]
  weights_before_trim?: { min: number; max: number; first20: number[] }
  rerake_cycles?: number
  /** Largest difference between a weighted count and the population's. */
  max_abs_margin_error?: number
  /** The targets are met, and the bounds where there are some. */
  settled?: boolean
}

/** @param margins as the population file has them */
export function weightsBlock(
  { weights, untrimmed, cycles, settled, cells }: Survey,
  margins: MarginData[],
): WeightsBlock {
  const { kish_deff, first20, ...extent } = weightSummary(weights)
  return {
    ...extent,
    sum_squares: sumOf(weights.map((weight) => weight * weight)),
    kish_deff,
    kish_n_eff: kish(weights).nEff,
    first20,
    ...(untrimmed !== null && { weights_before_trim: beforeTrim(untrimmed), rerake_cycles: cycles }),
    ...(cells !== null && { max_abs_margin_error: largestGap(weights, margins), settled }),
  }
}

function beforeTrim(weights: Float64Array) {
  const { min, max, first20 } = weightSummary(weights)
  return { min, max, first20 }
}

function largestGap(weights: Float64Array, margins: MarginData[]): number {
  return Math.max(0, ...margins.map((margin) => gapOf(weights, margin)))
}

/** A margin of which some rows have no value is one of shares, so its counts are brought to those who have one. */
function gapOf(weights: Float64Array, { category, targets }: MarginData): number {
  const counts = new Float64Array(targets.length)
  category.forEach((k, row) => {
    if (k >= 0) counts[k]! += weights[row]!
  })
  const scale = category.includes(-1) ? sumOf(counts) / sumOf(targets) : 1
  return targets.reduce((largest, target, k) => Math.max(largest, Math.abs(counts[k]! - scale * target)), 0)
}
