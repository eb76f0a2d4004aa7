export type Span = readonly [from: number, to: number]

/** A little more than the values take, at round numbers, from 0 on. */
export const spanOf = (values: readonly number[]): Span => [
  Math.max(0, Math.floor((Math.min(...values) - 2) / 5) * 5),
  Math.ceil((Math.max(...values) + 2) / 5) * 5,
]
