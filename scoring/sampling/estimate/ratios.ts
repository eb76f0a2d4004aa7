import { around, type Interval } from './intervals.ts'
import { linearisedRatio } from './linearise.ts'
import { mainMethods, type SeByMethod, type Survey, seByMethod, seOf, strataPresent } from './survey.ts'

export interface RatioBlock {
  numerator: string
  denominator: string
  estimate: number
  se: number
  degf: number
  ci95_t: Interval
  se_by_method?: SeByMethod
}

/** Ratio of two totals over the respondents who gave both. */
export function ratioBlock(
  survey: Survey,
  names: Pick<RatioBlock, 'numerator' | 'denominator'>,
  numerator: Float64Array,
  denominator: Float64Array,
): RatioBlock {
  const rows = Int32Array.from({ length: survey.length }, (_, row) => row).filter(
    (row) => !Number.isNaN(numerator[row]) && !Number.isNaN(denominator[row]),
  )
  const { value: estimate, e } = linearisedRatio(numerator, denominator, survey.weights, rows)
  const se = seOf(survey, e, strataPresent(survey, rows))
  const byMethod = seByMethod(survey, e, mainMethods)
  return {
    ...names,
    estimate,
    se,
    degf: survey.degf,
    ci95_t: around(estimate, survey.t975, se),
    ...(byMethod && { se_by_method: byMethod }),
  }
}
