import { around, type Interval } from './intervals.ts'
import { answered, linearisedMean } from './linearise.ts'
import { studentTwoSided } from './studentTwoSided.ts'
import { mainMethods, type SeByMethod, type Survey, seByMethod } from './survey.ts'
import { covariance } from './variance.ts'

export interface ContrastBlock {
  estimand: string
  domain: string
  a: string
  b: string
  /** Mean in a minus mean in b. */
  estimate: number
  se: number
  covariance: number
  se_if_wrongly_treated_as_independent: number
  degf: number
  ci95_t: Interval
  t: number
  p_value_t: number
  se_by_method?: SeByMethod
}

/** Difference of two domain means; they are correlated once the weights are calibrated. */
export function contrastBlock(
  survey: Survey,
  contrast: Pick<ContrastBlock, 'estimand' | 'domain' | 'a' | 'b'>,
  y: Float64Array,
  rows: { a: Int32Array; b: Int32Array },
): ContrastBlock {
  const { weights, sample, residuals, degf, t975 } = survey
  const a = linearisedMean(y, weights, answered(y, rows.a))
  const b = linearisedMean(y, weights, answered(y, rows.b))
  const [u, v] = [residuals(a.e), residuals(b.e)]
  const varianceA = covariance(sample, u, u)
  const varianceB = covariance(sample, v, v)
  const shared = covariance(sample, u, v)
  const estimate = a.value - b.value
  const se = Math.sqrt(varianceA + varianceB - 2 * shared)
  const difference = a.e.map((own, row) => own - b.e[row]!)
  const byMethod = seByMethod(survey, difference, mainMethods)
  return {
    ...contrast,
    estimate,
    se,
    covariance: shared,
    se_if_wrongly_treated_as_independent: Math.sqrt(varianceA + varianceB),
    degf,
    ci95_t: around(estimate, t975, se),
    t: estimate / se,
    p_value_t: studentTwoSided(estimate / se, degf),
    ...(byMethod && { se_by_method: byMethod }),
  }
}
