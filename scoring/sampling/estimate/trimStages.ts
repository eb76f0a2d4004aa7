import { trim } from '../trim.ts'
import { answered, kish, linearisedMean } from './linearise.ts'
import { tenSweeps } from './residuals.ts'
import type { Survey } from './survey.ts'
import { standardError } from './variance.ts'
import { boundsOf, type TrimPlan } from './weigh.ts'

interface TrimStage {
  sum: number
  min: number
  max: number
  kish_deff: number
  first20: number[]
  n_at_upper: number
  n_at_lower: number
  composite_mean?: number
  /** As R has it, which does not know of a trim after raking. */
  composite_se_R?: number
}

export interface TrimStages {
  raked_untrimmed: TrimStage
  trim_once_not_strict: TrimStage
  trim_strict: TrimStage
}

/** The weights after raking, after one trim and after a strict one, and what they make of the composite. */
export function trimStages(
  survey: Survey,
  untrimmed: Float64Array,
  plan: TrimPlan,
  composite: Float64Array | null,
): TrimStages {
  const counts = untrimmed.map((weight) => (weight > 0 ? 1 : 0))
  const trimmed = (strict: boolean) => trim(untrimmed, counts, boundsOf(plan), { strict }).weights
  const stage = (weights: Float64Array) => stageOf(survey, weights, untrimmed, plan, composite)
  return {
    raked_untrimmed: stage(untrimmed),
    trim_once_not_strict: stage(trimmed(false)),
    trim_strict: stage(trimmed(true)),
  }
}

function stageOf(
  survey: Survey,
  weights: Float64Array,
  raked: Float64Array,
  plan: TrimPlan,
  composite: Float64Array | null,
): TrimStage {
  const at = (bound: number | null | undefined) =>
    weights.filter((weight) => Math.abs(weight - (bound ?? Number.NaN)) < 1e-9).length
  const stage = {
    ...weightSummary(weights),
    n_at_upper: at(plan.upper),
    n_at_lower: at(plan.lower),
  }
  if (composite === null) return stage
  const { value, e } = linearisedMean(composite, weights, answered(composite, null))
  if (survey.cells === null || survey.cells.partial) return { ...stage, composite_mean: value }
  const se = standardError(survey.sample, tenSweeps(weights, raked, survey.cells)(e))
  return { ...stage, composite_mean: value, composite_se_R: se }
}

/** Sum, extremes, Kish's effect and the first twenty of some weights. */
export function weightSummary(weights: Float64Array) {
  let sum = 0
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (const weight of weights) {
    sum += weight
    min = Math.min(min, weight)
    max = Math.max(max, weight)
  }
  return { sum, min, max, kish_deff: kish(weights).deff, first20: [...weights.subarray(0, 20)] }
}
