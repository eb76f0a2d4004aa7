export interface AlphaBlock {
  scale: string
  items: string[]
  /** Respondents who answered all items. */
  n_complete: number
  unweighted: number
  weighted: number
}

/** Cronbach's alpha over the respondents who answered every item. NaN for a single item. */
export function alphaBlock(
  scale: string,
  items: { name: string; values: Float64Array }[],
  weights: Float64Array,
): AlphaBlock {
  const complete = Int32Array.from(weights.keys()).filter((row) =>
    items.every(({ values }) => !Number.isNaN(values[row])),
  )
  const sum = new Float64Array(weights.length)
  for (const { values } of items) for (const row of complete) sum[row]! += values[row]!
  const alpha = (weightOf: (row: number) => number) => {
    const parts = items.reduce((total, { values }) => total + variance(values, complete, weightOf), 0)
    return (items.length / (items.length - 1)) * (1 - parts / variance(sum, complete, weightOf))
  }
  return {
    scale,
    items: items.map(({ name }) => name),
    n_complete: complete.length,
    unweighted: alpha(() => 1),
    weighted: alpha((row) => weights[row]!),
  }
}

function variance(values: Float64Array, rows: Int32Array, weightOf: (row: number) => number): number {
  let weight = 0
  let sum = 0
  for (const row of rows) {
    weight += weightOf(row)
    sum += weightOf(row) * values[row]!
  }
  const mean = sum / weight
  let squares = 0
  for (const row of rows) squares += weightOf(row) * (values[row]! - mean) ** 2
  return squares / weight
}
