import { missingCodes } from '../../subjective/key.ts'
import { type CellCounts, countsOf, missingAt, rowAt, type Tally } from './tally.ts'

const { notApplicable, skipped } = missingCodes

/**
 * Takes a response into the tally.
 * @param baseWeight the design weight, finite and above 0; 1 where the sample was not drawn
 * @param codes one code for each item of the tally: a rating of its scale, or 97, 98, 99
 * @throws RangeError for a weight or a code that can't be; the tally is then as before
 */
export function addResponse(tally: Tally, cell: string, baseWeight: number, codes: ArrayLike<number>): void {
  check(tally, baseWeight, codes)
  count(countsOf(tally, cell, baseWeight), tally, codes, 1)
}

/**
 * Takes a response out again, with the cell, base weight and codes it was added with.
 * @throws RangeError if no such response can be in the tally; the tally is then as before
 */
export function removeResponse(tally: Tally, cell: string, baseWeight: number, codes: ArrayLike<number>): void {
  check(tally, baseWeight, codes)
  const weights = tally.cells.get(cell)
  const counts = weights?.get(baseWeight)
  if (weights === undefined || counts === undefined) throw absent(cell, baseWeight)
  count(counts, tally, codes, -1)
  if (counts.some((value) => value < 0) || (counts[0] === 0 && counts.some((value) => value !== 0))) {
    count(counts, tally, codes, 1)
    throw absent(cell, baseWeight)
  }
  if (counts[0] === 0) weights.delete(baseWeight)
  if (weights.size === 0) tally.cells.delete(cell)
}

/** Items of the response in hand that have a rating; kept between calls, so that counting allocates nothing. */
let rated = new Int32Array(64)

function count(counts: CellCounts, { items, scale }: Tally, codes: ArrayLike<number>, by: 1 | -1) {
  if (rated.length < items.length) rated = new Int32Array(items.length)
  let ratings = 0
  counts[0]! += by
  for (let item = 0; item < items.length; item += 1) {
    const code = codes[item]!
    if (code > scale.max) counts[missingAt(item) + code - notApplicable]! += by
    else rated[ratings++] = item
  }
  for (let a = 0; a < ratings; a += 1) {
    const row = rowAt(items.length, rated[a]!)
    const x = by * codes[rated[a]!]!
    for (let b = a; b < ratings; b += 1) {
      const at = row + 4 * rated[b]!
      const y = codes[rated[b]!]!
      counts[at]! += by
      counts[at + 1]! += x
      counts[at + 2]! += by * y
      counts[at + 3]! += x * y
    }
  }
}

function check({ items, scale }: Tally, baseWeight: number, codes: ArrayLike<number>) {
  if (!(baseWeight > 0 && baseWeight < Number.POSITIVE_INFINITY))
    throw new RangeError(`a base weight must be finite and above 0, not ${baseWeight}`)
  if (codes.length !== items.length) throw new RangeError(`${codes.length} codes for ${items.length} items`)
  for (let j = 0; j < codes.length; j += 1) {
    const code = codes[j]!
    const rating = code >= scale.min && code <= scale.max
    const missing = code >= notApplicable && code <= skipped
    if (!Number.isInteger(code) || (!rating && !missing)) throw new RangeError(`${code} is no code of item ${items[j]}`)
  }
}

const absent = (cell: string, baseWeight: number) =>
  new RangeError(`no such response in cell "${cell}" with base weight ${baseWeight}`)
