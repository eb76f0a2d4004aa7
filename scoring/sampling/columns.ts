/** One column for each category of a variable; stored as the category of each unit, not as zeros and ones. */
interface Indicators {
  /** −1: the unit has no value, 0 in every column. */
  category: Int32Array
  /** Number of categories. */
  size: number
  /** Taken from column k of every unit that has a value: the population share of k, for z = [k] − share_k · [known]. */
  centre?: Float64Array
}

/** One numeric column. A column of ones is an intercept. */
interface Numbers {
  values: Float64Array
}

/** Columns of a regression matrix X, a row for each unit. */
export type Columns = Indicators | Numbers

export const widthOf = (columns: Columns): number => ('values' in columns ? 1 : columns.size)

/** Adds Σ v x over the units to `into`, one sum for each column. */
export function addSums(columns: Columns[], values: Float64Array, into: Float64Array): Float64Array {
  let start = 0
  for (const block of columns) {
    if ('values' in block) {
      for (let unit = 0; unit < values.length; unit += 1) into[start]! += values[unit]! * block.values[unit]!
    } else {
      let known = 0
      for (let unit = 0; unit < values.length; unit += 1) {
        const k = block.category[unit]!
        if (k < 0) continue
        into[start + k]! += values[unit]!
        known += values[unit]!
      }
      block.centre?.forEach((share, k) => {
        into[start + k]! -= share * known
      })
    }
    start += widthOf(block)
  }
  return into
}

/** x'β of each of `length` units. */
export function fittedValues(columns: Columns[], coefficients: Float64Array, length: number): Float64Array {
  const fitted = new Float64Array(length)
  let start = 0
  for (const block of columns) {
    if ('values' in block) {
      for (let unit = 0; unit < length; unit += 1) fitted[unit]! += coefficients[start]! * block.values[unit]!
    } else {
      const mean = block.centre?.reduce((sum, share, k) => sum + share * coefficients[start + k]!, 0) ?? 0
      for (let unit = 0; unit < length; unit += 1) {
        const k = block.category[unit]!
        if (k >= 0) fitted[unit]! += coefficients[start + k]! - mean
      }
    }
    start += widthOf(block)
  }
  return fitted
}

/** Σ q x x', `width` × `width`, row by row. */
export function normalMatrix(columns: Columns[], q: Float64Array, width: number): Float64Array {
  const matrix = new Float64Array(width * width)
  let row = 0
  for (const block of columns) {
    if ('values' in block) {
      const weighted = block.values.map((value, unit) => q[unit]! * value)
      addSums(columns, weighted, matrix.subarray(row * width, (row + 1) * width))
    } else {
      addProducts(block, columns, q, matrix.subarray(row * width, (row + block.size) * width), width)
    }
    row += widthOf(block)
  }
  return matrix
}

/** The rows of Σ q x x' that belong to a block of indicators, by one pass over the units for each block of columns. */
function addProducts(block: Indicators, columns: Columns[], q: Float64Array, into: Float64Array, width: number) {
  const { category, size, centre } = block
  // Sums over the units of each category; then, if centred, less the share of the sums over all with a value.
  let start = 0
  for (const other of columns) {
    for (let unit = 0; unit < q.length; unit += 1) {
      const k = category[unit]!
      if (k < 0) continue
      const at = k * width + start
      if ('values' in other) into[at]! += q[unit]! * other.values[unit]!
      else if (other.category[unit]! >= 0) into[at + other.category[unit]!]! += q[unit]!
    }
    if (!('values' in other) && other.centre !== undefined) takeCentre(other.centre, into, size, width, start)
    start += widthOf(other)
  }
  if (centre === undefined) return
  for (let column = 0; column < width; column += 1) {
    let known = 0
    for (let k = 0; k < size; k += 1) known += into[k * width + column]!
    for (let k = 0; k < size; k += 1) into[k * width + column]! -= centre[k]! * known
  }
}

/** Takes share × the row's sum over the columns of a centred block. */
function takeCentre(centre: Float64Array, into: Float64Array, rows: number, width: number, start: number) {
  for (let row = 0; row < rows; row += 1) {
    const part = into.subarray(row * width + start, row * width + start + centre.length)
    const known = part.reduce((sum, value) => sum + value, 0)
    for (let k = 0; k < centre.length; k += 1) part[k]! -= centre[k]! * known
  }
}
