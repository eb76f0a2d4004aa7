import { countsOf, type Tally } from '../sampling/tally/tally.ts'
import type { Text } from '../text.ts'
import { type Basis, basisOf, type Combined, combine, type SurveyData } from './basis.ts'
import type { ScoringKey } from './key.ts'

/** The score by another choice of method: a row of the sensitivity table, never the score itself. */
export interface Alternative extends Combined {
  code:
    | 'standard'
    | 'equal-dimensions'
    | 'importance'
    | 'office-habit'
    | 'trimmed'
    | 'untrimmed'
    | 'base-weights'
    | 'unweighted'
  label: Text
}

const labels: Record<Alternative['code'], Text> = {
  standard: { zh: 'SR-1（得分所用）', en: 'SR-1 (the score)' },
  'equal-dimensions': { zh: '各维度等权', en: 'Equal weight to each dimension' },
  importance: { zh: '按重要性加权', en: 'Dimensions weighted by importance' },
  'office-habit': { zh: '100/80/60/40/20 计分（20 + 0.8 × 得分）', en: 'Codes as 100/80/60/40/20 (20 + 0.8 × score)' },
  trimmed: { zh: '权重截断（不超过平均值的 5 倍）', en: 'Weights trimmed at 5 times their mean' },
  untrimmed: { zh: '权重不截断', en: 'Weights not trimmed' },
  'base-weights': { zh: '不按总体结构校准', en: 'Without calibration to the margins' },
  unweighted: { zh: '不加权', en: 'Unweighted' },
}

/** The cap that survey offices commonly set (SURVEY-PRACTICE 3.3). */
const usualTrim = { lower: 0, upper: 5, cycles: 100 }

/**
 * What the score would be by the other common choices of weights and scale, from the same tally (SURVEY-PRACTICE 5.7).
 * @param importance weight of each dimension by its code, from a regression or a question; absent: no such row
 */
export function alternatives(data: SurveyData, importance?: Record<string, number>): Alternative[] {
  const basis = basisOf(data)
  const standard = scoreOf(basis, basis.use.weights)
  const { key, tally, design } = data
  const scored = key.dimensions.filter(({ weight }) => weight > 0)
  const equal = Object.fromEntries(scored.map(({ code }) => [code, 1 / scored.length]))
  const uncalibrated = { ...design, calibration: { method: 'none' } as const }
  const withBaseWeights = basisOf({ ...data, design: uncalibrated })
  const alike = basisOf({ ...data, tally: withoutBaseWeights(tally), design: uncalibrated })
  return [
    row('standard', standard),
    row('equal-dimensions', scoreOf(basis, reweighted(basis, equal))),
    ...(importance === undefined ? [] : [row('importance', scoreOf(basis, reweighted(basis, importance)))]),
    row('office-habit', officeHabit(key.scale, standard)),
    ...otherwiseTrimmed(data, basis),
    row('base-weights', scoreOf(withBaseWeights, basis.use.weights)),
    row('unweighted', scoreOf(alike, basis.use.weights)),
  ]
}

const row = (code: Alternative['code'], combined: Combined): Alternative => ({ code, label: labels[code], ...combined })

const scoreOf = (basis: Basis, weights: Float64Array): Combined =>
  basis.use.emptyDimensions.length > 0 && !basis.rules.spreadEmptyDimensions
    ? { score: null, se: null, interval: null }
    : combine(basis, weights)

/** Untrimmed where the design trims, trimmed at the usual cap where it does not. */
function otherwiseTrimmed({ tally, design, key, rules }: SurveyData, { use }: Basis): Alternative[] {
  if (design.calibration.method === 'none') return []
  const { trim, ...untrimmed } = design.calibration
  const calibration = trim === undefined ? { ...untrimmed, trim: usualTrim } : untrimmed
  const other = basisOf({ tally, design: { ...design, calibration }, key, ...(rules && { rules }) })
  return [row(trim === undefined ? 'trimmed' : 'untrimmed', scoreOf(other, use.weights))]
}

/** The items' weights with other weights of their dimensions. */
function reweighted({ key, use }: Basis, dimensions: Record<string, number>): Float64Array {
  const total = key.dimensions.reduce((sum, { code }) => sum + (dimensions[code] ?? 0), 0)
  return use.weights.map((weight, item) => {
    const { dimension } = key.items[item]!
    const own = use.weights.reduce((sum, other, at) => sum + (key.items[at]!.dimension === dimension ? other : 0), 0)
    return weight === 0 ? 0 : ((weight / own) * (dimensions[dimension] ?? 0)) / total
  })
}

/** A code x as x / max × 100: never below 20 on a five-point scale. Linear in the score, so no second computation. */
function officeHabit({ min, max }: ScoringKey['scale'], { score, se, interval }: Combined): Combined {
  const floor = (100 * min) / max
  const slope = (max - min) / max
  const habit = (value: number) => floor + slope * value
  return {
    score: score === null ? null : habit(score),
    se: se === null ? null : slope * se,
    interval: interval === null ? null : [habit(interval[0]), habit(interval[1])],
  }
}

function withoutBaseWeights(tally: Tally): Tally {
  const alike: Tally = { ...tally, cells: new Map() }
  for (const [cell, weights] of tally.cells)
    for (const counts of weights.values()) {
      const sums = countsOf(alike, cell, 1)
      for (let at = 0; at < sums.length; at += 1) sums[at]! += counts[at]!
    }
  return alike
}
