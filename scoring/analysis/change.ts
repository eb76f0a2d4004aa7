import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import type { Interval } from '../result/result.ts'

/** A score with its standard error; null where none is known. */
export interface Measured {
  score: number
  se: number | null
}

/** How a score has changed between two independent samples. */
export interface Change {
  difference: number
  /** √(se₁² + se₂²); null where one of them is not known, and nothing can be said of chance. */
  se: number | null
  /** 95 %, normal. */
  interval: Interval | null
  /** Whether the interval leaves out 0; null where there is none. */
  significant: boolean | null
}

const reach = normalQuantile(0.975, 0, 1)

/** `before` to `now`: two rounds ask different people, so the variances add up. */
export function changeBetween(before: Measured, now: Measured): Change {
  const difference = now.score - before.score
  if (before.se === null || now.se === null) return { difference, se: null, interval: null, significant: null }
  const se = Math.hypot(before.se, now.se)
  const interval: Interval = [difference - reach * se, difference + reach * se]
  return { difference, se, interval, significant: interval[0] > 0 || interval[1] < 0 }
}
