import type { Contribution } from './contributions.ts'

/** A part of the total before and after a change; null where it is missing, or no part of its own. */
export interface ChangedPart extends Pick<Contribution, 'id' | 'name' | 'kind'> {
  before: number | null
  after: number | null
  /** What it adds to the difference of the totals. */
  difference: number
}

/** Sums of doubles differ in the last digits. */
const nothing = 1e-12

/** Parts that differ, the largest difference first: where nothing is missing they add up to the difference of the totals. */
export function changedParts(before: readonly Contribution[], after: readonly Contribution[]): ChangedPart[] {
  const pointsBefore = new Map(before.map(({ id, points }) => [id, points]))
  const pointsAfter = new Map(after.map(({ id, points }) => [id, points]))
  const all = new Map([...before, ...after].map((part) => [part.id, part]))
  return [...all.values()]
    .map(({ id, name, kind }) => {
      const own = { before: pointsBefore.get(id) ?? null, after: pointsAfter.get(id) ?? null }
      return { id, name, kind, ...own, difference: (own.after ?? 0) - (own.before ?? 0) }
    })
    .filter(({ before, after, difference }) => Math.abs(difference) > nothing || (before === null) !== (after === null))
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
}
