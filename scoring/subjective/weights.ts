import type { Basis } from './basis.ts'

/** Sums over the final weights, and Kish's figures: n Σw² / (Σw)² and (Σw)² / Σw². */
export function weightsOf(
  { units, calibration: { g } }: Pick<Basis, 'units' | 'calibration'>,
  within = g.map(() => 1),
) {
  let respondents = 0
  let sum = 0
  let squares = 0
  let smallest = Number.POSITIVE_INFINITY
  let largest = 0
  for (let unit = 0; unit < units.length; unit += 1) {
    if (within[unit] === 0) continue
    const weight = units.d[unit]! * g[unit]!
    respondents += units.n[unit]!
    sum += units.n[unit]! * weight
    squares += units.n[unit]! * weight * weight
    smallest = Math.min(smallest, weight)
    largest = Math.max(largest, weight)
  }
  const nEffective = squares > 0 ? (sum * sum) / squares : 0
  return {
    respondents,
    sum,
    smallest: respondents > 0 ? smallest : 0,
    largest,
    nEffective,
    designEffect: nEffective > 0 ? respondents / nEffective : 1,
  }
}
