import { expit } from './intervals.ts'

/** A logistic model with an intercept alone, to 0 and 1 with weights of mean 1. */
export interface LogitFit {
  intercept: number
  deviance: number
  /** Fisher's information as the last round but one saw it. */
  information: number
}

/** Relative change of the deviance at which R's `glm` stops. */
const settled = 1e-8
const mostRounds = 25

/**
 * Fits it as R's `glm` does, by iteratively reweighted least squares from the same start to the same tolerance: what R
 * makes of the fit shows where it stopped, in the eighth digit or so.
 *
 * @param total what the weights are brought to add up to
 */
export function fitLogit(y: Float64Array, weights: Float64Array, rows: Int32Array, p: number, total: number): LogitFit {
  const sum = rows.reduce((before, row) => before + weights[row]!, 0)
  let information = 0
  let working = 0
  let before = 0
  for (const row of rows) {
    const weight = (weights[row]! * total) / sum
    if (weight === 0) continue
    const start = (weight * y[row]! + 0.5) / (weight + 1)
    const variance = start * (1 - start)
    information += weight * variance
    working += weight * variance * (Math.log(start / (1 - start)) + (y[row]! - start) / variance)
    before -= 2 * weight * Math.log(y[row] === 1 ? start : 1 - start)
  }
  let intercept = working / information
  let deviance = devianceAt(intercept, p, total)
  for (let round = 1; round < mostRounds && !(Math.abs(deviance - before) / (deviance + 0.1) < settled); round += 1) {
    const q = expit(intercept)
    information = total * q * (1 - q)
    intercept += (total * (p - q)) / information
    before = deviance
    deviance = devianceAt(intercept, p, total)
  }
  return { intercept, deviance, information }
}

/** Deviance of the model with a given intercept where the weighted mean is `p`. */
export function devianceAt(intercept: number, p: number, total: number): number {
  const q = expit(intercept)
  return -2 * total * (p * Math.log(q) + (1 - p) * Math.log(1 - q))
}
