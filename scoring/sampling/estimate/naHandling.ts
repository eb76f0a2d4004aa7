import type { EstimateDesign } from './designFile.ts'
import { answered, linearisedMean, linearisedRatio } from './linearise.ts'
import { lonelyStrata } from './sample.ts'
import { type Frame, rowsOf, type Survey, seOf, strataPresent, surveyOf } from './survey.ts'

export interface MissingBlock {
  n_answered: number
  n_missing: number
  missing_rate: number
  mean: number
  se_svymean_na_rm: number
  se_subset_then_svymean: number
  se_svyratio_of_totals: number
  sum_w_answered: number
  /** The answerers weighted anew as if they were the sample; absent where they don't cover the margins. */
  different_method_reweight_complete_cases?: { mean: number; se: number }
}

/** Missing answers: the mean of those who answered as a domain, as a ratio of totals, and with weights of their own. */
export function missingBlock(survey: Survey, frame: Frame, design: EstimateDesign, y: Float64Array): MissingBlock {
  const rows = answered(y, null)
  const { value: mean, weight, e } = linearisedMean(y, survey.weights, rows)
  const se = seOf(survey, e, strataPresent(survey, rows))
  const zeroed = y.map((own) => (Number.isNaN(own) ? 0 : own))
  const indicator = y.map((own) => (Number.isNaN(own) ? 0 : 1))
  const all = Int32Array.from(y.keys())
  const ratio = linearisedRatio(zeroed, indicator, survey.weights, all)
  const again = reweighted(frame, design, y, rows)
  return {
    n_answered: rows.length,
    n_missing: y.length - rows.length,
    missing_rate: (y.length - rows.length) / y.length,
    mean,
    se_svymean_na_rm: se,
    se_subset_then_svymean: se,
    se_svyratio_of_totals: seOf(survey, ratio.e),
    sum_w_answered: weight,
    ...(again && { different_method_reweight_complete_cases: again }),
  }
}

function reweighted(frame: Frame, design: EstimateDesign, y: Float64Array, rows: Int32Array) {
  if (rows.length < 2) return null
  const survey = surveyOf(rowsOf(frame, rows), design)
  if (survey === null || (design.lonely_psu === 'fail' && lonelyStrata(survey.sample).length > 0)) return null
  const own = Float64Array.from(rows, (row) => y[row]!)
  const { value, e } = linearisedMean(own, survey.weights, answered(own, null))
  return { mean: value, se: seOf(survey, e) }
}
