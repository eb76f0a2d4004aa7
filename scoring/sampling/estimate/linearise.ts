/** A mean (or ratio) with its linearised values: 0 for every row that takes no part. */
export interface Linearised {
  value: number
  /** Rows that take part. */
  n: number
  /** Sum of their weights. */
  weight: number
  e: Float64Array
}

/** Rows of `rows` (all where it is null) in which `y` is answered. */
export function answered(y: Float64Array, rows: Int32Array | null): Int32Array {
  if (rows !== null) return rows.filter((row) => !Number.isNaN(y[row]))
  const own = new Int32Array(y.length)
  let count = 0
  for (let row = 0; row < y.length; row += 1)
    if (!Number.isNaN(y[row])) {
      own[count] = row
      count += 1
    }
  return own.subarray(0, count)
}

/** Weighted mean of y over rows that have it: e = (y − mean) / W. */
export function linearisedMean(y: Float64Array, weights: Float64Array, rows: Int32Array): Linearised {
  let weight = 0
  let sum = 0
  let first = true
  let same = true
  for (const row of rows) {
    weight += weights[row]!
    sum += weights[row]! * y[row]!
    same &&= first || y[row] === y[rows[0]!]
    first = false
  }
  // Where all answered alike, rounding must not make a spread.
  const value = same && rows.length > 0 && weight !== 0 ? y[rows[0]!]! : sum / weight
  const e = new Float64Array(y.length)
  for (const row of rows) e[row] = (y[row]! - value) / weight
  return { value, n: rows.length, weight, e }
}

/** Weighted ratio of totals over rows that have both: e = (y − R x) / Σ w x. */
export function linearisedRatio(y: Float64Array, x: Float64Array, weights: Float64Array, rows: Int32Array): Linearised {
  let numerator = 0
  let denominator = 0
  let weight = 0
  for (const row of rows) {
    numerator += weights[row]! * y[row]!
    denominator += weights[row]! * x[row]!
    weight += weights[row]!
  }
  const value = numerator / denominator
  const e = new Float64Array(y.length)
  for (const row of rows) e[row] = (y[row]! - value * x[row]!) / denominator
  return { value, n: rows.length, weight, e }
}

/** Kish's design effect of unequal weights and the effective sample size; only positive weights count. */
export function kish(weights: Float64Array, rows?: Int32Array): { deff: number; nEff: number } {
  let n = 0
  let sum = 0
  let squares = 0
  const add = (weight: number) => {
    if (!(weight > 0)) return
    n += 1
    sum += weight
    squares += weight * weight
  }
  if (rows === undefined) for (const weight of weights) add(weight)
  else for (const row of rows) add(weights[row]!)
  return { deff: (n * squares) / (sum * sum), nEff: (sum * sum) / squares }
}
