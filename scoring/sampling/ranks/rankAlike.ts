import { type PairwiseDifference, pairwiseDifferences } from './pairwiseDifferences.ts'
import { type Ranked, type RankOptions, type RankSets, rankRegions } from './rankRegions.ts'

/** A region's score with what makes it comparable to another's. */
export interface Comparable extends Ranked {
  scheme: string
  /** Of the computation, e.g. `{ normalizeShares: false }`; the order of its keys does not matter. */
  options: Record<string, unknown>
  /** Of the survey score, e.g. `SR-1`; null where there is none in the score. */
  rule: string | null
}

/** Regions of one scheme, one set of options and one scoring rule, ranked among themselves. */
export interface RankedGroup {
  scheme: string
  options: Record<string, unknown>
  rule: string | null
  ranks: RankSets[]
  differences: PairwiseDifference[]
}

/** Ranks regions, only ever among their like: never a county among cities, nor scores by different options or rules. */
export function rankAlike(regions: Comparable[], how?: RankOptions): RankedGroup[] {
  const groups = new Map<string, Comparable[]>()
  for (const region of regions) {
    const { scheme, options, rule } = region
    const key = JSON.stringify([scheme, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)), rule])
    groups.set(key, [...(groups.get(key) ?? []), region])
  }
  return [...groups.values()].map((members) => {
    const [{ scheme, options, rule }] = members as [Comparable]
    return { scheme, options, rule, ranks: rankRegions(members, how), differences: pairwiseDifferences(members) }
  })
}
