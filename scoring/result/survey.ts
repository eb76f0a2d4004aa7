import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { exactly, type Fraction, toNumber } from '../standard/exact.ts'
import type { SampleKind, SubjectiveScore } from '../subjective/score.ts'
import type { Interval, Uncertainty } from './result.ts'

/** The survey score that Tiyan estimated. */
export type SurveyEstimate = Pick<SubjectiveScore, 'score' | 'se' | 'interval' | 'kind' | 'nEffective'>

/** A survey score, whoever worked it out. */
export interface Survey {
  exact: Fraction
  source: 'survey' | 'imported'
  /** null where no standard error is known. */
  spread: { se: number; interval: Interval } | null
  kind: SampleKind
  nEffective: number | null
}

/** null while nobody has rated anything. */
export const estimated = ({ score, se, interval, kind, nEffective }: SurveyEstimate): Survey | null =>
  score === null
    ? null
    : {
        exact: exactly(score),
        source: 'survey',
        spread: se === null || interval === null ? null : { se, interval },
        kind,
        nEffective,
      }

/** The 95 % interval of an imported score is normal: its degrees of freedom are not known. */
const reach = normalQuantile(0.975, 0, 1)

export function imported(exact: Fraction, se: number | null = null, kind: SampleKind = 'model'): Survey {
  const score = toNumber(exact)
  const spread = se === null ? null : { se, interval: [score - reach * se, score + reach * se] satisfies Interval }
  return { exact, source: 'imported', spread, kind, nEffective: null }
}

/**
 * The uncertainty that the survey brings into the total; the objective data are taken as exact.
 * The interval of the total is clamped like the total.
 */
export function uncertaintyOf(
  { exact, spread, kind, nEffective }: Survey,
  share: number,
  totalRaw: number | null,
): Uncertainty | undefined {
  if (!spread) return undefined
  const score = toNumber(exact)
  const end = (bound: number) => Math.max(0, (totalRaw ?? 0) + share * (bound - score))
  const [lowest, highest] = spread.interval
  return {
    subjective: { score, ...spread, kind, nEffective },
    total: totalRaw === null ? null : { se: share * spread.se, interval: [end(lowest), end(highest)] },
  }
}
