export interface Bounds {
  lower: number
  upper: number
}

/** A weight this close to a bound, relatively, is at it: bounds and weights come from different roundings. */
const rounding = 1e-12
const mostRounds = 10_000

/**
 * Clips weights to bounds; what is cut off (or added) is shared equally, by addition, over the weights not clipped, so
 * the sum is kept. `strict` repeats until none lies outside (R's `trimWeights`; METHOD.md section 1).
 *
 * @param weights weight of each unit's respondents
 * @param counts respondents of each unit
 * @returns the weights; `settled` is false where the bounds can't be met: every weight was clipped
 */
export function trim(
  weights: Float64Array,
  counts: ArrayLike<number>,
  { lower, upper }: Bounds,
  { strict = true } = {},
): { weights: Float64Array; settled: boolean } {
  const trimmed = weights.slice()
  for (let round = 0; round < mostRounds; round += 1) {
    let cut = 0
    let rest = 0
    let outside = 0
    for (let unit = 0; unit < trimmed.length; unit += 1) {
      const weight = trimmed[unit]!
      if (isInside(weight, { lower, upper }, rounding)) rest += counts[unit]!
      else {
        cut += counts[unit]! * (weight - (weight < lower ? lower : upper))
        outside += counts[unit]!
      }
    }
    if (outside === 0) return { weights: trimmed, settled: true }
    if (rest === 0) return { weights: trimmed, settled: false }
    for (let unit = 0; unit < trimmed.length; unit += 1) {
      const weight = trimmed[unit]!
      if (isInside(weight, { lower, upper }, rounding)) trimmed[unit] = weight + cut / rest
      else trimmed[unit] = weight < lower ? lower : upper
    }
    if (!strict) return { weights: trimmed, settled: true }
  }
  return { weights: trimmed, settled: false }
}

/** Whether a weight lies within bounds, give or take a relative tolerance. */
export const isInside = (weight: number, { lower, upper }: Bounds, tolerance: number): boolean =>
  weight >= lower * (1 - tolerance) && weight <= upper * (1 + tolerance)
