import { CsvError, parse } from 'csv-parse/sync'
import type { Cell, Row, Sheet } from './cell.ts'
import { unguarded } from './formulaGuard.ts'
import { counterFor, type TableLimits } from './limits.ts'
import { refuse } from './problem.ts'

const mostRecordCharacters = 1024 * 1024

/**
 * Reads a CSV. Blank lines are passed over; rows may be of different length.
 *
 * @throws {Refused} quotation marks that do not match, or beyond the limits
 */
export function readCsv(text: string, limits: TableLimits): Sheet {
  const count = counterFor(limits)
  const rows: Row[] = []
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
        line += 1 + lineBreaks(record)
        if (record.every((cell) => cell.trim() === '')) return null
        count({ rows: 1, cells: record.length, column: record.length - 1 })
        rows.push({ number, cells: record.map(cellOf) })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') refuse('too-many-columns', { limit: limits.columns })
    refuse('broken-quotes', {}, { sheet: null, row: line, column: null })
  }
  return { name: null, rows, merged: [] }
}

const cellOf = (text: string): Cell => ({ text: unguarded(text), kind: 'text' })

const lineBreaks = (record: string[]): number =>
  record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)

/** The one of comma, semicolon and tab that the header line has most of, outside quotation marks. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const header = /^\s*([^\r\n]*)/.exec(text)?.[1]?.replace(/"[^"]*"/g, '') ?? ''
  const times = (mark: string) => header.split(mark).length - 1
  const marks = [',', ';', '\t'] as const
  return marks.reduce((most, mark) => (times(mark) > times(most) ? mark : most))
}
