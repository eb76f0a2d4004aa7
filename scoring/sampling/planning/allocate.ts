import { largestRemainder } from './largestRemainder.ts'

export interface StratumPlan {
  code: string
  /** Persons. */
  population: number
  /** Standard deviation of the answers, for `neyman`. */
  deviation?: number
}

export type Allocation = 'proportional' | 'equal' | 'neyman' | 'square-root'

const shareOf: Record<Allocation, (stratum: StratumPlan) => number> = {
  proportional: ({ population }) => population,
  equal: ({ population }) => (population > 0 ? 1 : 0),
  neyman: ({ code, population, deviation }) => {
    if (deviation === undefined || !(deviation >= 0)) throw new RangeError(`stratum ${code} has no standard deviation`)
    return population * deviation
  },
  'square-root': ({ population }) => Math.sqrt(population),
}

/**
 * Shares a sample out to strata, in whole responses by largest remainder. No stratum gets more than its population; what
 * it can't take goes to the others in proportion (Cochran, Sampling Techniques, 5.8).
 * @returns responses by stratum, in the given order
 * @throws RangeError if the sample is larger than the population, or `neyman` lacks a deviation
 */
export function allocate(strata: StratumPlan[], responses: number, method: Allocation): number[] {
  const shares = strata.map(shareOf[method])
  const whole = strata.reduce((sum, { population }) => sum + population, 0)
  if (responses > whole) throw new RangeError(`a population of ${whole} can't give ${responses} responses`)
  const full = new Set<number>()
  for (;;) {
    const taken = [...full].reduce((sum, stratum) => sum + strata[stratum]!.population, 0)
    const open = shares.map((share, stratum) => (full.has(stratum) ? 0 : share))
    const nothing = open.every((share) => share === 0)
    const rest = largestRemainder(
      nothing ? strata.map((one, at) => (full.has(at) ? 0 : one.population)) : open,
      responses - taken,
    )
    const over = [...strata.keys()].filter(
      (stratum) => !full.has(stratum) && rest[stratum]! > strata[stratum]!.population,
    )
    if (over.length === 0)
      return rest.map((count, stratum) => (full.has(stratum) ? strata[stratum]!.population : count))
    for (const stratum of over) full.add(stratum)
  }
}
