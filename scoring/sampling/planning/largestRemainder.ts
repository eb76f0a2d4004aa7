/**
 * Whole numbers in proportion to `shares` that sum to `total` (method of largest remainders, Hamilton): everyone gets the
 * whole part of their quota, and what is left goes to the largest remainders; of equal ones to the larger share, then to
 * the first.
 * @param shares not negative; all 0 gives zeros
 * @throws RangeError for a negative share or a total that is no count
 */
export function largestRemainder(shares: number[], total: number): number[] {
  if (!Number.isInteger(total) || total < 0) throw new RangeError(`${total} is no number to share out`)
  if (shares.some((share) => !(share >= 0))) throw new RangeError('shares must not be negative')
  const sum = shares.reduce((before, share) => before + share, 0)
  if (sum === 0) return shares.map(() => 0)
  const exact = shares.map((share) => (share / sum) * total)
  // A quota a rounding error below a whole number is that number.
  const whole = exact.map((quota) => Math.floor(quota + 1e-9))
  const left = total - whole.reduce((before, count) => before + count, 0)
  const order = [...shares.keys()].sort(
    (a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || shares[b]! - shares[a]! || a - b,
  )
  for (const lucky of order.slice(0, left)) whole[lucky]! += 1
  return whole
}
