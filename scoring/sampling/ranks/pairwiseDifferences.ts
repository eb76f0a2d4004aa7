import { normalTail } from '../distributions.ts'
import type { Ranked } from './rankRegions.ts'

export interface PairwiseDifference {
  /** The score of `a` less that of `b`. */
  a: string
  b: string
  difference: number
  se: number
  /** Two-sided, normal, by itself. */
  p: number
  /** Adjusted for all pairs together by Holm's method: below 0.05 the two can be told apart. */
  adjusted: number
}

/** Differences of all pairs of independent scores, with Holm's adjustment (Scandinavian Journal of Statistics 6, 1979). */
export function pairwiseDifferences(regions: Ranked[]): PairwiseDifference[] {
  const pairs = regions.flatMap((a, at) =>
    regions.slice(at + 1).map((b) => {
      const difference = a.score - b.score
      const se = Math.hypot(a.se, b.se)
      return { a: a.code, b: b.code, difference, se, p: twoSided(difference, se) }
    }),
  )
  const order = [...pairs.keys()].sort((one, other) => pairs[one]!.p - pairs[other]!.p)
  const adjusted = new Float64Array(pairs.length)
  let largest = 0
  for (const [place, pair] of order.entries()) {
    largest = Math.max(largest, Math.min(1, pairs[pair]!.p * (pairs.length - place)))
    adjusted[pair] = largest
  }
  return pairs.map((pair, at) => ({ ...pair, adjusted: adjusted[at]! }))
}

function twoSided(difference: number, se: number) {
  if (se === 0) return difference === 0 ? 1 : 0
  return 2 * normalTail(Math.abs(difference) / se)
}
