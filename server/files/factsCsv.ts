import type { FactRow } from '../../scoring/objective/entry.ts'
import { type CsvOptions, csvText } from './csv.ts'
import { type Evidence, evidenceKeys } from './evidence.ts'
import { numberOrText } from './template/values.ts'

/** Facts in the form of R12; with a region column where any row names its region, with sources where any row names one. */
export function factsCsv(rows: readonly (FactRow & Evidence & { region?: string })[], how: CsvOptions = {}): string {
  const many = rows.some(({ region = '' }) => region !== '')
  const more = evidenceKeys.filter((key) => rows.some((row) => row[key]))
  const header = [...(many ? ['region'] : []), 'indicator', 'input', 'value', ...more]
  const lines = rows.map(({ region = '', indicator, input, value, ...evidence }) => [
    ...(many ? [region] : []),
    indicator,
    input,
    numberOrText(value),
    ...more.map((key) => evidence[key] ?? ''),
  ])
  return csvText([header, ...lines], how)
}
