import { countsOf, type Tally } from './tally.ts'

/**
 * The tally of all responses of several tallies; the given ones are left as they are.
 * @throws RangeError where they don't count the same items on the same scale
 */
export function mergeTallies(first: Tally, ...others: Tally[]): Tally {
  const merged: Tally = { ...first, cells: new Map() }
  for (const tally of [first, ...others]) {
    if (!alike(first, tally)) throw new RangeError('only tallies of the same items on the same scale can be merged')
    for (const [cell, weights] of tally.cells)
      for (const [baseWeight, counts] of weights) {
        const sums = countsOf(merged, cell, baseWeight)
        for (let at = 0; at < sums.length; at += 1) sums[at]! += counts[at]!
      }
  }
  return merged
}

const alike = (a: Tally, b: Tally) =>
  a.scale.min === b.scale.min &&
  a.scale.max === b.scale.max &&
  a.items.length === b.items.length &&
  a.items.every((name, item) => name === b.items[item])
