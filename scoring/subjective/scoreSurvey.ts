import { missingAt } from '../sampling/tally/tally.ts'
import { categoriesOf } from '../sampling/tally/units.ts'
import { type Basis, basisOf, combine, type SurveyData } from './basis.ts'
import { cautionsOf } from './cautions.ts'
import type { DimensionEstimate, ItemEstimate, SampleKind, SubjectiveScore } from './score.ts'
import { weightsOf } from './weights.ts'

/**
 * The survey score by rule SR-1 (SURVEY-PRACTICE 5.7): calibrated item means over those who rated, then dimensions, then
 * the whole; standard errors by linearisation over all items together with calibration residuals (METHOD.md sections
 * 3–5). Its cost depends on cells and items, never on the number of responses.
 *
 * @throws RangeError where tally, design and key don't belong together
 */
export function scoreSurvey({ kind, ...data }: SurveyData & { kind: SampleKind }): SubjectiveScore {
  const basis = basisOf(data)
  const { units, calibration, use, degreesOfFreedom } = basis
  const complete = use.emptyDimensions.length === 0 || basis.rules.spreadEmptyDimensions
  const total = complete ? combine(basis, use.weights) : { score: null, se: null, interval: null }
  const weights = weightsOf(basis)
  const items = itemEstimates(basis)
  return {
    rule: 'SR-1',
    kind,
    n: weights.respondents,
    ...total,
    respondents: weights.respondents,
    nEffective: weights.nEffective,
    designEffect: weights.designEffect,
    degreesOfFreedom,
    calibration: {
      method: data.design.calibration.method,
      converged: calibration.converged,
      sweeps: calibration.sweeps,
      largestGap: calibration.largestGap,
      trimCycles: calibration.trimCycles,
      sumOfWeights: weights.sum,
      smallestWeight: weights.smallest,
      largestWeight: weights.largest,
      withoutValue: Object.fromEntries(
        data.design.variables.map(({ name }) => {
          const category = categoriesOf(units, name)
          return [name, units.n.reduce((sum, n, unit) => sum + (category[unit]! < 0 ? n : 0), 0)]
        }),
      ),
    },
    dimensions: dimensionEstimates(basis),
    items,
    cautions: cautionsOf(basis, items),
  }
}

function dimensionEstimates(basis: Basis): DimensionEstimate[] {
  const { key, use, means } = basis
  return key.dimensions.map(({ code, label, weight }) => {
    const members = [...key.items.keys()].filter(
      (item) => key.items[item]!.dimension === code && use.weights[item]! > 0,
    )
    const n = members.length === 0 ? 0 : Math.min(...members.map((item) => means.n[item]!))
    return { code, label, weight, n, ...combine(basis, sharesWithin(use.weights, members)) }
  })
}

/** Weights of some items, scaled to sum to 1; 0 for the others. */
export function sharesWithin(weights: Float64Array, members: number[]): Float64Array {
  const sum = members.reduce((before, item) => before + weights[item]!, 0)
  return weights.map((weight, item) => (members.includes(item) ? weight / sum : 0))
}

function itemEstimates(basis: Basis): ItemEstimate[] {
  const { key, use, means } = basis
  return key.items.map(({ name, label, dimension, indicator, scored }, item) => ({
    name,
    label,
    dimension,
    indicator,
    scored,
    weight: use.weights[item]!,
    n: means.n[item]!,
    ...combine(basis, sharesOfOne(key.items.length, item)),
    dontKnowRate: dontKnowRate(basis, item),
  }))
}

const sharesOfOne = (items: number, item: number) => new Float64Array(items).fill(1, item, item + 1)

/** Σ w over 98, of Σ w over those to whom the item was shown: all but 97. */
function dontKnowRate({ units, blocks }: Basis, item: number): number | null {
  const { g } = blocks.find(({ items }) => items.includes(item))!.calibration
  let shown = 0
  let dontKnow = 0
  for (let unit = 0; unit < units.length; unit += 1) {
    const weight = units.d[unit]! * g[unit]!
    const counts = units.counts[unit]!
    shown += weight * (counts[0]! - counts[missingAt(item)]!)
    dontKnow += weight * counts[missingAt(item) + 1]!
  }
  return shown > 0 ? dontKnow / shown : null
}
