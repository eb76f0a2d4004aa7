import type { ScoreRule } from './designFile.ts'
import { around, type Interval } from './intervals.ts'
import { answered, type Linearised, linearisedMean } from './linearise.ts'
import { type NumericColumns, onHundred, scoredItems } from './scores.ts'
import { mainMethods, type SeByMethod, type Survey, seByMethod, seOf, strataPresent } from './survey.ts'

export interface ItemLevelBlock {
  items: string[]
  /** Share of the score that each item has. */
  item_coefficients: number[]
  /** Over the respondents who answered every item. */
  listwise: { n: number; estimate: number; se: number; se_by_method?: SeByMethod }
  /** Each item mean over its own respondents: the score where the design says `level: item` (SR-1). */
  available_case: {
    item_means_0_100: number[]
    item_n: number[]
    estimate: number
    se: number
    degf: number
    ci95_t: Interval
    se_by_method?: SeByMethod
  }
  /** The same by variable and category of the domains; absent where the design names none. */
  domains?: Record<string, Record<string, ItemLevelDomain>>
}

/** The score of a domain by items; NaN where an item that counts has no answer there. */
interface ItemLevelDomain {
  /** Respondents of the domain. */
  n: number
  estimate: number
  se: number
  ci95_t: Interval
  se_by_method?: SeByMethod
}

type Domains = ReadonlyMap<string, ReadonlyMap<string, Int32Array>>

/** Share of each item: its dimension's, divided by the items' weights (equal ones where none are given). */
export function itemCoefficients({ dimensions }: ScoreRule): number[] {
  const whole = dimensions.reduce((sum, { weight }) => sum + weight, 0)
  return dimensions.flatMap(({ weight, items }) => {
    const own = items.reduce((sum, item) => sum + item.weight, 0)
    return items.map((item) => (own === 0 ? 0 : (weight / whole) * (item.weight / own)))
  })
}

/** The score from item means, with the standard error of the summed linearised values. */
export function itemLevelBlock(
  survey: Survey,
  score: ScoreRule,
  columns: NumericColumns,
  domains: Domains = new Map(),
): ItemLevelBlock {
  const items = scoredItems(score)
  const coefficients = itemCoefficients(score)
  const values = items.map((name) => onHundred(columns.get(name)!, score))
  const whole = new Float64Array(survey.length)
  values.forEach((own, item) => {
    for (let row = 0; row < whole.length; row += 1) whole[row]! += coefficients[item]! * own[row]!
  })
  const listwise = linearisedMean(whole, survey.weights, answered(whole, null))
  const means = values.map((own) => linearisedMean(own, survey.weights, answered(own, null)))
  const { estimate, e } = combined(means, coefficients, survey.length)
  const se = seOf(survey, e)
  return {
    items,
    item_coefficients: coefficients,
    listwise: {
      n: listwise.n,
      estimate: listwise.value,
      ...precision(survey, listwise.e, strataPresent(survey, answered(whole, null))),
    },
    available_case: {
      item_means_0_100: means.map(({ value }) => value),
      item_n: means.map(({ n }) => n),
      estimate,
      ...precision(survey, e),
      degf: survey.degf,
      ci95_t: around(estimate, survey.t975, se),
    },
    ...(domains.size > 0 && {
      domains: Object.fromEntries(
        [...domains].map(([name, categories]) => [
          name,
          Object.fromEntries(
            [...categories].map(([label, rows]) => [label, inDomain(survey, values, coefficients, rows)]),
          ),
        ]),
      ),
    }),
  }
}

function inDomain(survey: Survey, values: Float64Array[], coefficients: number[], rows: Int32Array): ItemLevelDomain {
  const means = values.map((own) => linearisedMean(own, survey.weights, answered(own, rows)))
  const { estimate, e } = combined(means, coefficients, survey.length)
  const { se, ...byMethod } = precision(survey, e)
  const known = Number.isNaN(estimate) ? Number.NaN : se
  return { n: rows.length, estimate, se: known, ci95_t: around(estimate, survey.t975, known), ...byMethod }
}

function precision(survey: Survey, e: Float64Array, present?: Uint8Array) {
  const byMethod = seByMethod(survey, e, mainMethods)
  return { se: seOf(survey, e, present), ...(byMethod && { se_by_method: byMethod }) }
}

function combined(means: Linearised[], coefficients: number[], length: number) {
  const e = new Float64Array(length)
  let estimate = 0
  means.forEach((mean, item) => {
    const coefficient = coefficients[item]!
    if (coefficient === 0) return
    estimate += coefficient * mean.value
    for (let row = 0; row < length; row += 1) e[row]! += coefficient * mean.e[row]!
  })
  return { estimate, e }
}
