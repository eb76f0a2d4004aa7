import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile'
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile'
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile'

/** Quantile of the standard normal distribution; `p` in 0…1. */
export const normalQuantile = (p: number): number => normalQuantileOf(p, 0, 1)

/** Quantile of Student's t; `p` in 0…1, `degreesOfFreedom` above 0 (Infinity: the normal distribution), else NaN. */
export const tQuantile = (p: number, degreesOfFreedom: number): number =>
  degreesOfFreedom === Number.POSITIVE_INFINITY ? normalQuantile(p) : tQuantileOf(p, degreesOfFreedom)

/** Quantile of the beta distribution; a shape of 0 stands for the limit: all mass at 0 (`a`) or at 1 (`b`). */
export function betaQuantile(p: number, a: number, b: number): number {
  if (a === 0) return 0
  if (b === 0) return 1
  return betaQuantileOf(p, a, b)
}

/**
 * P(Z > z) of the standard normal distribution, `z` not negative, to about 13 digits however far out: the power series
 * near the middle, Laplace's continued fraction beyond (Abramowitz and Stegun, 26.2.11 and 26.2.14).
 */
export function normalTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z < 2.5) {
    let sum = 0
    for (let term = z, odd = 1; term > 1e-17; odd += 2, term *= (z * z) / odd) sum += term
    return 0.5 - density * sum
  }
  let fraction = z
  for (let depth = 150; depth > 0; depth -= 1) fraction = z + depth / fraction
  return density / fraction
}
