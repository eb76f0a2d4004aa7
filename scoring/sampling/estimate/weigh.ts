import { sumsBy } from '../combinations.ts'
import { leastSquares } from '../leastSquares.ts'
import { rake } from '../rake.ts'
import { isInside, trim } from '../trim.ts'
import type { CalibrationCells } from './cells.ts'
import type { EstimateDesign } from './designFile.ts'

export interface Weighed {
  /** Final weight of each row. */
  weights: Float64Array
  /** Weights as the last raking left them, before any trim after it; null where nothing was raked. */
  raked: Float64Array | null
  /** Weights before the first trim; null without trimming. */
  untrimmed: Float64Array | null
  /** Rounds of trimming and raking again. */
  cycles: number
  /** The targets are met, and the bounds where the design asks for both. */
  settled: boolean
}

type Plan = Pick<EstimateDesign, 'calibration' | 'trim'>
export type TrimPlan = NonNullable<EstimateDesign['trim']>

/** Bounds of the weights; one that the design does not give is none. */
export const boundsOf = ({ lower, upper }: TrimPlan) => ({
  lower: lower ?? Number.NEGATIVE_INFINITY,
  upper: upper ?? Number.POSITIVE_INFINITY,
})

/**
 * Calibrated weights of each row (METHOD.md section 1); null where a category has a population but no base weight.
 *
 * @param base base weights; 0 takes a row out
 */
export function weigh(
  { calibration, trim: bounds }: Plan,
  base: Float64Array,
  cells: CalibrationCells | null,
): Weighed | null {
  if (calibration === 'none' || cells === null)
    return { weights: base, raked: null, untrimmed: null, cycles: 0, settled: true }
  if (calibration === 'linear') return linear(base, cells)
  const raked = rakeFrom(base, cells)
  if (raked === null) return null
  if (calibration === 'trimmed-rake' && bounds !== null) return trimCycles(raked, bounds, cells)
  return { ...raked, raked: calibration === 'rake' ? raked.weights : null, untrimmed: null, cycles: 0 }
}

function rakeFrom(base: Float64Array, cells: CalibrationCells) {
  const raked = rake(sumsBy(cells, base), cells.raking)
  if ('zeroCells' in raked) return null
  return { weights: base.map((weight, row) => weight * raked.g[cells.of[row]!]!), settled: raked.converged }
}

/** Generalised regression: g = 1 + x'λ. Weights may be negative. */
function linear(base: Float64Array, cells: CalibrationCells): Weighed {
  const sums = sumsBy(cells, base)
  const least = leastSquares(cells.columns, sums)
  const present = least.sums(sums)
  const g = least.fitted(least.solve(cells.totals.map((total, column) => total - present[column]!)))
  const weights = base.map((weight, row) => weight * (1 + g[cells.of[row]!]!))
  const reached = least.sums(sums.map((sum, cell) => sum * (1 + g[cell]!)))
  const size = Math.abs(cells.totals[0]!)
  const settled = reached.every(
    (sum, column) => Math.abs(sum - cells.totals[column]!) <= 1e-9 * Math.max(size, Math.abs(sum)),
  )
  return { weights, raked: null, untrimmed: null, cycles: 0, settled }
}

/**
 * Trims and rakes in turn until, straight after a rake, every weight lies within the bounds; after `cycles` rakes the
 * weights are trimmed once more and the margins no longer hold.
 */
function trimCycles(
  { weights: untrimmed, settled }: { weights: Float64Array; settled: boolean },
  plan: TrimPlan,
  cells: CalibrationCells,
) {
  const bounds = boundsOf(plan)
  const counts = untrimmed.map((weight) => (weight > 0 ? 1 : 0))
  const inside = (weights: Float64Array) =>
    weights.every((weight, row) => counts[row] === 0 || isInside(weight, bounds, plan.tolerance))
  let raked = untrimmed
  let converged = settled
  for (let cycles = 0; ; cycles += 1) {
    const trimmed = trim(raked, counts, bounds, plan)
    const weights = trimmed.weights.map((weight, row) => weight * counts[row]!)
    if (cycles === plan.cycles)
      return {
        weights,
        raked,
        untrimmed,
        cycles,
        settled: trimmed.settled && converged && (cycles === 0 || inside(raked)),
      }
    const again = rakeFrom(weights, cells)
    if (again === null) return null
    raked = again.weights
    converged = again.settled
    if (inside(raked)) return { weights: raked, raked, untrimmed, cycles: cycles + 1, settled: converged }
  }
}
