import type { Language } from '../../../scoring/text.ts'
import { cellsOf, type Formula, type Value } from '../xlsx/book.ts'
import type { BookRegion, ResultBook } from './resultBook.ts'
import { dimensionRows } from './rows.ts'
import { type Sheet, scoreColumn, weightColumn } from './scoreSheets.ts'
import { headers, phrases, sheetNames } from './sheetNames.ts'

/** Columns of the sums, which later ones refer to. */
const at = { objective: 2, subjective: 3, deductions: 4, totalRaw: 5 }

/** A row a region: the total and what it is made of, recomputed from the sheet of the L1s. */
export function overviewSheet(book: ResultBook, language: Language): Sheet {
  const { region, code, objective, subjective, deductions, totalRaw, total } = headers
  const { totalLow, totalHigh, lowest, highest, complete } = headers
  const wide = (header: { zh: string; en: string }) => ({ header: header[language], width: 13 })
  return {
    columns: [
      { header: region[language], width: 22 },
      { header: code[language], width: 12 },
      ...[objective, subjective, deductions, totalRaw, total, totalLow, totalHigh, lowest, highest, complete].map(wide),
    ],
    rows: book.regions.map((one, row) => regionRow(book, one, row, language)),
  }
}

function regionRow(book: ResultBook, { code, name, result }: BookRegion, row: number, language: Language): Value[] {
  const sheet = sheetNames.dimensions[language]
  const rows = dimensionRows(book.scheme)
  const cells = (kind: string) =>
    rows.filter(({ element }) => element.kind === kind).map((parts) => cellsOf(sheet, scoreColumn(row), parts.row))
  const weighted = (kind: string) =>
    rows
      .filter(({ element }) => element.kind === kind)
      .map((parts) => `${cellsOf(sheet, weightColumn, parts.row)}*${cellsOf(sheet, scoreColumn(row), parts.row)}`)
      .join('+')
  const own = (column: number) => cellsOf(sheetNames.overview[language], column, row)
  const parts = [at.objective, at.subjective, at.deductions].map(own)
  const interval = result?.uncertainty?.total?.interval ?? [null, null]
  return [
    name || code,
    code,
    whole(cells('objective'), `(${weighted('objective')})/100`, result?.objective),
    whole(cells('subjective'), `(${weighted('subjective')})/100`, result?.subjective),
    whole(cells('deduction'), cells('deduction').join('+'), result?.deductions.total),
    whole(parts, `${parts[0]}+${parts[1]}-${parts[2]}`, result?.totalRaw),
    whole([own(at.totalRaw)], `MAX(0,${own(at.totalRaw)})`, result?.total),
    ...interval,
    ...(result?.bounds.total ?? [null, null]),
    result ? phrases[result.complete ? 'yes' : 'no'][language] : null,
  ]
}

/** The value where nothing it is made of is missing, else blank: a gap stays a gap (R8). */
const whole = (needed: string[], value: string, result: number | null | undefined): Formula => ({
  formula: `IF(COUNT(${needed.join(',')})<${needed.length},"",${value})`,
  result: result ?? null,
})
