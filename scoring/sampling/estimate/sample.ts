import { combinationsOf } from '../combinations.ts'
import type { LonelyPsu } from './designFile.ts'

/** How the rows were drawn: strata, PSUs and sampling fractions of the first stage. */
export interface Sample {
  length: number
  /** Index of each row's stratum. */
  stratumOf: Int32Array
  strata: Stratum[]
  /** Index of each row's PSU; null where every row is one. */
  psuOf: Int32Array | null
  /** Index of each PSU's stratum. */
  stratumOfPsu: Int32Array
  lonely: LonelyPsu
}

interface Stratum {
  /** PSUs in the sample. */
  psus: number
  /** Share of the population's PSUs that was drawn; 0 without finite population correction. */
  fraction: number
}

/** What the rows of a file say of the design. */
export interface SampleColumns {
  stratum: Int32Array
  psu: Int32Array | null
  /** PSUs in the population of the row's stratum. */
  populationSize: Float64Array | null
}

/** The design of the rows at hand. Strata and PSUs without a row are passed over. */
export function sampleOf({ stratum, psu, populationSize }: SampleColumns, lonely: LonelyPsu): Sample {
  const stratumOf = combinationsOf([stratum], stratum.length).of
  const psuOf = psu === null ? null : combinationsOf([psu], psu.length).of
  const psus = psuOf === null ? stratumOf.length : 1 + psuOf.reduce((largest, own) => Math.max(largest, own), -1)
  const stratumOfPsu = psuOf === null ? stratumOf : new Int32Array(psus)
  psuOf?.forEach((own, row) => {
    stratumOfPsu[own] = stratumOf[row]!
  })
  const strata: Stratum[] = []
  for (const own of stratumOfPsu) {
    strata[own] ??= { psus: 0, fraction: 0 }
    strata[own].psus += 1
  }
  if (populationSize !== null)
    stratumOf.forEach((own, row) => {
      strata[own]!.fraction = strata[own]!.psus / populationSize[row]!
    })
  return { length: stratumOf.length, stratumOf, strata, psuOf, stratumOfPsu, lonely }
}

/** Everything of a stratum was drawn, so it adds no variance (R's bound). */
export const isCensus = ({ fraction }: Stratum): boolean => fraction > 1 - 1e-7

/** Strata of which no variance can be formed. */
export const lonelyStrata = ({ strata }: Sample): number[] =>
  [...strata.keys()].filter((stratum) => strata[stratum]!.psus === 1 && !isCensus(strata[stratum]!))

/** PSUs that have a weight, less strata that have one; `inPlay` restricts it to some of the rows. */
export function degreesOfFreedom(
  { length, stratumOf, strata, psuOf, stratumOfPsu }: Sample,
  weights: Float64Array,
  inPlay: (row: number) => boolean = () => true,
): number {
  const psuSeen = new Uint8Array(stratumOfPsu.length)
  const stratumSeen = new Uint8Array(strata.length)
  let degrees = 0
  for (let row = 0; row < length; row += 1) {
    if (weights[row] === 0 || !inPlay(row)) continue
    const psu = psuOf === null ? row : psuOf[row]!
    const stratum = stratumOf[row]!
    degrees += 1 - psuSeen[psu]! - (1 - stratumSeen[stratum]!)
    psuSeen[psu] = 1
    stratumSeen[stratum] = 1
  }
  return degrees
}
