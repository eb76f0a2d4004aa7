import { block } from '../../../scoring/sampling/estimate/block.ts'
import { contrastBlock } from '../../../scoring/sampling/estimate/contrasts.ts'
import type { Interval } from '../../../scoring/sampling/estimate/intervals.ts'
import { itemLevelBlock } from '../../../scoring/sampling/estimate/itemLevel.ts'
import type { Survey } from '../../../scoring/sampling/estimate/survey.ts'
import { compositeOf, type Population } from './population.ts'

/** What one sample says of a quantity. */
interface Answer {
  estimate: number
  se: number
  /** By the name of the kind of interval. */
  intervals: Record<string, Interval>
}

/** A quantity of the population that samples estimate. */
export interface Quantity {
  name: string
  truth: (population: Population) => number
  /** `items` and `rows` are those of the sample. */
  estimate: (
    survey: Survey,
    items: Float64Array[],
    rowsWhere: (column: Column, category: number) => Int32Array,
  ) => Answer
}

type Column = 'newcomer' | 'district'

const score = {
  level: 'item' as const,
  item_min: 1,
  item_max: 5,
  min_items: 2,
  min_dimensions: 1,
  dimensions: [
    { name: 'A', weight: 0.6, items: [0, 1, 2].map((at) => ({ name: `q${at}`, weight: 1 })) },
    { name: 'B', weight: 0.4, items: [3, 4, 5].map((at) => ({ name: `q${at}`, weight: 1 })) },
  ],
}

const meanOf = (values: Float64Array) => {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.reduce((sum, value) => sum + value, 0) / known.length
}
const within = (values: Float64Array, column: Int32Array, category: number) =>
  values.filter((_, person) => column[person] === category)

const atLeast = (codes: Float64Array, least: number) =>
  codes.map((code) => (Number.isNaN(code) ? code : Number(code >= least)))
const atMost = (codes: Float64Array, most: number) =>
  codes.map((code) => (Number.isNaN(code) ? code : Number(code <= most)))

const proportion = (name: string, of: (items: Float64Array[]) => Float64Array): Quantity => ({
  name,
  truth: ({ items }) => meanOf(of(items)),
  estimate(survey, items) {
    const found = block(survey, of(items), { rows: null, proportion: true })
    if (!('proportion' in found) || found.proportion === undefined) throw new Error(`${name}: nobody answered`)
    const { svyciprop, korn_graubard, clopper_pearson } = found.proportion
    return {
      estimate: found.mean,
      se: found.se,
      intervals: { xlogit: svyciprop.xlogit, 'Korn–Graubard': clopper_pearson?.ci ?? korn_graubard.ci },
    }
  },
})

const mean = (name: string, rows: null | [Column, number]): Quantity => ({
  name,
  truth: (population) => {
    const values = compositeOf(population.items)
    return meanOf(rows === null ? values : within(values, population[rows[0]], rows[1]))
  },
  estimate(survey, items, rowsWhere) {
    const own = rows === null ? null : rowsWhere(...rows)
    const found = block(survey, compositeOf(items), { rows: own, proportion: false })
    if (!('mean' in found)) throw new Error(`${name}: nobody answered`)
    const byFinal = found.se_by_method?.projection_calibrated_weight_metric
    return {
      estimate: found.mean,
      se: found.se,
      intervals: {
        t: found.ci95_t,
        ...(byFinal !== undefined && {
          't, residuals by final weights': [found.mean - found.t975 * byFinal, found.mean + found.t975 * byFinal],
        }),
      },
    }
  },
})

export const quantities: Quantity[] = [
  mean('mean of the composite', null),
  {
    name: 'score by SR-1, item first',
    truth: ({ items }) =>
      score.dimensions.reduce(
        (sum, { weight }, dimension) =>
          sum + weight * meanOf(Float64Array.from([0, 1, 2], (at) => (meanOf(items[3 * dimension + at]!) - 1) * 25)),
        0,
      ),
    estimate(survey, items) {
      const columns = new Map(items.map((codes, at) => [`q${at}`, codes]))
      const { estimate, se, ci95_t } = itemLevelBlock(survey, score, columns).available_case
      return { estimate, se, intervals: { t: ci95_t } }
    },
  },
  proportion('proportion near 0.5', (items) => atLeast(items[1]!, 4)),
  proportion('proportion near 0.05', (items) => atMost(items[0]!, 2)),
  mean('composite in a domain of about 60', ['newcomer', 1]),
  {
    name: 'difference of two districts',
    truth: ({ items, district }) => {
      const values = compositeOf(items)
      return meanOf(within(values, district, 0)) - meanOf(within(values, district, 3))
    },
    estimate(survey, items, rowsWhere) {
      const names = { estimand: 'composite', domain: 'district', a: '0', b: '3' }
      const rows = { a: rowsWhere('district', 0), b: rowsWhere('district', 3) }
      const { estimate, se, ci95_t } = contrastBlock(survey, names, compositeOf(items), rows)
      return { estimate, se, intervals: { t: ci95_t } }
    },
  },
]
