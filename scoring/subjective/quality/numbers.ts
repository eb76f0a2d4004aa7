/** A growing row of numbers, eight bytes each. */
export function createNumbers(): { add: (value: number) => void; sorted: () => Float64Array } {
  let values = new Float64Array(1024)
  let length = 0
  return {
    add: (value) => {
      if (length === values.length) {
        const longer = new Float64Array(2 * length)
        longer.set(values)
        values = longer
      }
      values[length++] = value
    },
    sorted: () => values.slice(0, length).sort(),
  }
}

/** Of sorted numbers; 0 where there are none. */
export const medianOf = (sorted: Float64Array): number =>
  ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
