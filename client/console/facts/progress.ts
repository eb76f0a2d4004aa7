import { type Item, mostOf } from '../../../scoring/standard/item.ts'
import type { Dimension } from '../../../scoring/standard/scheme.ts'
import type { ScoreInput } from '../../../server/shapes/inputs.ts'
import type { Assessment } from './assess.ts'

export interface Progress {
  /** Items in the dimension. */
  all: number
  /** Items with a score, from facts or imported. */
  given: number
  /** Problems other than what is merely unfinished. */
  wrong: number
  /** Points of the total that the other items are worth at most; of deductions, points off. */
  worth: number
}

/** How far the facts of a dimension have got. */
export function progressOf(
  { kind, indicators }: Dimension,
  { traces, problems }: Assessment,
  scores: readonly ScoreInput[],
): Progress {
  const imported = new Set(scores.map(({ indicator }) => indicator))
  const items = indicators.flatMap((indicator) =>
    indicator.items.map((item) => ({
      item,
      given: imported.has(indicator.id) || imported.has(item.id) || traces[item.id] !== undefined,
      points: kind === 'deduction' ? mostOf(item) : (mostOf(item) * indicator.weight) / 100,
    })),
  )
  const ids = new Set(items.map(({ item }: { item: Item }) => item.id))
  return {
    all: items.length,
    given: items.filter(({ given }) => given).length,
    wrong: problems.filter(({ item, reason }) => ids.has(item) && reason !== 'missingInput').length,
    worth: items.reduce((sum, { given, points }) => sum + (given ? 0 : points), 0),
  }
}
