import { type Item, mostOf } from '../../../scoring/standard/item.ts'
import type { Dimension, Indicator, Scheme } from '../../../scoring/standard/scheme.ts'
import type { RegionResult } from '../../shapes/evaluation.ts'

/** Where an element stands in its sheet, and where its parts stand in theirs; rows count from 0. */
export interface Parts<T> {
  element: T
  dimension: Dimension
  row: number
  /** Row of its first part. */
  first: number
  count: number
}

/** L1s over L2s, in the order of the scheme. */
export function dimensionRows({ dimensions }: Scheme): Parts<Dimension>[] {
  let first = 0
  return dimensions.map((dimension, row) => {
    const count = dimension.indicators.length
    first += count
    return { element: dimension, dimension, row, first: first - count, count }
  })
}

/** L2s over items, in the order of the scheme. */
export function indicatorRows({ dimensions }: Scheme): Parts<Indicator>[] {
  let first = 0
  const indicators = dimensions.flatMap((dimension) => dimension.indicators.map((element) => ({ element, dimension })))
  return indicators.map(({ element, dimension }, row) => {
    const count = element.items.length
    first += count
    return { element, dimension, row, first: first - count, count }
  })
}

/** What `normalizeShares` multiplies an L2 by (R59). */
export function shareFactor({ items }: Indicator, normalizeShares: boolean): number {
  const shares = items.reduce((sum, item) => sum + (item.kind === 'scored' ? item.share : 0), 0)
  return normalizeShares && shares > 0 ? 100 / shares : 1
}

/** Points of the total that a missing element could be worth, by its id: an item, a deduction item or an L2. */
export function worthAtMost(scheme: Scheme, id: string, normalizeShares: boolean): number | null {
  for (const { element, dimension } of indicatorRows(scheme)) {
    // The weights of L2s are percent of the total (tables 29 and A.20).
    if (element.id === id) return dimension.kind === 'deduction' ? sumOf(element.items) : element.weight
    const item = element.items.find((one) => one.id === id)
    if (!item) continue
    return item.kind === 'deduction'
      ? mostOf(item)
      : (mostOf(item) * element.weight * shareFactor(element, normalizeShares)) / 100
  }
  return null
}

const sumOf = (items: Item[]): number => items.reduce((sum, item) => sum + mostOf(item), 0)

/** Points of an item or L2, or points it takes off. */
export const pointsOf = (result: RegionResult | null, level: 'items' | 'indicators', id: string): number | null =>
  result?.[level][id] ?? result?.deductions[level][id] ?? null
