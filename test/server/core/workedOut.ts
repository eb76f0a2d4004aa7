import type ExcelJS from 'exceljs'
import { expect } from 'vitest'
import type { Language } from '../../../scoring/text.ts'
import type { Context } from '../../../server/context.ts'
import { evaluationOf } from '../../../server/services/evaluations/find.ts'
import { resultFile } from '../../../server/services/exports/result.ts'
import { backgroundOf } from '../../../server/services/results/background.ts'
import { computeResult } from '../../../server/services/results/compute.ts'
import { converted } from '../files/hasOffice.ts'
import { opened } from '../files/sheetFormula.ts'

/** The whole workbook of a region, its formulas worked out by LibreOffice alone, has the figures that the API gives. */
export async function expectWorkedOut(context: Context, id: string, language: Language): Promise<void> {
  const evaluation = await evaluationOf(context, id)
  const document = await computeResult(context, id, { normalizeShares: false })
  const background = await backgroundOf(context, evaluation, undefined)
  const bytes = await resultFile('xlsx', { evaluation, document, background, compared: null }, language)
  const book = await opened(Buffer.from(bytes))
  const written = new Map<string, number | string>()
  for (const { at, cell } of cellsIn(book)) {
    const { formula, result } = cell
    if (!formula) continue
    written.set(at, typeof result === 'number' ? result : '')
    // Without the value that stands beside it, whoever opens the book has to work it out.
    cell.value = { formula, date1904: false }
  }
  const anew = await opened(converted(new Uint8Array(await book.xlsx.writeBuffer()), 'xlsx', 'xlsx'))
  expect(anew.worksheets.map(({ name }) => name)).toEqual(book.worksheets.map(({ name }) => name))
  const found = new Map(cellsIn(anew).map(({ at, cell }) => [at, cell.result ?? cell.value]))
  const apart = [...written].filter(([at, value]) => {
    const own = found.get(at)
    if (typeof value === 'number') return typeof own !== 'number' || Math.abs(own - value) > 1e-9
    // Blank as long as something is missing: an empty text, or nothing.
    return typeof own === 'number'
  })
  expect(apart).toEqual([])
  expect([...found].filter(([, value]) => isError(value))).toEqual([])
  const figures = [...written.keys()].map((at) => found.get(at))
  const { total, objective, subjective, dimensions } = document.regions[0]?.result ?? expect.fail('it has errors')
  for (const figure of [total, objective, subjective, ...Object.values(dimensions)])
    if (figure !== null) expect(figures).toContainEqual(expect.closeTo(figure, 9))
}

function cellsIn(book: ExcelJS.Workbook): { at: string; cell: ExcelJS.Cell }[] {
  const cells: { at: string; cell: ExcelJS.Cell }[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => cells.push({ at: `${sheet.name}!${cell.address}`, cell })))
  return cells
}

const isError = (value: unknown): boolean =>
  (typeof value === 'object' && value !== null && 'error' in value) ||
  (typeof value === 'string' && /^#(REF|NAME|VALUE|DIV\/0|N\/A|NUM|NULL)[!?]?/.test(value))
