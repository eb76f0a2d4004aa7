import ExcelJS from 'exceljs'
import type { Language } from '../../../scoring/text.ts'
import { columnLetters } from '../address.ts'
import { guarded } from '../formulaGuard.ts'

/** Title, note, header: data begin below them. */
export const firstDataRow = 4

/** A live formula with the value that it gives, so that the sheet reads right before anything computes it. */
export interface Formula {
  formula: string
  result: number | null
}

export type Value = string | number | boolean | null | Formula

export interface BookColumn {
  header: string
  width: number
  /** Of numbers; default two decimals. */
  format?: string
}

export interface BookTable {
  name: string
  title: string
  note: string
  columns: BookColumn[]
  rows: Value[][]
}

export const twoDecimals = '0.00'

const fonts: Record<Language, string> = { zh: '宋体', en: 'Calibri' }
const thin = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
const border = { top: thin, left: thin, bottom: thin, right: thin }

/** @param footer stands at the foot of every printed page, before its number */
export interface BookStyle {
  language: Language
  footer: string
}

export function newBook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook()
  book.creator = 'Tiyan'
  // What a spreadsheet shows is computed from the cells, never only copied from us.
  book.calcProperties.fullCalcOnLoad = true
  return book
}

/** Adds a sheet with one table, ready to print: header rows repeated, as wide as the page. */
export function addTable(book: ExcelJS.Workbook, table: BookTable, { language, footer }: BookStyle): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(table.name, {
    views: [{ state: 'frozen', ySplit: firstDataRow - 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: table.columns.length > 7 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `1:${firstDataRow - 1}`,
    },
    headerFooter: { oddFooter: `&L${footer.replaceAll('&', '&&')}&R&P / &N` },
  })
  const font = fonts[language]
  const styles = table.columns.map(
    ({ format = twoDecimals }): Partial<ExcelJS.Style> => ({
      ...{ numFmt: format, font: { name: font, size: 11 }, alignment: { vertical: 'middle' } },
    }),
  )
  sheet.columns = table.columns.map(({ width }, at) => ({ width, ...(styles[at] && { style: styles[at] }) }))
  // Cells that share a style have the very same one: the library compares all others property by property.
  const cellStyles = styles.map((style) => ({ ...style, border }))
  sheet.addRow([guarded(table.title)]).font = { name: font, size: 14, bold: true }
  sheet.addRow([guarded(table.note)]).font = { name: font, size: 10, color: { argb: 'FF7F7F7F' } }
  headerRow(sheet.addRow(table.columns.map(({ header }) => guarded(header))), font)
  for (const row of table.rows) {
    sheet.addRow(row.map(exported)).eachCell((cell, column) => {
      cell.style = cellStyles[column - 1] ?? { border }
    })
  }
  return sheet
}

function headerRow(row: ExcelJS.Row, font: string): void {
  row.eachCell((cell) => {
    cell.font = { name: font, size: 11, bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } }
    cell.border = border
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
  })
}

function exported(value: Value): ExcelJS.CellValue {
  if (typeof value === 'string') return guarded(value)
  if (typeof value !== 'object' || value === null) return value
  return { formula: value.formula, result: value.result ?? '' } as ExcelJS.CellFormulaValue
}

/** A range within one column of another sheet: `'二级'!E4:E7`. Rows count from 0 at the first row of data. */
export function cellsOf(sheet: string, column: number, first: number, count = 1): string {
  const letters = columnLetters(column)
  const from = letters + (firstDataRow + first)
  return `'${sheet}'!${count === 1 ? from : `${from}:${letters}${firstDataRow + first + count - 1}`}`
}

export const bookBytes = async (book: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer())
