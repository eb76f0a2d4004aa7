import { tQuantile } from '../sampling/distributions.ts'
import type { Estimate } from './score.ts'

/** An estimate from one of several samples that were drawn, and calibrated, independently. */
export interface Part {
  estimate: Pick<Estimate, 'score' | 'se'>
  degreesOfFreedom: number
  coefficient: number
}

/** Value of a linear combination, with its standard error and 95 % t interval; null where a part has none. */
export interface Independent {
  value: number | null
  se: number | null
  interval: [number, number] | null
}

/**
 * A linear combination of independent estimates: variances add, degrees of freedom add (METHOD.md section 6, waves: the
 * same as stacking the samples as strata).
 */
export function combineIndependent(parts: Part[]): Independent {
  let value = 0
  let variance = 0
  for (const { estimate, coefficient } of parts) {
    value += coefficient * (estimate.score ?? Number.NaN)
    variance += (coefficient * (estimate.se ?? Number.NaN)) ** 2
  }
  if (Number.isNaN(value)) return { value: null, se: null, interval: null }
  if (Number.isNaN(variance)) return { value, se: null, interval: null }
  const se = Math.sqrt(variance)
  const half =
    tQuantile(
      0.975,
      parts.reduce((sum, { degreesOfFreedom }) => sum + degreesOfFreedom, 0),
    ) * se
  return { value, se, interval: [value - half, value + half] }
}

type Scored = Pick<Estimate, 'score' | 'se'>

/** The change from an earlier wave with its own sample: of the score, a dimension or an item. */
export const waveDifference = (
  now: { estimate: Scored; degreesOfFreedom: number },
  before: { estimate: Scored; degreesOfFreedom: number },
): Independent =>
  combineIndependent([
    { ...now, coefficient: 1 },
    { ...before, coefficient: -1 },
  ])
