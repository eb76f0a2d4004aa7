import { type CellCounts, countsOf, missingAt, rowAt, type Tally } from './tally.ts'

/** Takes in many responses of one cell and base weight, several times faster than one by one. */
export interface PackedCounter {
  /**
   * @param text the codes of a response from `at` on, a byte an item: a rating's digit, or 7, 8, 9 for 97, 98, 99
   * @throws RangeError for a character that can't be; the response is then not counted
   */
  add: (text: Uint8Array, at: number) => void
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
 * Responses are multiplied four at a time and items two at a time: every number is then fetched and put back less often.
 *
 * @param baseWeight the design weight, finite and above 0; 1 where the sample was not drawn
 * @throws RangeError for a weight that can't be, or a scale that reaches the digits of the missing codes
 */
export function packedCounter(tally: Tally, cell: string, baseWeight: number): PackedCounter {
  const { items, scale } = tally
  const width = items.length
  // An odd number of items has one beside them that nobody rates.
  const even = width + (width % 2)
  if (!(baseWeight > 0 && baseWeight < Number.POSITIVE_INFINITY))
    throw new RangeError(`a base weight must be finite and above 0, not ${baseWeight}`)
  if (scale.max >= firstMissing || scale.min < 0)
    throw new RangeError(`a scale from ${scale.min} to ${scale.max} can’t be packed`)

  const allowed = charactersOf(scale)
  const atOnce = Math.floor((field - 1) / scale.max)
  const inHand = new Uint8Array(4 * width)
  const sums = new Float64Array(even * even)
  const missing = new Float64Array(width)
  let rows = 0

  function finish() {
    if (rows === 0) return
    if (rows % 4 > 0) multiply()
    const counts = countsOf(tally, cell, baseWeight)
    counts[0]! += rows
    for (let item = 0; item < width; item += 1) takeApart(counts, missingAt(item), 3, missing[item]!)
    for (let a = 0; a < width; a += 1)
      for (let b = a; b < width; b += 1) takeApart(counts, rowAt(width, a) + 4 * b, 4, sums[a * even + b]!)
    rows = 0
    sums.fill(0)
    missing.fill(0)
  }

  function add(text: Uint8Array, at: number) {
    if (rows === atOnce) finish()
    const start = (rows % 4) * width
    for (let item = 0; item < width; item += 1) {
      const character = text[at + item]
      if (character === undefined || allowed[character] === 0)
        throw new RangeError(
          `"${String.fromCharCode(...text.slice(at + item, at + item + 1))}" is no code of a rated item`,
        )
      inHand[start + item] = character
    }
    rows += 1
    if (rows % 4 === 0) multiply()
  }

  function multiply() {
    if (rows % 4 > 0) inHand.fill(0, (rows % 4) * width)
    const { u, v } = room(4 * even)
    for (let item = 0, to = 0; item < width; item += 1)
      for (let at = item; at < inHand.length; at += width, to += 1) {
        const character = inHand[at]!
        u[to] = firstOf[character]!
        v[to] = secondOf[character]!
        missing[item]! += missingOf[character]!
      }
    addProducts(sums, u, v, even)
  }

  return { add, finish }
}

/**
 * Adds the products of four responses' factors to the sums of every pair of items, in rows of the first one; the lower
 * half of them is of no use.
 * @param items an even number of them
 */
function addProducts(sums: Float64Array, u: Float64Array, v: Float64Array, items: number) {
  for (let a = 0; a < items; a += 2) {
    const first = a * items
    const second = first + items
    const at = 4 * a
    const s0 = u[at]!
    const s1 = u[at + 1]!
    const s2 = u[at + 2]!
    const s3 = u[at + 3]!
    const t0 = u[at + 4]!
    const t1 = u[at + 5]!
    const t2 = u[at + 6]!
    const t3 = u[at + 7]!
    for (let b = a, from = at; b < items; b += 1, from += 4) {
      const v0 = v[from]!
      const v1 = v[from + 1]!
      const v2 = v[from + 2]!
      const v3 = v[from + 3]!
      sums[first + b]! += s0 * v0 + s1 * v1 + s2 * v2 + s3 * v3
      sums[second + b]! += t0 * v0 + t1 * v1 + t2 * v2 + t3 * v3
    }
  }
}

const field = 2 ** 12
const firstMissing = 7
const zero = '0'.charCodeAt(0)
const bytes = 256

/** By character: 1 where an item may have it as its code. */
function charactersOf({ min, max }: Tally['scale']): Uint8Array {
  const allowed = new Uint8Array(bytes).fill(1, zero + min, zero + max + 1)
  return allowed.fill(1, zero + firstMissing, zero + firstMissing + 3)
}

/** By character: 1 + unit × rating; 0 for a missing code. */
function factors(unit: number): Float64Array {
  const factors = new Float64Array(bytes)
  for (let rating = 0; rating < firstMissing; rating += 1) factors[zero + rating] = 1 + unit * rating
  return factors
}
const firstOf = factors(field)
const secondOf = factors(field * field)

/** By character: one for each missing code, in parts of its own; 0 for a rating. */
const missingOf = new Float64Array(bytes)
for (let code = 0; code < 3; code += 1) missingOf[zero + firstMissing + code] = field ** code

/** Where the factors of four responses stand while they are multiplied; kept, so that they stay near the processor. */
let factorsInHand = { u: new Float64Array(0), v: new Float64Array(0) }
function room(length: number) {
  if (factorsInHand.u.length !== length) factorsInHand = { u: new Float64Array(length), v: new Float64Array(length) }
  return factorsInHand
}

/** Adds so many sums that one number carries. */
function takeApart(counts: CellCounts, at: number, parts: number, sum: number) {
  let rest = sum
  for (let part = parts - 1; part > 0; part -= 1) {
    const value = Math.floor(rest / units[part]!)
    counts[at + part]! += value
    rest -= value * units[part]!
  }
  counts[at]! += rest
}
const units = [1, field, field ** 2, field ** 3]
