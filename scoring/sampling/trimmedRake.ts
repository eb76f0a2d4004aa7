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
 * every weight lies within the bounds; after `cycles` rounds the weights are trimmed once more, and the margins no longer
 * hold (METHOD.md section 1).
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
  let raked = rake(total(base), margins)
  if ('zeroCells' in raked) return raked
  let weights = base.map((weight, unit) => weight * (raked as Raked).g[unit]!)
  // Who has no weight, as in a category beyond the population, is not lifted to the lower bound.
  const counted = weights.map((weight, unit) => (weight > 0 ? counts[unit]! : 0))
  const inside = () => weights.every((weight, unit) => counted[unit] === 0 || isInside(weight, bounds, tolerance))
  const outcome = (final: Float64Array, settled: boolean, rounds: number) => ({
    g: final.map((weight, unit) => (base[unit]! > 0 ? weight / base[unit]! : 0)),
    settled: settled && (raked as Raked).converged,
    cycles: rounds,
    raked: raked as Raked,
  })
  for (let cycle = 0; ; cycle += 1) {
    const trimmed = trim(weights, counted, bounds, { strict })
    const kept = trimmed.weights.map((weight, unit) => (counted[unit] === 0 ? 0 : weight))
    if (cycle === cycles) return outcome(kept, trimmed.settled && (cycle === 0 || inside()), cycle)
    if (cycle === 0 && inside()) return outcome(weights, true, 0)
    raked = rake(total(kept), margins)
    if ('zeroCells' in raked) return raked
    const { g } = raked
    weights = kept.map((weight, unit) => weight * g[unit]!)
    if (inside()) return outcome(weights, true, cycle + 1)
  }
}
