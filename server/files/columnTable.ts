import { CsvError, parse } from 'csv-parse/sync'
import type { ColumnTable } from '../../scoring/sampling/estimate/table.ts'
import type { Sheet } from './cell.ts'
import { decodeText } from './encoding.ts'
import { unguarded } from './formulaGuard.ts'
import { inMiB, type TableLimits } from './limits.ts'
import { type FileProblem, fileProblem, Refused, refuse } from './problem.ts'
import { delimiterOf } from './readCsv.ts'
import { readTable } from './table.ts'

/** What a text in memory can hold; the rows of a national survey are far below. */
const limits: TableLimits = {
  packedBytes: 500 * 1024 * 1024,
  unpackedBytes: 500 * 1024 * 1024,
  rows: 10_000_000,
  cells: 400_000_000,
  columns: 1000,
}
const mostRecordCharacters = 1024 * 1024
/** Columns with more different texts are not worth sharing them. */
const mostShared = 1000

export interface ReadColumns {
  table: ColumnTable
  problems: FileProblem[]
}

/**
 * Reads a large table by columns, equal texts of a column shared: a CSV as `readTable` takes it, or the first sheet of
 * a workbook that has rows. The first row holds the names.
 */
export async function readColumnTable(bytes: Uint8Array): Promise<ReadColumns> {
  const builder = columnBuilder()
  try {
    if (bytes.length > limits.packedBytes) refuse('too-large', { limit: inMiB(limits.packedBytes), unit: 'MiB' })
    if (bytes.length === 0) refuse('empty', {})
    if (isArchive(bytes)) await readBook(bytes, builder.add)
    else readText(decodeText(bytes), builder.add)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { table: { columns: [], values: [] }, problems: [error.problem] }
  }
  return builder.result()
}

// XLSX is a ZIP archive; D0 CF 11 E0 is an old .xls, or an encrypted workbook: `readTable` says so.
const isArchive = ([a, b]: Uint8Array): boolean => (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf)

type AddRow = (cells: string[], line: number) => void

async function readBook(bytes: Uint8Array, add: AddRow) {
  const { sheets, problems } = await readTable(bytes, limits)
  if (problems[0]) throw new Refused(problems[0])
  const sheet: Sheet | undefined = sheets.find(({ rows }) => rows.length > 0)
  if (sheet === undefined) return refuse('empty', {})
  for (const { cells, number } of sheet.rows) {
    add(
      Array.from(cells, (cell) => cell?.text ?? ''),
      number,
    )
  }
}

function readText(text: string, add: AddRow) {
  // Counted here: the parser takes a CRLF within a cell for two lines.
  let line = 1
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: mostRecordCharacters,
      on_record(record: string[]) {
        const number = line
        line += 1
        for (const cell of record) if (/[\r\n]/.test(cell)) line += cell.match(/\r\n|\r|\n/g)?.length ?? 0
        if (record.some((cell) => cell.trim() !== '')) add(record.map(unguarded), number)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') refuse('too-many-columns', { limit: limits.columns })
    refuse('broken-quotes', {}, { sheet: null, row: line, column: null })
  }
}

function columnBuilder() {
  let columns: string[] | null = null
  const values: string[][] = []
  const shared: Map<string, string>[] = []
  const lines: number[] = []
  const problems: FileProblem[] = []
  const share = (column: number, text: string) => {
    const known = shared[column]!
    const same = known.get(text)
    if (same === undefined && known.size < mostShared) known.set(text, text)
    return same ?? text
  }
  return {
    add(cells: string[], line: number) {
      if (columns === null) {
        columns = cells.map((name) => name.trim())
        for (const _ of columns) {
          values.push([])
          shared.push(new Map())
        }
        return
      }
      if (lines.length >= limits.rows) refuse('too-many-rows', { limit: limits.rows })
      lines.push(line)
      for (let column = 0; column < columns.length; column += 1)
        values[column]!.push(share(column, cells[column] ?? ''))
      if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
        problems.push(fileProblem('surplus-cells', {}, { sheet: null, row: line, column: null }))
    },
    result: (): ReadColumns => ({ table: { columns: columns ?? [], values, lines }, problems }),
  }
}
