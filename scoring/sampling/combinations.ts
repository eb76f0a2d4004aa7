/** Units sorted into the distinct combinations of some categorical columns. */
export interface Combinations {
  /** For each unit the index of its combination, in order of first appearance. */
  of: Int32Array
  /** For each combination the first unit that has it. */
  first: Int32Array
  count: number
}

/** The distinct combinations of `columns` (categories from −1 upwards, one for each of `length` units). */
export function combinationsOf(columns: Int32Array[], length: number): Combinations {
  let of = new Int32Array(length)
  for (const column of columns) {
    const width = column.reduce((largest, category) => Math.max(largest, category), -1) + 2
    const seen = new Map<number, number>()
    of = of.map((before, unit) => {
      const key = before * width + column[unit]! + 1
      const known = seen.get(key)
      if (known !== undefined) return known
      seen.set(key, seen.size)
      return seen.size - 1
    })
  }
  const first: number[] = []
  for (let unit = 0; unit < length; unit += 1) if (of[unit] === first.length) first.push(unit)
  return { of, first: Int32Array.from(first), count: first.length }
}

/** Sum of `values` (one for each unit) within each combination. */
export function sumsBy({ of, count }: Pick<Combinations, 'of' | 'count'>, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(count)
  for (let unit = 0; unit < of.length; unit += 1) sums[of[unit]!]! += values[unit]!
  return sums
}
