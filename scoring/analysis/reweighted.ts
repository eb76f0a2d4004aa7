import type { Scheme } from '../standard/scheme.ts'
import type { Text } from '../text.ts'

/** A weight that cannot be: of one L2, or of all together (`id` null). */
export interface WeightProblem {
  id: string | null
  message: Text
}

/** The same scheme with other weights of some L2s, in per cent of the total: a trial, never a result by the standard. */
export const reweighted = (scheme: Scheme, weights: Readonly<Record<string, number>>): Scheme => ({
  ...scheme,
  dimensions: scheme.dimensions.map((dimension) => {
    if (dimension.kind === 'deduction') return dimension
    const indicators = dimension.indicators.map((indicator) => ({
      ...indicator,
      weight: weights[indicator.id] ?? indicator.weight,
    }))
    return { ...dimension, indicators, weight: indicators.reduce((sum, { weight }) => sum + weight, 0) }
  }),
})

/** Decimal weights are not exact in a double. */
const sameSum = 1e-9

/** What keeps the weights from being tried: all of it. */
export function weightProblems(scheme: Scheme, weights: Readonly<Record<string, number>>): WeightProblem[] {
  const known = new Set(
    scheme.dimensions
      .filter(({ kind }) => kind !== 'deduction')
      .flatMap(({ indicators }) => indicators.map(({ id }) => id)),
  )
  const problems = Object.entries(weights).flatMap(([id, weight]): WeightProblem[] => {
    if (!known.has(id))
      return [{ id, message: { zh: `“${id}”不是有权重的二级指标`, en: `“${id}” is no L2 that has a weight` } }]
    if (weight >= 0 && weight <= 100) return []
    return [
      {
        id,
        message: {
          zh: `${id} 的权重是 ${weight}，应为 0 至 100`,
          en: `the weight of ${id} is ${weight}; expected 0 to 100`,
        },
      },
    ]
  })
  if (problems.length > 0) return problems
  const changed = reweighted(scheme, weights)
  const sum = changed.dimensions.reduce((before, { weight }) => before + weight, 0)
  const empty = changed.dimensions.find(({ kind, weight }) => kind !== 'deduction' && weight === 0)
  if (empty)
    return [
      {
        id: empty.id,
        message: {
          zh: `${empty.id} 的二级指标权重全为 0。至少留一个`,
          en: `all weights of ${empty.id} are 0: leave one above 0`,
        },
      },
    ]
  if (Math.abs(sum - 100) <= sameSum) return []
  const shown = Number(sum.toFixed(6))
  return [
    {
      id: null,
      message: {
        zh: `权重合计 ${shown}，应为 100。请同时调整其他指标`,
        en: `the weights add up to ${shown}; expected 100. Change others as well`,
      },
    },
  ]
}
