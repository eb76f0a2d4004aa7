import { type CellCounts, countsOf, missingAt, rowAt, type Tally } from './tally.ts'

/** Takes in many responses of one cell and base weight, several times faster than one by one. */
export interface PackedCounter {
  /**
   * @param text the codes of a response from `at` on, a character an item: a rating's digit, or 7, 8, 9 for 97, 98, 99
   * @throws RangeError for a character that can't be; the response is then not counted
   */
  add: (text: string, at: number) => void
  /** Brings what was added into the tally; to be called before the tally is used. */
  finish: () => void
}

/**
 * Counts responses of one cell of a tally.
 *
 * With u = 1 + 2¹² x and v = 1 + 2²⁴ y a product uv = 1 + 2¹² x + 2²⁴ y + 2³⁶ xy carries all four numbers of a pair, so
 * that one multiplication and one addition count it. Sums of fewer than 2¹² ÷ max products keep their parts apart, and
 * are whole numbers below 2⁵³: exact.
 *
 * @param baseWeight the design weight, finite and above 0; 1 where the sample was not drawn
 * @throws RangeError for a weight that can't be, or a scale that reaches the digits of the missing codes
 */
export function packedCounter(tally: Tally, cell: string, baseWeight: number): PackedCounter {
  const { items, scale } = tally
  const width = items.length
  if (!(baseWeight > 0 && baseWeight < Number.POSITIVE_INFINITY))
    throw new RangeError(`a base weight must be finite and above 0, not ${baseWeight}`)
  if (scale.max >= firstMissing || scale.min < 0)
    throw new RangeError(`a scale from ${scale.min} to ${scale.max} can’t be packed`)

  const atOnce = Math.floor((field - 1) / scale.max)
  const sums = new Float64Array((width * (width + 1)) / 2)
  const missing = new Float64Array(3 * width)
  const first = new Float64Array(width)
  const second = new Float64Array(width)
  let rows = 0

  function finish() {
    if (rows === 0) return
    const counts = countsOf(tally, cell, baseWeight)
    counts[0]! += rows
    for (let at = 0; at < missing.length; at += 1) counts[missingAt(0) + at]! += missing[at]!
    for (let a = 0, pair = 0; a < width; a += 1)
      for (let b = a; b < width; b += 1, pair += 1) takeApart(counts, rowAt(width, a) + 4 * b, sums[pair]!)
    rows = 0
    sums.fill(0)
    missing.fill(0)
  }

  function add(text: string, at: number) {
    checkCodes(text, at, width, scale)
    if (rows === atOnce) finish()
    rows += 1
    for (let item = 0; item < width; item += 1) {
      const digit = text.charCodeAt(at + item) - zero
      const rated = digit < firstMissing
      first[item] = rated ? 1 + field * digit : 0
      second[item] = rated ? 1 + field * field * digit : 0
      if (!rated) missing[3 * item + digit - firstMissing]! += 1
    }
    for (let a = 0, pair = 0; a < width; a += 1) {
      const u = first[a]!
      if (u === 0) pair += width - a
      else for (let b = a; b < width; b += 1, pair += 1) sums[pair]! += u * second[b]!
    }
  }

  return { add, finish }
}

const field = 2 ** 12
const firstMissing = 7
const zero = '0'.charCodeAt(0)

function checkCodes(text: string, at: number, width: number, { min, max }: Tally['scale']) {
  for (let item = at; item < at + width; item += 1) {
    const digit = text.charCodeAt(item) - zero
    const known = (digit >= min && digit <= max) || (digit >= firstMissing && digit <= 9)
    if (!known) throw new RangeError(`"${text[item] ?? ''}" is no code of a rated item`)
  }
}

/** Adds the four sums that one number carries. */
function takeApart(counts: CellCounts, at: number, sum: number) {
  let rest = sum
  for (let part = 3; part > 0; part -= 1) {
    const unit = field ** part
    const value = Math.floor(rest / unit)
    counts[at + part]! += value
    rest -= value * unit
  }
  counts[at]! += rest
}
