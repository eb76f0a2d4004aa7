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
 * Responses are multiplied four at a time: the sums are then fetched and put back once for four.
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

  const firstOf = factors(scale, field)
  const secondOf = factors(scale, field * field)
  const atOnce = Math.floor((field - 1) / scale.max)
  const row = () => new Float64Array(width)
  const first = [row(), row(), row(), row()] as const
  const second = [row(), row(), row(), row()] as const
  const sums = new Float64Array((width * (width + 1)) / 2)
  const missing = new Float64Array(width)
  let rows = 0
  let inHand = 0

  function finish() {
    if (rows === 0) return
    multiply()
    const counts = countsOf(tally, cell, baseWeight)
    counts[0]! += rows
    for (let item = 0; item < width; item += 1) takeApart(counts, missingAt(item), 3, missing[item]!)
    for (let a = 0, pair = 0; a < width; a += 1)
      for (let b = a; b < width; b += 1, pair += 1) takeApart(counts, rowAt(width, a) + 4 * b, 4, sums[pair]!)
    rows = 0
    sums.fill(0)
    missing.fill(0)
  }

  function add(text: string, at: number) {
    if (rows === atOnce) finish()
    const u = first[inHand]!
    const v = second[inHand]!
    for (let item = 0; item < width; item += 1) {
      const digit = text.charCodeAt(at + item) - zero
      const factor = firstOf[digit]!
      if (!(factor >= 0)) {
        for (let before = 0; before < item; before += 1)
          missing[before]! -= missingOf[text.charCodeAt(at + before) - zero]!
        throw new RangeError(`"${text[at + item] ?? ''}" is no code of a rated item`)
      }
      u[item] = factor
      v[item] = secondOf[digit]!
      missing[item]! += missingOf[digit]!
    }
    rows += 1
    inHand += 1
    if (inHand === first.length) multiply()
  }

  function multiply() {
    for (let left = inHand; left < first.length; left += 1) first[left]!.fill(0)
    inHand = 0
    const [u0, u1, u2, u3] = first
    const [v0, v1, v2, v3] = second
    for (let a = 0, pair = 0; a < width; a += 1) {
      const w0 = u0[a]!
      const w1 = u1[a]!
      const w2 = u2[a]!
      const w3 = u3[a]!
      for (let b = a; b < width; b += 1, pair += 1) sums[pair]! += w0 * v0[b]! + w1 * v1[b]! + w2 * v2[b]! + w3 * v3[b]!
    }
  }

  return { add, finish }
}

const field = 2 ** 12
const firstMissing = 7
const zero = '0'.charCodeAt(0)

/** By digit: 1 + unit × rating, 0 for a missing code, not a number where no item has such a code. */
function factors({ min, max }: Tally['scale'], unit: number): Float64Array {
  const factors = new Float64Array(10).fill(Number.NaN)
  for (let rating = min; rating <= max; rating += 1) factors[rating] = 1 + unit * rating
  return factors.fill(0, firstMissing)
}

/** By digit: one for each missing code, in parts of its own; 0 for a rating. */
const missingOf = new Float64Array(10)
for (let code = 0; code < 3; code += 1) missingOf[firstMissing + code] = field ** code

/** Adds so many sums that one number carries. */
function takeApart(counts: CellCounts, at: number, parts: number, sum: number) {
  let rest = sum
  for (let part = parts - 1; part > 0; part -= 1) {
    const unit = field ** part
    const value = Math.floor(rest / unit)
    counts[at + part]! += value
    rest -= value * unit
  }
  counts[at]! += rest
}
