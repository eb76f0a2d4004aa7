import { isCensus, type Sample } from './sample.ts'

/**
 * Covariance of two estimators by their weighted residuals (one for each row): PSU totals about their stratum's mean,
 * METHOD.md section 3, steps 4 and 5. Lonely PSUs as the design says.
 *
 * @param present which strata the estimate knows of; absent: all. It matters only where a lonely stratum gets the
 *   average of the others
 */
export function covariance(sample: Sample, u: Float64Array, v: Float64Array, present?: Uint8Array): number {
  const { strata, stratumOfPsu, lonely } = sample
  const a = psuTotals(sample, u)
  const b = u === v ? a : psuTotals(sample, v)
  const meanA = stratumMeans(sample, a)
  const meanB = u === v ? meanA : stratumMeans(sample, b)
  const sums = new Float64Array(strata.length)
  for (let psu = 0; psu < a.length; psu += 1) {
    const stratum = stratumOfPsu[psu]!
    const adjust = lonely === 'adjust' && strata[stratum]!.psus === 1
    sums[stratum]! += adjust ? a[psu]! * b[psu]! : (a[psu]! - meanA[stratum]!) * (b[psu]! - meanB[stratum]!)
  }
  let sum = 0
  let counted = 0
  let usable = 0
  strata.forEach((stratum, index) => {
    const { psus, fraction } = stratum
    if (present !== undefined && present[index] === 0) return
    counted += 1
    if (isCensus(stratum)) usable += 1
    else if (psus > 1 || lonely !== 'average') {
      usable += 1
      sum += (1 - fraction) * (psus > 1 ? psus / (psus - 1) : 1) * sums[index]!
    }
  })
  return (sum * counted) / usable
}

/** Standard error by weighted residuals; NaN where no variance can be formed. */
export const standardError = (sample: Sample, u: Float64Array, present?: Uint8Array): number =>
  Math.sqrt(covariance(sample, u, u, present))

function psuTotals({ psuOf, stratumOfPsu }: Sample, u: Float64Array): Float64Array {
  if (psuOf === null) return u
  const totals = new Float64Array(stratumOfPsu.length)
  for (let row = 0; row < u.length; row += 1) totals[psuOf[row]!]! += u[row]!
  return totals
}

function stratumMeans({ strata, stratumOfPsu }: Sample, totals: Float64Array): Float64Array {
  const means = new Float64Array(strata.length)
  for (let psu = 0; psu < totals.length; psu += 1) means[stratumOfPsu[psu]!]! += totals[psu]!
  return means.map((sum, stratum) => sum / strata[stratum]!.psus)
}
