import { normalQuantile } from '../distributions.ts'

export interface Precision {
  /** Standard deviation of the answers, on the scale of the half-width; of a share p on 0–100: 100 √(p (1 − p)). */
  deviation: number
  /** Persons in the population; absent: so many that it does not matter. */
  population?: number
  /** How much weighting and clustering inflate the variance; absent: 1. */
  designEffect?: number
  /** Confidence; absent: 0.95. */
  level?: number
}

export interface SampleSize {
  /** Accepted responses needed. */
  responses: number
  /** Persons to invite for them. */
  invitations: number
}

/**
 * Responses for a wanted half-width h of the interval of a mean: n = n₀ / (1 + n₀ / N), n₀ = deff (z σ / h)²
 * (Cochran, Sampling Techniques, 4.6), and the persons to invite when a share of them answers.
 * @throws RangeError where a half-width, deviation or share is not positive
 */
export function sampleSize(
  halfWidth: number,
  expectedResponse: number,
  { deviation, population = Number.POSITIVE_INFINITY, designEffect = 1, level = 0.95 }: Precision,
): SampleSize {
  for (const [name, value] of Object.entries({ halfWidth, deviation, population, designEffect }))
    if (!(value > 0)) throw new RangeError(`${name} must be above 0`)
  if (!(expectedResponse > 0 && expectedResponse <= 1))
    throw new RangeError('the expected response must be a share above 0, at most 1')
  const reach = normalQuantile((1 + level) / 2)
  const endless = designEffect * ((reach * deviation) / halfWidth) ** 2
  // A hair under a whole number is that number.
  const responses = Math.min(population, Math.ceil(endless / (1 + endless / population) - 1e-9))
  return { responses, invitations: Math.ceil(responses / expectedResponse - 1e-9) }
}

/** Half-width of the interval that so many responses give: `sampleSize` the other way round. */
export function halfWidth(
  responses: number,
  { deviation, population = Number.POSITIVE_INFINITY, designEffect = 1, level = 0.95 }: Precision,
): number {
  if (!(responses > 0)) throw new RangeError('responses must be above 0')
  const left = Math.max(0, 1 - responses / population)
  return normalQuantile((1 + level) / 2) * deviation * Math.sqrt((designEffect * left) / responses)
}
