import { around } from './intervals.ts'
import { answered, linearisedMean } from './linearise.ts'
import { type Survey, seOf, strataPresent } from './survey.ts'

/** Definitions of a quantile, by R's names. */
const quantileRules = ['math', 'school', 'hf7'] as const
type Rule = (typeof quantileRules)[number]

export interface QuantileBlock {
  estimand: string
  p: number[]
  degf: number
  rules: { qrule: Rule; value: number[]; ci_low: number[]; ci_high: number[] }[]
}

/** Values in order with the weights up to and including each. */
interface Distribution {
  values: Float64Array
  cumulative: Float64Array
  total: number
}

/**
 * Quantiles with Woodruff intervals: the t interval of the share at or below the estimate, taken back through the same
 * rule. `math`: the smallest value with a cumulative share of at least p; `school`: the mean of it and the next where the
 * share is p exactly; `hf7`: interpolated. NaN for a limit where the share's interval leaves 0…1.
 */
export function quantileBlock(survey: Survey, estimand: string, y: Float64Array, p: number[]): QuantileBlock {
  const rows = answered(y, null)
  const present = strataPresent(survey, rows)
  const distribution = distributionOf(survey, y, rows)
  const rules = quantileRules.map((qrule) => {
    const at = (share: number) => (distribution.values.length === 0 ? Number.NaN : quantile[qrule](distribution, share))
    const value = p.map(at)
    const limits = value.map((estimate) => {
      const below = y.map((own) => (Number.isNaN(own) ? own : own <= estimate ? 1 : 0))
      const { value: share, e } = linearisedMean(below, survey.weights, rows)
      const [low, high] = around(share, survey.t975, seOf(survey, e, present))
      return { low: low >= 0 ? at(low) : Number.NaN, high: high <= 1 ? at(high) : Number.NaN }
    })
    return { qrule, value, ci_low: limits.map(({ low }) => low), ci_high: limits.map(({ high }) => high) }
  })
  return { estimand, p, degf: survey.degf, rules }
}

function distributionOf({ weights }: Survey, y: Float64Array, rows: Int32Array): Distribution {
  const order = rows.filter((row) => weights[row] !== 0).sort((a, b) => y[a]! - y[b]! || a - b)
  const cumulative = new Float64Array(order.length)
  // Whether a share is reached exactly decides between two values, so sums are compensated (Neumaier).
  let sum = 0
  let lost = 0
  order.forEach((row, index) => {
    const weight = weights[row]!
    const next = sum + weight
    lost += Math.abs(sum) >= Math.abs(weight) ? sum - next + weight : weight - next + sum
    sum = next
    cumulative[index] = sum + lost
  })
  return { values: Float64Array.from(order, (row) => y[row]!), cumulative, total: sum + lost }
}

const quantile: Record<Rule, (distribution: Distribution, p: number) => number> = {
  math: (distribution, p) => {
    const { low, high, exact } = bracket(distribution, p)
    return exact ? low : high
  },
  school: (distribution, p) => {
    const { low, high, exact } = bracket(distribution, p)
    return exact ? (low + high) / 2 : high
  },
  hf7: ({ values, cumulative }, p) => {
    const last = values.length - 1
    const whole = cumulative[last - 1]
    if (whole === undefined) return values[0]!
    const shareAt = (index: number) => (index === 0 ? 0 : cumulative[index - 1]! / whole)
    if (p <= 0) return values[0]!
    if (p >= 1) return values[last]!
    let below = 0
    let above = last
    while (below < above - 1) {
      const middle = (below + above) >> 1
      if (p < shareAt(middle)) above = middle
      else below = middle
    }
    const [from, to] = [shareAt(below), shareAt(above)]
    return values[below]! + (values[above]! - values[below]!) * ((p - from) / (to - from))
  },
}

/** The last value with a cumulative share of at most p (the first, if there is none) and the next, as in R. */
function bracket({ values, cumulative, total }: Distribution, p: number) {
  let at = 0
  for (let index = cumulative.length - 1; index > 0; index -= 1)
    if (cumulative[index]! <= p * total) {
      at = index
      break
    }
  const low = values[at]!
  return { low, high: values[Math.min(at + 1, values.length - 1)]!, exact: p - cumulative[at]! / total === 0 }
}
