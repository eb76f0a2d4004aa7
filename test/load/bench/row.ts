/** One line of the table: what was measured, what it is held against, and the two beside each other. */
export interface Row {
  what: string
  measured: string
  /** Measured in the same run, or the bound that the project set itself. */
  against: string
  ratio?: string
}

export const perSecond = (count: number, milliseconds: number): number => (1000 * count) / milliseconds

export const whole = (value: number): string => Math.round(value).toLocaleString('en')

export const seconds = (milliseconds: number): string =>
  milliseconds < 1000
    ? `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`
    : `${(milliseconds / 1000).toFixed(2)} s`

export const ratio = (value: number): string => value.toFixed(2)

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
