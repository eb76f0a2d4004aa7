import { sumsBy } from '../combinations.ts'
import { leastSquares } from '../leastSquares.ts'
import type { CalibrationCells } from './cells.ts'

/** From linearised values (one for each row, without the weight) to weighted calibration residuals u. */
export type Residuals = (e: Float64Array) => Float64Array

/** No calibration, or none made use of: u = w e. */
export const uncalibrated =
  (weights: Float64Array): Residuals =>
  (e) =>
    e.map((value, row) => value * weights[row]!)

/** u = w (e − x'β), β by least squares of e on the calibration variables with metric `q` over all rows. */
export function projected(weights: Float64Array, cells: CalibrationCells, q: Float64Array): Residuals {
  const least = leastSquares(cells.columns, sumsBy(cells, q))
  return (e) => {
    const fit = least.projectSums(weightedSums(cells, e, q))
    return e.map((value, row) => weights[row]! * (value - fit[cells.of[row]!]!))
  }
}

const sweeps = 10

/**
 * What R's `rake` leaves: ten sweeps over the margins in their order, each taking off the unweighted mean of u/w₀ in
 * every category, w₀ the weights of the raking; a trim after it is not known there (METHOD.md section 4).
 */
export function tenSweeps(weights: Float64Array, raked: Float64Array, cells: CalibrationCells): Residuals {
  const changed = weights.map((weight, row) => (raked[row] === 0 ? 0 : weight / raked[row]!))
  const count = sumsBy(
    cells,
    raked.map((weight) => (weight === 0 ? 0 : 1)),
  )
  const sizes = cells.margins.map(({ category, targets }) => sumsBy({ of: category, count: targets.length }, count))
  return (e) => {
    const rest = weightedSums(cells, e, changed)
    const fit = new Float64Array(cells.count)
    for (let sweep = 0; sweep < sweeps; sweep += 1)
      cells.margins.forEach(({ category, targets }, margin) => {
        const sums = sumsBy({ of: category, count: targets.length }, rest)
        for (let cell = 0; cell < cells.count; cell += 1) {
          const k = category[cell]!
          if (sizes[margin]![k] === 0) continue
          const mean = sums[k]! / sizes[margin]![k]!
          fit[cell]! += mean
          rest[cell]! -= mean * count[cell]!
        }
      })
    return e.map((value, row) => weights[row]! * value - raked[row]! * fit[cells.of[row]!]!)
  }
}

function weightedSums({ of, count }: CalibrationCells, e: Float64Array, q: Float64Array): Float64Array {
  const sums = new Float64Array(count)
  for (let row = 0; row < e.length; row += 1) if (e[row] !== 0) sums[of[row]!]! += q[row]! * e[row]!
  return sums
}
