import { type CsvOptions, type CsvValue, csvText } from './csv.ts'
import type { BookRegion, ResultBook } from './results/resultBook.ts'
import { pointsOf } from './results/rows.ts'

const header = ['region', 'level', 'id', 'name_zh', 'name_en', 'score', 'lowest', 'highest']

/**
 * A result as one long table, a row a number: `item`, `deduction-item`, `indicator`, `deduction-indicator`, `dimension`,
 * then `total` with its parts. Unrounded; blank where something is missing, with the bounds that it may lie between.
 */
export const resultCsv = (book: ResultBook, how: CsvOptions = {}): string =>
  csvText([header, ...book.regions.flatMap((region) => rowsOf(book, region))], how)

function rowsOf({ scheme }: ResultBook, { code, result }: BookRegion): CsvValue[][] {
  if (result === null) return []
  const { bounds } = result
  const rows: CsvValue[][] = []
  for (const dimension of scheme.dimensions) {
    const deduction = dimension.kind === 'deduction' ? 'deduction-' : ''
    for (const { id, name, items } of dimension.indicators) {
      for (const item of items) {
        rows.push([
          code,
          `${deduction}item`,
          item.id,
          item.name.zh,
          item.name.en,
          pointsOf(result, 'items', item.id),
          null,
          null,
        ])
      }
      const between = bounds.indicators[id] ?? [null, null]
      rows.push([code, `${deduction}indicator`, id, name.zh, name.en, pointsOf(result, 'indicators', id), ...between])
    }
    if (deduction) continue
    const between = bounds.dimensions[dimension.id] ?? [null, null]
    const { id, name } = dimension
    rows.push([code, 'dimension', id, name.zh, name.en, result.dimensions[id] ?? null, ...between])
  }
  return [
    ...rows,
    [code, 'total', 'objective', '客观指标', 'Objective', result.objective, ...bounds.objective],
    [code, 'total', 'subjective', '市民体验', 'Citizen experience', result.subjective, ...bounds.subjective],
    [code, 'total', 'deductions', '扣分', 'Deductions', result.deductions.total, ...bounds.deductions],
    [code, 'total', 'totalRaw', '扣分后', 'After deductions', result.totalRaw, ...bounds.totalRaw],
    [code, 'total', 'total', '总分', 'Total', result.total, ...bounds.total],
  ]
}
