import type { Columns } from '../columns.ts'
import { type Combinations, combinationsOf } from '../combinations.ts'
import type { RakeMargin } from '../rake.ts'
import { type MarginData, sumOf } from './margins.ts'

/** A numeric auxiliary with its population total. */
export interface NumericTotal {
  name: string
  values: Float64Array
  total: number
}

/** Rows alike in all calibration variables are one cell: their factor and their projection are the same. */
export interface CalibrationCells extends Combinations {
  /** Margins to rake to, over the cells. */
  raking: RakeMargin[]
  /** The margins alone, in the order of the design, over the cells. */
  margins: RakeMargin[]
  /** Calibration variables, over the cells. */
  columns: Columns[]
  /** What the weighted sums of `columns` must be. */
  totals: Float64Array
  /** Some row lacks a value of a margin. */
  partial: boolean
}

/**
 * Cells of the calibration variables. A margin of which some rows have no value is a margin of shares: its variables are
 * z_k = [category k] − share_k · [value known], with target 0 (METHOD.md section 1). Where all margins are such, the
 * population total is a margin of its own.
 */
export function calibrationCells(margins: MarginData[], numbers: NumericTotal[], length: number): CalibrationCells {
  const cells = combinationsOf(
    [...margins.map(({ category }) => category), ...numbers.map(({ values }) => distinct(values))],
    length,
  )
  const all = new Int32Array(cells.count)
  const population = sumOf(margins.at(-1)?.targets ?? [])
  const over = margins.map(({ category, targets }) => {
    const own = Int32Array.from(cells.first, (row) => category[row]!)
    const partial = own.some((k) => k < 0)
    return { category: own, targets, partial, centre: targets.map((count) => count / population) }
  })
  const total = { category: all, targets: Float64Array.of(population) }
  return {
    ...cells,
    raking: over.every(({ partial }) => partial) ? [total, ...over] : over,
    margins: over,
    columns: [
      { category: all, size: 1 },
      ...over.map(({ category, targets, partial, centre }) => ({
        category,
        size: targets.length,
        ...(partial && { centre }),
      })),
      ...numbers.map(({ values }) => ({ values: Float64Array.from(cells.first, (row) => values[row]!) })),
    ],
    totals: Float64Array.of(
      population,
      ...over.flatMap(({ targets, partial }) => (partial ? [...targets].fill(0) : [...targets])),
      ...numbers.map(({ total }) => total),
    ),
    partial: over.some(({ partial }) => partial),
  }
}

function distinct(values: Float64Array): Int32Array {
  const order = new Map<number, number>()
  return Int32Array.from(values, (value) => {
    const known = order.get(value)
    if (known !== undefined) return known
    order.set(value, order.size)
    return order.size - 1
  })
}
