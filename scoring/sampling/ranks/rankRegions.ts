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
  const errors = regions.map((_, region) => normalDraws(draws, seed + region * 0x9e3779b9))
  const everyone = [...regions.keys()]
  const all = ahead(
    regions,
    everyone.flatMap((j) => everyone.slice(j + 1).map((k) => [j, k])),
    errors,
    level,
  )
  return regions.map(({ code, score }, j) => {
    const others = everyone.filter((k) => k !== j)
    const own = ahead(
      regions,
      others.map((k) => [j, k]),
      errors,
      level,
    )
    return {
      code,
      rank: 1 + regions.filter((other) => other.score > score).length,
      marginal: rangeOf(j, others, own),
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

/** Two regions; which of the statements "j is ahead of k", "k is ahead of j" are still open. */
interface Pair {
  j: number
  k: number
  /** Shares of the two standard errors in that of the difference. */
  left: number
  right: number
  /** Studentised difference. */
  t: number
  forward: boolean
  backward: boolean
}

/** Which statements "j is ahead of k" over the given pairs hold, with the wanted level for all of them together. */
function ahead(regions: Ranked[], indices: number[][], errors: Float64Array[], level: number): Ahead {
  const found = new Set<number>()
  const take = (winner: number, loser: number) => found.add(winner * regions.length + loser)
  const pairs = indices.map(([j, k]) => pairOf(regions, j!, k!))
  for (const { j, k, t } of pairs) {
    // Two exact scores.
    if (t === Number.POSITIVE_INFINITY) take(j, k)
    if (t === Number.NEGATIVE_INFINITY) take(k, j)
  }
  const open = pairs.filter(({ t }) => Number.isFinite(t))
  for (;;) {
    const critical = criticalValue(open, errors, level)
    const before = found.size
    for (const pair of open) {
      if (pair.forward && pair.t > critical) {
        take(pair.j, pair.k)
        pair.forward = false
      }
      if (pair.backward && -pair.t > critical) {
        take(pair.k, pair.j)
        pair.backward = false
      }
    }
    if (found.size === before) return (j, k) => found.has(j * regions.length + k)
  }
}

function pairOf(regions: Ranked[], j: number, k: number): Pair {
  const [a, b] = [regions[j]!, regions[k]!]
  const se = Math.hypot(a.se, b.se)
  return { j, k, left: a.se / se, right: b.se / se, t: (a.score - b.score) / se, forward: true, backward: true }
}

/** Quantile of the largest studentised difference over the open statements, from simulated errors of the regions. */
function criticalValue(open: Pair[], errors: Float64Array[], level: number) {
  const draws = errors[0]?.length ?? 0
  const largest = new Float64Array(draws).fill(Number.NEGATIVE_INFINITY)
  for (const { j, k, left, right, forward, backward } of open) {
    const [first, second] = [errors[j]!, errors[k]!]
    for (let draw = 0; draw < draws; draw += 1) {
      const value = left * first[draw]! - right * second[draw]!
      const size = forward && backward ? Math.abs(value) : forward ? value : -value
      if (size > largest[draw]!) largest[draw] = size
    }
  }
  return largest.sort()[Math.min(draws - 1, Math.ceil(level * (draws + 1)) - 1)] ?? Number.POSITIVE_INFINITY
}
