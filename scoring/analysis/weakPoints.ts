import type { RegionResult } from '../result/result.ts'
import { mostOf } from '../standard/item.ts'
import type { Scheme } from '../standard/scheme.ts'
import type { SubjectiveScore } from '../subjective/score.ts'
import type { Text } from '../text.ts'

/** Something whose score could rise, and by how much the total would. */
export interface WeakPoint {
  /** Item, L2 where only its score is known, or dimension of the survey. */
  id: string
  name: Text
  kind: 'item' | 'indicator' | 'survey'
  /** The L2 it belongs to; null for the survey. */
  indicator: string | null
  /** As it stands, and the most it could be; of deductions points off, and 0. */
  score: number
  best: number
  /** Points of the total that full marks would bring. */
  recoverable: number
}

/**
 * All that is short of full marks, the most points of the total first.
 * What is missing is left out: nobody knows what it would bring.
 */
export function weakPointsOf(
  scheme: Scheme,
  result: RegionResult,
  survey: Pick<SubjectiveScore, 'dimensions'> | null,
): WeakPoint[] {
  const points = scheme.dimensions.flatMap(({ kind, weight, indicators }) =>
    kind === 'subjective'
      ? surveyPoints(weight, survey)
      : indicators.flatMap((indicator) => {
          const scores = kind === 'deduction' ? result.deductions : result
          const known = indicator.items.filter(({ id }) => scores.items[id] != null)
          const ofIndicator = scores.indicators[indicator.id] ?? null
          const common = { indicator: indicator.id }
          if (known.length === 0 && ofIndicator !== null) {
            const [best, recoverable] =
              kind === 'deduction' ? [0, ofIndicator] : [100, ((100 - ofIndicator) * indicator.weight) / 100]
            const { id, name } = indicator
            return [{ ...common, id, name, kind: 'indicator' as const, score: ofIndicator, best, recoverable }]
          }
          return known.map((item): WeakPoint => {
            const score = scores.items[item.id] ?? 0
            const [best, recoverable] =
              kind === 'deduction' ? [0, score] : [mostOf(item), ((mostOf(item) - score) * indicator.weight) / 100]
            return { ...common, id: item.id, name: item.name, kind: 'item', score, best, recoverable }
          })
        }),
  )
  return points.filter(({ recoverable }) => recoverable > 0).sort((a, b) => b.recoverable - a.recoverable)
}

const surveyPoints = (weight: number, survey: Pick<SubjectiveScore, 'dimensions'> | null): WeakPoint[] =>
  (survey?.dimensions ?? []).flatMap(({ code, label, weight: share, score }) =>
    score === null
      ? []
      : [
          {
            id: code,
            name: label,
            kind: 'survey' as const,
            indicator: null,
            score,
            best: 100,
            recoverable: ((100 - score) * share * weight) / 100,
          },
        ],
  )
