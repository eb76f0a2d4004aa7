import { normalQuantile, tQuantile } from '../distributions.ts'
import { around, type Interval } from './intervals.ts'
import { answered, kish, linearisedMean } from './linearise.ts'
import { type ProportionBlock, proportionBlock } from './proportion.ts'
import { degreesOfFreedom } from './sample.ts'
import { allMethods, mainMethods, type SeByMethod, type Survey, seByMethod, seOf, strataPresent } from './survey.ts'

/** A mean and total of one estimand, overall or in a domain. NaN stands for what is not defined. */
export interface Block {
  /** Respondents who answered. */
  n: number
  sum_w: number
  mean: number
  se: number
  degf: number
  t975: number
  ci95_t: Interval
  ci95_z: Interval
  degf_domain: number
  ci95_t_domain_df: Interval
  deff_svymean: number
  deff_replace: number
  kish_deff: number
  kish_n_eff: number
  total: number
  total_se: number
  se_by_method?: SeByMethod
  total_se_by_method?: SeByMethod
  proportion?: ProportionBlock
}

/** Nobody answered. */
export interface EmptyBlock {
  n: 0
}

interface Wish {
  /** Rows of the domain; null: all. */
  rows: Int32Array | null
  /** Whether y is 0 or 1 and intervals of a proportion are wanted. */
  proportion: boolean
}

/** Everything that `expected.json` gives of one estimand in one domain; `y` is NaN where it is missing. */
export function block(survey: Survey, y: Float64Array, { rows, proportion }: Wish): Block | EmptyBlock {
  const { weights, sample, degf, t975 } = survey
  const own = answered(y, rows)
  if (own.length === 0) return { n: 0 }
  const { value: mean, n, weight, e } = linearisedMean(y, weights, own)
  const inPlay = new Uint8Array(y.length)
  for (const row of own) inPlay[row] = 1
  const present = strataPresent(survey, own)
  const se = seOf(survey, e, present)
  const ownDegf = degreesOfFreedom(sample, weights, (row) => inPlay[row] === 1)

  const totals = new Float64Array(y.length)
  for (const row of own) totals[row] = y[row]!
  const full = rows === null
  const byMethod = seByMethod(survey, e, [...(full ? allMethods : mainMethods), 'R_calibrate_raking'])
  const totalByMethod = seByMethod(survey, totals, full ? allMethods : mainMethods)
  const sizes = kish(weights, own)
  const spread = spreadOf(y, weights, own, mean)
  return {
    n,
    sum_w: weight,
    mean,
    se,
    degf,
    t975,
    ci95_t: around(mean, t975, se),
    ci95_z: around(mean, normalQuantile(0.975), se),
    degf_domain: ownDegf,
    ci95_t_domain_df: around(mean, tQuantile(0.975, ownDegf), se),
    deff_svymean: designEffect(se, spread.variance(spread.weighted), spread.weighted, weight),
    deff_replace: n > 1 ? (se * se) / (spread.variance(n) / n) : Number.NaN,
    kish_deff: sizes.deff,
    kish_n_eff: sizes.nEff,
    total: mean * weight,
    total_se: seOf(survey, totals, present),
    ...(byMethod && { se_by_method: byMethod }),
    ...(totalByMethod && { total_se_by_method: totalByMethod }),
    ...(proportion && {
      proportion: proportionBlock(survey, {
        y,
        rows: own,
        weighted: spread.weighted,
        p: mean,
        se,
        degf: ownDegf,
        kish: sizes.nEff,
        full,
      }),
    }),
  }
}

/** R's design effect: against simple random sampling without replacement from `weight` persons. */
function designEffect(se: number, variance: number, n: number, weight: number): number {
  if (n <= 1 || weight <= n) return Number.NaN
  return (se * se) / ((variance * (1 - n / weight)) / n)
}

function spreadOf(y: Float64Array, weights: Float64Array, rows: Int32Array, mean: number) {
  let squares = 0
  let sum = 0
  let weighted = 0
  for (const row of rows) {
    squares += weights[row]! * (y[row]! - mean) ** 2
    sum += weights[row]!
    weighted += weights[row] === 0 ? 0 : 1
  }
  return {
    /** Respondents with a weight. */
    weighted,
    /** Weighted variance of y, with n / (n − 1). */
    variance: (n: number) => ((n / (n - 1)) * squares) / sum,
  }
}
