import { isCensus, type Sample } from './sample.ts'

/** One replicate of the jackknife: what base weights are multiplied by, and its share in the variance. */
export interface Replicate {
  multipliers: (row: number) => number
  /** (1 − f) (n − 1) / n of its stratum. */
  scale: number
  /** The same without finite population correction. */
  plainScale: number
}

/**
 * JK1 / JKn: each PSU in turn is left out and the others of its stratum are raised by n / (n − 1). A lonely PSU gives no
 * replicate, save under `adjust`, where all other strata stand for it; under `average` the others' variance is raised.
 */
export function jackknife({ strata, stratumOf, psuOf, stratumOfPsu, lonely }: Sample): Replicate[] {
  const used = [...stratumOfPsu.keys()].filter((psu) => {
    const stratum = strata[stratumOfPsu[psu]!]!
    return stratum.psus > 1 || (lonely === 'adjust' && !isCensus(stratum) && strata.length > 1)
  })
  const raise = lonely === 'average' ? stratumOfPsu.length / used.length : 1
  return used.map((psu) => {
    const own = stratumOfPsu[psu]!
    const { psus, fraction } = strata[own]!
    const alone = psus === 1
    const units = alone ? strata.length : psus
    const plainScale = (raise * (units - 1)) / units
    return {
      multipliers: (row) => {
        if ((psuOf === null ? row : psuOf[row]) === psu) return 0
        return alone || stratumOf[row] === own ? units / (units - 1) : 1
      },
      scale: alone ? plainScale : (1 - fraction) * plainScale,
      plainScale,
    }
  })
}
