import { type Raked, type RakeMargin, rake, type ZeroCell } from './rake.ts'
import { type Bounds, isInside, trim } from './trim.ts'

export interface TrimOptions extends Bounds {
  strict?: boolean
  /** Most rounds of trimming and raking again; 0: trimmed once after raking, the margins then no longer hold. */
  cycles: number
  /** Weights may exceed a bound by this, relatively, straight after a rake. */
  tolerance?: number
}

export interface TrimmedRake {
  /** Factor of each unit: its respondents' final weight is their base weight times this. */
  g: Float64Array
  /** The weights lie within the bounds and raking converged. */
  settled: boolean
  /** Rounds of trimming and raking again. */
  cycles: number
  /** The last raking. */
  raked: Raked
}

/**
 * Raking with trimming: rake; then trim and rake again, starting from the trimmed weights, until straight after a rake
 * every weight lies within the bounds, or `cycles` is reached (METHOD.md section 1).
 *
 * @param base base weight of each unit's respondents
 * @param counts respondents of each unit
 */
export function trimmedRake(
  base: Float64Array,
  counts: ArrayLike<number>,
  margins: RakeMargin[],
  { strict = true, cycles, tolerance = 1e-6, ...bounds }: TrimOptions,
): TrimmedRake | { zeroCells: ZeroCell[] } {
  const total = (weights: Float64Array) => weights.map((weight, unit) => weight * counts[unit]!)
  const inside = (weights: Float64Array) =>
    weights.every((weight, unit) => base[unit] === 0 || counts[unit] === 0 || isInside(weight, bounds, tolerance))
  const factors = (weights: Float64Array) => weights.map((weight, unit) => (base[unit]! > 0 ? weight / base[unit]! : 0))

  let raked = rake(total(base), margins)
  if ('zeroCells' in raked) return raked
  let weights = base.map((weight, unit) => weight * (raked as Raked).g[unit]!)
  if (cycles === 0) {
    const trimmed = trim(weights, counts, bounds, { strict })
    return { g: factors(trimmed.weights), settled: trimmed.settled && raked.converged, cycles: 0, raked }
  }
  let cycle = 0
  while (cycle < cycles && !inside(weights)) {
    const trimmed = trim(weights, counts, bounds, { strict }).weights
    raked = rake(total(trimmed), margins)
    if ('zeroCells' in raked) return raked
    const { g } = raked
    weights = trimmed.map((weight, unit) => weight * g[unit]!)
    cycle += 1
  }
  return { g: factors(weights), settled: inside(weights) && raked.converged, cycles: cycle, raked }
}
