import type { ScoringKey } from '../../subjective/key.ts'

/**
 * All that the score needs of any number of responses: per cell and base weight, integer counts, sums and
 * cross-products of the raw codes. Integers are exact in a double (to 9 × 10¹⁵), so a tally does not depend on the
 * order of what was added, merged or removed.
 */
export interface Tally {
  /** Names of the rated items, in the order of the codes. */
  items: string[]
  /** Lowest and highest code that is a rating. */
  scale: { min: number; max: number }
  /** Cell (see `cellOf`) → base weight → counts. No entry has 0 respondents. */
  cells: Map<string, Map<number, CellCounts>>
}

/**
 * One flat array: respondents; for each item the counts of codes 97, 98, 99; then for each pair of items j ≤ k over the
 * respondents who rated both: their number, Σ x_j, Σ x_k, Σ x_j x_k. A pair (j, j) holds n, Σ x, Σ x, Σ x².
 */
export type CellCounts = Float64Array

/** An empty tally for the rated items of a questionnaire. */
export const emptyTally = ({ items, scale }: Pick<ScoringKey, 'items' | 'scale'>): Tally => ({
  items: items.map(({ name }) => name),
  scale: { ...scale },
  cells: new Map(),
})

/** Length of a cell's counts with so many items. */
export const lengthOf = (items: number): number => 1 + 3 * items + 2 * items * (items + 1)

/** Where the counts of 97, 98, 99 of an item begin. */
export const missingAt = (item: number): number => 1 + 3 * item

/** Where the four numbers of the pair j ≤ k begin. */
export const pairAt = (items: number, j: number, k: number): number => rowAt(items, j) + 4 * k

/** Such that the pair (j, k) begins at this + 4k: the triangle's rows lie one after the other, without their lower half. */
export const rowAt = (items: number, j: number): number => 1 + 3 * items + 4 * (j * items - (j * (j + 1)) / 2)

/** Accepted respondents in the tally. */
export function respondentsIn({ cells }: Tally): number {
  let respondents = 0
  for (const weights of cells.values()) for (const counts of weights.values()) respondents += counts[0]!
  return respondents
}

/** The counts of a cell and base weight, made if there are none yet. */
export function countsOf(tally: Tally, cell: string, baseWeight: number): CellCounts {
  const weights = tally.cells.get(cell) ?? new Map<number, CellCounts>()
  const counts = weights.get(baseWeight) ?? new Float64Array(lengthOf(tally.items.length))
  if (weights.size === 0) tally.cells.set(cell, weights)
  if (counts[0] === 0) weights.set(baseWeight, counts)
  return counts
}
