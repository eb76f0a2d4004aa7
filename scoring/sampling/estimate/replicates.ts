import type { EstimateDesign } from './designFile.ts'
import { jackknife } from './jackknife.ts'
import { degreesOfFreedom } from './sample.ts'
import type { Survey } from './survey.ts'
import { weigh } from './weigh.ts'

interface ReplicateEstimate {
  n: number
  mean: number
  /** About the mean of the replicates. */
  se_mse_false: number
  /** About the estimate of the whole sample. */
  se_mse_true: number
  /** Replicates without an estimate (nobody of a category was left): not counted. */
  discarded?: number
}
type Estimates = Record<string, ReplicateEstimate>

export interface ReplicatesBlock {
  jackknife?: {
    type: 'JK1' | 'JKn'
    replicates: number
    degf: number
    base_weights: Estimates
    base_weights_no_fpc: Estimates
    /** Every replicate calibrated again. */
    recalibrated?: Estimates
  }
  /** By the given multipliers of the base weights, without finite population correction. */
  bootstrap?: { replicates: number; scale: number; base_weights: Estimates }
}

type Values = { name: string; y: Float64Array }[]

/** Rows × replicates up to which a jackknife is worked out unasked. */
const mostWork = 2_000_000

/**
 * Replicate standard errors: of a jackknife where the design asks for it, or says nothing of it and the sample is small
 * enough, and by the multipliers where there are any; undefined where there is neither.
 */
export function replicatesBlock(
  survey: Survey,
  design: EstimateDesign,
  values: Values,
  multipliers: Float64Array[] | null,
): ReplicatesBlock | undefined {
  const asked = design.jackknife ?? survey.sample.stratumOfPsu.length * survey.length <= mostWork
  const leaveOut = asked ? jackknifeBlock(survey, design, values) : null
  const bootstrap = multipliers === null ? null : bootstrapBlock(survey, values, multipliers)
  if (leaveOut === null && bootstrap === null) return undefined
  return { ...(leaveOut && { jackknife: leaveOut }), ...(bootstrap && { bootstrap }) }
}

function jackknifeBlock(survey: Survey, design: EstimateDesign, values: Values) {
  const { base, sample, cells, calibration } = survey
  const replicates = jackknife(sample)
  if (replicates.length === 0) return null
  const again = calibration !== 'none' && calibration !== 'trimmed-rake'
  const plain = values.map(() => new Float64Array(replicates.length))
  const calibrated = values.map(() => new Float64Array(replicates.length))
  replicates.forEach(({ multipliers }, replicate) => {
    const weights = base.map((weight, row) => weight * multipliers(row))
    const weighed = again ? weigh(design, weights, cells) : null
    values.forEach(({ y }, index) => {
      plain[index]![replicate] = mean(y, weights)
      calibrated[index]![replicate] = weighed === null ? Number.NaN : mean(y, weighed.weights)
    })
  })
  const summary = (thetas: Float64Array[], weights: Float64Array, scales: number[]) =>
    estimatesOf(values, thetas, weights, (replicate) => scales[replicate]!)
  const scales = replicates.map(({ scale }) => scale)
  return {
    type: design.strata === null ? ('JK1' as const) : ('JKn' as const),
    replicates: replicates.length,
    degf: degreesOfFreedom(sample, base),
    base_weights: summary(plain, base, scales),
    base_weights_no_fpc: summary(
      plain,
      base,
      replicates.map(({ plainScale }) => plainScale),
    ),
    ...(again && { recalibrated: summary(calibrated, survey.weights, scales) }),
  }
}

function bootstrapBlock({ base }: Survey, values: Values, multipliers: Float64Array[]) {
  const scale = 1 / (multipliers.length - 1)
  const thetas = values.map(({ y }) =>
    Float64Array.from(multipliers, (own) =>
      mean(
        y,
        base.map((weight, row) => weight * own[row]!),
      ),
    ),
  )
  return { replicates: multipliers.length, scale, base_weights: estimatesOf(values, thetas, base, () => scale) }
}

function estimatesOf(
  values: Values,
  thetas: Float64Array[],
  weights: Float64Array,
  scaleOf: (replicate: number) => number,
): Estimates {
  return Object.fromEntries(
    values.map(({ name, y }, index): [string, ReplicateEstimate] => {
      const own = [...thetas[index]!.entries()].filter(([, theta]) => !Number.isNaN(theta))
      const counted = own.filter(([replicate]) => scaleOf(replicate) > 0)
      const centre = counted.reduce((sum, [, theta]) => sum + theta, 0) / counted.length
      const whole = mean(y, weights)
      const se = (about: number) =>
        Math.sqrt(own.reduce((sum, [replicate, theta]) => sum + scaleOf(replicate) * (theta - about) ** 2, 0))
      const discarded = thetas[index]!.length - own.length
      return [
        name,
        {
          n: y.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0),
          mean: whole,
          se_mse_false: se(centre),
          se_mse_true: se(whole),
          ...(discarded > 0 && { discarded }),
        },
      ]
    }),
  )
}

function mean(y: Float64Array, weights: Float64Array): number {
  let sum = 0
  let weight = 0
  for (let row = 0; row < y.length; row += 1)
    if (!Number.isNaN(y[row])) {
      sum += weights[row]! * y[row]!
      weight += weights[row]!
    }
  return sum / weight
}
