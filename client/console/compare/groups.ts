import { sizeOf } from '../../../scoring/analysis/citySize.ts'
import type { Text } from '../../../scoring/text.ts'
import type { RegionOfRound } from '../../../server/shapes/roundResults.ts'

export const groupings = ['none', 'province', 'rank', 'size'] as const
export type Grouping = (typeof groupings)[number]

/** The group of a region; null where it is unknown, or nothing is grouped. */
export function groupOf({ province, rank, population }: RegionOfRound, by: Grouping): Text | null {
  if (by === 'province') return province
  if (by === 'rank') return rank === '' ? null : { zh: rank, en: rank }
  return by === 'size' && population !== null ? sizeOf(population) : null
}
