import type { RegionResult } from '../result/result.ts'
import type { Scheme } from '../standard/scheme.ts'
import type { Text } from '../text.ts'

/** A region's result beside those of its group. */
export interface ComparedRegion {
  name: Text
  result: RegionResult
}

export interface Comparison {
  /** `total`, dimension or L2; of the deductions points off, where less is better. */
  id: string
  name: Text
  kind: 'total' | 'dimension' | 'indicator' | 'deduction'
  own: number | null
  /** Mean over the regions of the group of which it is known; null: of none. */
  mean: number | null
  best: { score: number; name: Text } | null
  /** Regions of the group of which it is known. */
  regions: number
}

const total: Text = { zh: '总体得分', en: 'Total score' }

/** Total, dimensions and indicators of a region beside the mean and the best of its group. `group` has the region itself. */
export function comparisonOf(scheme: Scheme, own: RegionResult, group: readonly ComparedRegion[]): Comparison[] {
  const line = (
    about: Pick<Comparison, 'id' | 'name' | 'kind'>,
    scoreIn: (result: RegionResult) => number | null | undefined,
  ): Comparison => {
    const known = group.flatMap(({ name, result }) => {
      const score = scoreIn(result) ?? null
      return score === null ? [] : [{ score, name }]
    })
    const sign = about.kind === 'deduction' ? -1 : 1
    const best = known.reduce<(typeof known)[number] | null>(
      (before, one) => (before === null || sign * (one.score - before.score) > 0 ? one : before),
      null,
    )
    const sum = known.reduce((before, { score }) => before + score, 0)
    return {
      ...about,
      own: scoreIn(own) ?? null,
      mean: known.length === 0 ? null : sum / known.length,
      best,
      regions: known.length,
    }
  }
  return [
    line({ id: 'total', name: total, kind: 'total' }, (result) => result.total),
    ...scheme.dimensions.flatMap(({ id, name, kind, indicators }) =>
      kind === 'deduction'
        ? [line({ id, name, kind }, ({ deductions }) => deductions.total)]
        : [
            line({ id, name, kind: 'dimension' }, ({ dimensions }) => dimensions[id]),
            ...(kind === 'subjective' ? [] : indicators).map((indicator) =>
              line(
                { id: indicator.id, name: indicator.name, kind: 'indicator' },
                (result) => result.indicators[indicator.id],
              ),
            ),
          ],
    ),
  ]
}
