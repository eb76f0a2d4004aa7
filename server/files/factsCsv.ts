import type { FactRow } from '../../scoring/objective/entry.ts'
import { type CsvOptions, csvText } from './csv.ts'
import { numberOrText } from './template/values.ts'

/** Facts in the form of R12; with a region column where any row names its region. */
export function factsCsv(rows: readonly (FactRow & { region?: string })[], how: CsvOptions = {}): string {
  const many = rows.some(({ region = '' }) => region !== '')
  const header = [...(many ? ['region'] : []), 'indicator', 'input', 'value']
  const lines = rows.map(({ region = '', indicator, input, value }) => [
    ...(many ? [region] : []),
    indicator,
    input,
    numberOrText(value),
  ])
  return csvText([header, ...lines], how)
}
