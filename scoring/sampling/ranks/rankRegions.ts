import {
  fromTop,
  isAhead,
  isBehind,
  largestDifferences,
  largestOpen,
  type Pairs,
  placeFromTop,
} from './largestDifference.ts'
import { normalDraws } from './normalDraws.ts'

/** A score to be ranked; scores of different regions are independent. */
export interface Ranked {
  code: string
  score: number
  /** 0: exact, e.g. objective data alone. */
  se: number
}

export interface RankSets {
  code: string
  /** 1 is the highest score; equal scores have equal ranks. */
  rank: number
  /** Best and worst rank that the data allow for this region alone, 95 %. */
  marginal: [number, number]
  /** The same for all regions at once: 95 % that none of these sets misses. */
  simultaneous: [number, number]
  /** Regions that the data cannot tell from this one, all comparisons taken together. */
  notToldApart: string[]
}

export interface RankOptions {
  /** 0.95 */
  level?: number
  /** Simulated sets of errors behind the critical values; 5,000 */
  draws?: number
  seed?: number
}

/**
 * Confidence sets for ranks: from confident pairwise differences, best rank = 1 + the number of regions confidently
 * ahead, worst = all less those confidently behind. Critical values by simulation of the largest studentised difference,
 * sharpened step by step (Romano and Wolf). Mogstad, Romano, Shaikh, Wilhelm: Inference for Ranks with Applications to
 * Mobility across Neighbourhoods and Academic Achievement across Countries, Review of Economic Studies 91 (2024).
 *
 * Only regions of one scheme, one set of options and one scoring rule can be ranked; that is the caller's to see to.
 * @throws RangeError if a score is not finite or a standard error negative
 */
export function rankRegions(
  regions: Ranked[],
  { level = 0.95, draws = 5_000, seed = 33356 }: RankOptions = {},
): RankSets[] {
  for (const { code, score, se } of regions)
    if (!Number.isFinite(score) || !(se >= 0 && se < Number.POSITIVE_INFINITY))
      throw new RangeError(`region ${code} has no score with a standard error`)
  const everyone = [...regions.keys()]
  const errors = everyone.map((region) => normalDraws(draws, seed + region * 0x9e3779b9))
  const pairs = pairsOf(regions)
  const largest = largestDifferences(pairs, errors)
  const simulated = {
    errors: byDraw(errors, draws),
    place: draws - Math.min(draws, Math.ceil(level * (draws + 1))) + 1,
  }
  const all = ahead(pairs, simulated, largest.ofAll, everyone)
  return regions.map(({ code, score }, j) => {
    const others = everyone.filter((k) => k !== j)
    return {
      code,
      rank: 1 + regions.filter((other) => other.score > score).length,
      marginal: rangeOf(j, others, ahead(pairs, simulated, largest.ofRegion[j]!, [j])),
      simultaneous: rangeOf(j, others, all),
      notToldApart: others.filter((k) => !all(j, k) && !all(k, j)).map((k) => regions[k]!.code),
    }
  })
}

type Ahead = (j: number, k: number) => boolean

const rangeOf = (j: number, others: number[], isAhead: Ahead): [number, number] => [
  1 + others.filter((k) => isAhead(k, j)).length,
  1 + others.filter((k) => !isAhead(j, k)).length,
]

function pairsOf(regions: Ranked[]): Pairs {
  const size = regions.length
  const of = (value: (a: Ranked, b: Ranked) => number) =>
    Float64Array.from({ length: size * size }, (_, at) => value(regions[Math.floor(at / size)]!, regions[at % size]!))
  return {
    size,
    left: of((a, b) => a.se / Math.hypot(a.se, b.se)),
    right: of((a, b) => b.se / Math.hypot(a.se, b.se)),
    t: of((a, b) => (a === b ? Number.NaN : (a.score - b.score) / Math.hypot(a.se, b.se))),
  }
}

/** Errors of all regions, draw by draw. */
function byDraw(errors: Float64Array[], draws: number): Float64Array {
  const all = new Float64Array(errors.length * draws)
  for (const [region, own] of errors.entries())
    for (let draw = 0; draw < draws; draw += 1) all[draw * errors.length + region] = own[draw]!
  return all
}

interface Simulated {
  errors: Float64Array
  /** Which of the largest differences, from the top, is the critical value. */
  place: number
}

/**
 * Which statements "j is ahead of k" about some regions hold, with the wanted level for all of them together.
 * @param bounds by draw, the largest difference over all these statements
 */
function ahead(pairs: Pairs, { errors, place }: Simulated, bounds: Float64Array, about: number[]): Ahead {
  const { size, t } = pairs
  // One region: its pairs with all; all regions: every pair once, which begins with the first of the two.
  const first = (j: number) => (about.length === 1 ? 0 : j + 1)
  const open = new Uint8Array(size * size)
  const found = new Uint8Array(size * size)
  for (const j of about)
    for (let k = first(j); k < size; k += 1) {
      const at = j * size + k
      if (Number.isFinite(t[at]!)) open[at] = isAhead | isBehind
      // Two exact scores.
      else if (!Number.isNaN(t[at]!)) found[t[at]! > 0 ? at : k * size + j] = 1
    }
  for (let critical = fromTop(bounds, place); ; ) {
    let taken = 0
    for (const j of about)
      for (let k = first(j); k < size; k += 1) {
        const at = j * size + k
        if ((open[at]! & isAhead) !== 0 && t[at]! > critical) {
          found[at] = 1
          open[at]! -= isAhead
          taken += 1
        }
        if ((open[at]! & isBehind) !== 0 && -t[at]! > critical) {
          found[k * size + j] = 1
          open[at]! -= isBehind
          taken += 1
        }
      }
    if (taken === 0) return (j, k) => found[j * size + k] === 1
    critical = placeFromTop(bounds, place, (draw) => largestOpen(pairs, errors, draw, open, about))
  }
}
