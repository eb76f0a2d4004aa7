import type { Columns } from './columns.ts'
import { addSums, fittedValues, normalMatrix, widthOf } from './columns.ts'
import { pivotedCholesky } from './pivotedCholesky.ts'

/** Weighted least squares on fixed columns and weights, for any number of left sides. */
export interface LeastSquares {
  /** Columns that are independent of the others. */
  rank: number
  /**
   * Coefficients β with (Σ q x x') β = `right`, 0 for redundant columns. Where `right` is outside the columns' span
   * (targets that contradict each other) the equations of the independent columns are met.
   */
  solve(right: Float64Array): Float64Array
  /** Σ v x over the units, one sum for each column. */
  sums(values: Float64Array): Float64Array
  /** x'β of each unit. */
  fitted(coefficients: Float64Array): Float64Array
  /** Projection of `values` (one for each unit) on the columns with weights q: the fitted value of each unit. */
  project(values: Float64Array): Float64Array
  /** The same where a unit stands for several respondents: from its Σ q and its `sums` Σ q e over them. */
  projectSums(sums: Float64Array): Float64Array
}

/** Rounds of refinement after the first solution: they win back what forming normal equations loses. */
const refinements = 2

/**
 * Weighted least squares by normal equations, scaled to a unit diagonal and factored by Cholesky with complete pivoting:
 * a column of which the others leave less than 1e-10 (squared length, relative) counts as redundant, as in any set of
 * margins. Residuals are projected again until rounding is all that is left (corrected semi-normal equations; Björck,
 * Numerical Methods for Least Squares Problems, 6.6.5). The projection does not depend on which columns are dropped.
 *
 * @param q weight of each unit, not negative: the metric of METHOD.md section 4
 */
export function leastSquares(columns: Columns[], q: Float64Array): LeastSquares {
  const width = columns.reduce((sum, block) => sum + widthOf(block), 0)
  const { rank, solve: solveOnce, multiply } = pivotedCholesky(normalMatrix(columns, q, width), width)

  const sums = (values: Float64Array) => addSums(columns, values, new Float64Array(width))
  const fitted = (coefficients: Float64Array) => fittedValues(columns, coefficients, q.length)

  const refined = (right: Float64Array, remainder: (coefficients: Float64Array) => Float64Array) => {
    const coefficients = solveOnce(right)
    for (let round = 0; round < refinements; round += 1) {
      const correction = solveOnce(remainder(coefficients))
      for (let k = 0; k < width; k += 1) coefficients[k]! += correction[k]!
    }
    return coefficients
  }
  const projectSums = (weighted: Float64Array) => {
    const left = (coefficients: Float64Array) => {
      const fit = fitted(coefficients)
      return sums(fit.map((value, unit) => weighted[unit]! - q[unit]! * value))
    }
    return fitted(refined(sums(weighted), left))
  }
  return {
    rank,
    sums,
    fitted,
    solve: (right) => refined(right, (coefficients) => multiply(coefficients).map((value, k) => right[k]! - value)),
    projectSums,
    project: (values) => projectSums(values.map((value, unit) => q[unit]! * value)),
  }
}
