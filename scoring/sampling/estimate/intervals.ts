import { betaQuantile, normalQuantile, tQuantile } from '../distributions.ts'

export type Interval = [low: number, high: number]

/** estimate ± quantile · se */
export const around = (estimate: number, quantile: number, se: number): Interval => [
  estimate - quantile * se,
  estimate + quantile * se,
]

/** Wilson's interval of a proportion among `n` (an effective number where the sample is not simple). */
export function wilson(p: number, n: number, level = 0.95): Interval {
  const z = normalQuantile((1 + level) / 2)
  const centre = p + (z * z) / (2 * n)
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return [(centre - half) / (1 + (z * z) / n), (centre + half) / (1 + (z * z) / n)]
}

/** Clopper and Pearson's exact interval of x successes among n; either may be an effective, broken number. */
export function clopperPearson(x: number, n: number, level = 0.95): Interval {
  const tail = (1 - level) / 2
  return [betaQuantile(tail, Math.max(0, x), n - x + 1), betaQuantile(1 - tail, x + 1, Math.max(0, n - x))]
}

/** Korn and Graubard: Clopper–Pearson with the effective sample size. */
export interface KornGraubard {
  /** p (1 − p) / se², or n where the standard error is 0. */
  nEff: number
  /** Times the ratio of t quantiles squared. */
  adjusted: number
  /** The same, at most n. */
  nStar: number
  interval: Interval
  /** With `adjusted`: R's `svyciprop(method = "beta")`. */
  untruncated: Interval
}

/**
 * @param n rows that the degrees of freedom are compared with
 * @param df degrees of freedom of the design
 */
export function kornGraubard(
  { p, se, n, df }: { p: number; se: number; n: number; df: number },
  level = 0.95,
): KornGraubard {
  const tail = (1 - level) / 2
  const nEff = se > 0 ? (p * (1 - p)) / (se * se) : n
  const ratio = n - 1 === df ? 1 : tQuantile(tail, n - 1) / tQuantile(tail, df)
  const adjusted = nEff * ratio * ratio
  const nStar = Number.isNaN(adjusted) ? adjusted : Math.min(n, adjusted)
  const of = (size: number) => clopperPearson(size * p, size, level)
  return { nEff, adjusted, nStar, interval: of(nStar), untruncated: of(adjusted) }
}

/** On the logit scale, mapped back. */
export function logitInterval(p: number, quantile: number, se: number): Interval {
  const [low, high] = around(Math.log(p / (1 - p)), quantile, se / (p * (1 - p)))
  return [expit(low), expit(high)]
}

/** On the scale of asin √p, mapped back. */
export function arcsineInterval(p: number, quantile: number, se: number): Interval {
  const [low, high] = around(Math.asin(Math.sqrt(p)), quantile, se / (2 * Math.sqrt(p * (1 - p))))
  return [Math.sin(low) ** 2, Math.sin(high) ** 2]
}

export const expit = (x: number): number => 1 / (1 + Math.exp(-x))
