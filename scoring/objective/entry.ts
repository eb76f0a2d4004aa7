/** One value as it was given: `csv` a text, `json` a value of any type. */
export interface Entry {
  item: string
  key: string
  value: unknown
  written: Written
  row: number | null
}

export type Written = 'csv' | 'json'

/** A row of a facts table; `row` is its number in the file. */
export interface FactRow {
  row: number | null
  indicator: string
  input: string
  value: string
}

/** The facts of one region by item and key. */
export type FactsJson = Record<string, Record<string, unknown>>

export const entriesOfRows = (rows: readonly FactRow[]): Entry[] =>
  rows.map(({ row, indicator, input, value }) => ({
    item: indicator.trim(),
    key: input.trim(),
    value: value.trim(),
    written: 'csv',
    row,
  }))

export const entriesOfJson = (facts: FactsJson): Entry[] =>
  Object.entries(facts).flatMap(([item, inputs]) =>
    Object.entries(inputs).map(([key, value]) => ({ item, key, value, written: 'json' as const, row: null })),
  )
