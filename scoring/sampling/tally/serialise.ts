import { z } from 'zod'
import { lengthOf, type Tally } from './tally.ts'

const Serialised = z.object({
  items: z.array(z.string()),
  scale: z.object({ min: z.int(), max: z.int() }),
  cells: z.array(
    z.object({ cell: z.string(), baseWeight: z.number().positive(), counts: z.array(z.int().nonnegative()) }),
  ),
})

/** A tally as JSON; equal tallies give equal text, whatever the order in which they came about. */
export function serialise({ items, scale, cells }: Tally): string {
  const entries = sortedCells(cells).map(({ cell, baseWeight, counts }) => ({ cell, baseWeight, counts: [...counts] }))
  return JSON.stringify({ items, scale: { min: scale.min, max: scale.max }, cells: entries })
}

/**
 * The tally that was serialised.
 * @throws Error if the text is not a serialised tally
 */
export function deserialise(text: string): Tally {
  const { items, scale, cells } = Serialised.parse(JSON.parse(text))
  const tally: Tally = { items, scale, cells: new Map() }
  for (const { cell, baseWeight, counts } of cells) {
    if (counts.length !== lengthOf(items.length)) throw new RangeError(`the counts of cell "${cell}" are incomplete`)
    const weights = tally.cells.get(cell) ?? new Map<number, Float64Array>()
    tally.cells.set(cell, weights.set(baseWeight, Float64Array.from(counts)))
  }
  return tally
}

/** Entries of a tally in a fixed order: by cell, then by base weight. */
export const sortedCells = (cells: Tally['cells']) =>
  [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([cell, weights]) =>
      [...weights].sort(([a], [b]) => a - b).map(([baseWeight, counts]) => ({ cell, baseWeight, counts })),
    )
