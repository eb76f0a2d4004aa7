export interface Factored {
  rank: number
  /** x with A x = b on the independent rows, 0 elsewhere. */
  solve(right: Float64Array): Float64Array
  /** A x */
  multiply(vector: Float64Array): Float64Array
}

/** Squared length of a column, relative to its own, that the columns before it leave: below this it is redundant. */
const cutOff = 1e-10

/** Factors a symmetric positive semi-definite matrix (`size` × `size`, row by row), scaled to a unit diagonal. */
export function pivotedCholesky(matrix: Float64Array, size: number): Factored {
  const scale = Float64Array.from({ length: size }, (_, k) => {
    const diagonal = matrix[k * size + k]!
    return diagonal > 0 ? 1 / Math.sqrt(diagonal) : 0
  })
  const lower = matrix.map((value, at) => value * scale[Math.floor(at / size)]! * scale[at % size]!)
  const order = Int32Array.from({ length: size }, (_, k) => k)
  const entry = (row: number, column: number) => order[row]! * size + order[column]!

  let rank = 0
  while (rank < size) {
    const pivot = largestDiagonal(lower, order, rank, size)
    if (lower[order[pivot]! * size + order[pivot]!]! < cutOff) break
    ;[order[rank], order[pivot]] = [order[pivot]!, order[rank]!]
    const root = Math.sqrt(lower[entry(rank, rank)]!)
    lower[entry(rank, rank)] = root
    for (let row = rank + 1; row < size; row += 1) lower[entry(row, rank)]! /= root
    for (let row = rank + 1; row < size; row += 1) {
      const factor = lower[entry(row, rank)]!
      if (factor === 0) continue
      for (let column = rank + 1; column <= row; column += 1) {
        lower[entry(row, column)]! -= factor * lower[entry(column, rank)]!
        lower[entry(column, row)] = lower[entry(row, column)]!
      }
    }
    rank += 1
  }

  const solve = (right: Float64Array) => {
    const solution = new Float64Array(size)
    const z = new Float64Array(rank)
    for (let row = 0; row < rank; row += 1) {
      let rest = right[order[row]!]! * scale[order[row]!]!
      for (let column = 0; column < row; column += 1) rest -= lower[entry(row, column)]! * z[column]!
      z[row] = rest / lower[entry(row, row)]!
    }
    for (let row = rank - 1; row >= 0; row -= 1) {
      let rest = z[row]!
      for (let below = row + 1; below < rank; below += 1) rest -= lower[entry(below, row)]! * z[below]!
      z[row] = rest / lower[entry(row, row)]!
      solution[order[row]!] = z[row]! * scale[order[row]!]!
    }
    return solution
  }
  const multiply = (vector: Float64Array) =>
    Float64Array.from({ length: size }, (_, row) => {
      let sum = 0
      for (let column = 0; column < size; column += 1) sum += matrix[row * size + column]! * vector[column]!
      return sum
    })
  return { rank, solve, multiply }
}

function largestDiagonal(matrix: Float64Array, order: Int32Array, from: number, size: number) {
  let best = from
  for (let k = from + 1; k < size; k += 1)
    if (matrix[order[k]! * (size + 1)]! > matrix[order[best]! * (size + 1)]!) best = k
  return best
}
