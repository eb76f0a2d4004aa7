import { tQuantile } from '../distributions.ts'
import {
  arcsineInterval,
  around,
  clopperPearson,
  expit,
  type Interval,
  kornGraubard,
  logitInterval,
  wilson,
} from './intervals.ts'
import { likelihoodInterval } from './likelihood.ts'
import { fitLogit } from './logitFit.ts'
import type { Survey } from './survey.ts'

export interface ProportionBlock {
  svyciprop: {
    xlogit: Interval
    beta: Interval
    logit?: Interval
    asin?: Interval
    mean?: Interval
    likelihood?: Interval
  }
  svyciprop_beta_inputs: { nrow_design: number; degf_design: number }
  n_eff_from_se: number
  korn_graubard: { n_used: number; ci: Interval }
  korn_graubard_untruncated: { n_used: number; ci: Interval }
  /** Where the standard error is 0: by the respondents themselves. */
  clopper_pearson?: { n_used: number; ci: Interval }
  wilson_n_eff_from_se: Interval
  wilson_kish_n_eff: Interval
}

interface Given {
  y: Float64Array
  /** Rows that answered. */
  rows: Int32Array
  /** Those of them who have a weight. */
  weighted: number
  p: number
  se: number
  /** Degrees of freedom of these rows. */
  degf: number
  kish: number
  full: boolean
}

/** Intervals of a proportion (METHOD.md section 6). NaN where p is 0 or 1 and the method has nothing to say then. */
export function proportionBlock(survey: Survey, given: Given): ProportionBlock {
  const { rows, p, se, degf, kish, full } = given
  const n = rows.length
  const designRows = designRowsOf(survey, n)
  const nEff = (p * (1 - p)) / (se * se)
  const beta = nEff * (tQuantile(0.025, designRows - 1) / tQuantile(0.025, degf)) ** 2
  return {
    svyciprop: {
      xlogit: logitInterval(p, survey.t975, se),
      beta: clopperPearson(beta * p, beta),
      ...(full && modelled(survey, given)),
    },
    svyciprop_beta_inputs: { nrow_design: designRows, degf_design: degf },
    n_eff_from_se: nEff,
    ...exactIntervals(survey, { p, se, n }),
    wilson_n_eff_from_se: wilson(p, nEff),
    wilson_kish_n_eff: wilson(p, kish),
  }
}

/** By the effective sample size; without a standard error by the respondents, and where all answered alike by them alone. */
function exactIntervals({ degf }: Survey, { p, se, n }: { p: number; se: number; n: number }) {
  const { nStar, adjusted, interval, untruncated } = kornGraubard({ p, se, n, df: degf })
  if (se > 0)
    return {
      korn_graubard: { n_used: nStar, ci: interval },
      korn_graubard_untruncated: { n_used: adjusted, ci: untruncated },
    }
  const byRespondents = { n_used: n, ci: clopperPearson(n * p, n) }
  const usable = se === 0 && p > 0 && p < 1
  return {
    korn_graubard: usable ? byRespondents : undefinedInterval,
    korn_graubard_untruncated: undefinedInterval,
    clopper_pearson: byRespondents,
  }
}

const undefinedInterval = { n_used: Number.NaN, ci: [Number.NaN, Number.NaN] satisfies Interval as Interval }

/** R keeps the rows outside a domain of a calibrated design, at weight 0. */
const designRowsOf = ({ cells, length }: Survey, n: number) => (cells === null ? n : length)

/** R's other intervals; `logit` and `likelihood` are of a fitted model and carry its tolerance. */
function modelled(survey: Survey, { y, rows, weighted, p, se }: Given) {
  const { weights, t975 } = survey
  const designRows = designRowsOf(survey, rows.length)
  const fit = fitLogit(y, weights, rows, p, designRows)
  const [low, high] = around(fit.intercept, t975, se / (p * (1 - p)))
  return {
    logit: [expit(low), expit(high)] satisfies Interval as Interval,
    asin: arcsineInterval(p, t975, se),
    mean: around(p, t975, se),
    likelihood: likelihoodInterval({ fit, p, se, n: weighted, designRows, t: t975 }),
  }
}
