import { columnLetters } from '../address.ts'
import type { CsvValue } from '../csv.ts'
import { guarded } from '../formulaGuard.ts'
import { escaped } from './escaped.ts'

/** A cell between its address and the number of the next one's row, see `SheetRows.cell`. */
export type Cell = string

/** So many bytes are handed on at once. */
const pieceSize = 512 * 1024
/** Of one character in UTF-8, of which a string counts two for those that take four. */
const mostBytes = 3

/** Rows of a sheet as bytes. */
export interface SheetRows {
  /** A value as it stands in a column of every row: put together once, used in many. */
  cell: (column: number, value: CsvValue) => Cell
  /** Adds a row of all columns; gives what was written so far once it is worth handing on. */
  add: (number: number, cells: readonly Cell[]) => Buffer | undefined
  /** What is left. */
  rest: () => Buffer
}

/**
 * Every cell of a row has the row's number in its address: what stands between is joined by it, which the engine does
 * several times as fast as anything that goes cell by cell.
 */
export function sheetRows(columns: number): SheetRows {
  const endings = Array.from({ length: columns }, (_, column) =>
    column === columns - 1 ? '</row>' : opening(column + 1),
  )
  const line = ['<row r="', `">${opening(0)}`, ...endings]
  let buffer = Buffer.allocUnsafe(2 * pieceSize)
  let end = 0

  const taken = () => {
    const piece = buffer.subarray(0, end)
    buffer = Buffer.allocUnsafe(2 * pieceSize)
    end = 0
    return piece
  }
  return {
    // Joined, so that it lies in memory in one piece: added up, it would be put together anew in every row.
    cell: (column, value) => [cellXml(value), endings[column]].join(''),
    add: (number, cells) => {
      for (let column = 0; column < columns; column++) line[column + 2] = cells[column] as Cell
      const text = line.join(String(number))
      if (end + mostBytes * text.length > buffer.length)
        buffer = Buffer.concat([buffer.subarray(0, end)], 2 * (end + mostBytes * text.length))
      end += buffer.write(text, end)
      return end < pieceSize ? undefined : taken()
    },
    rest: taken,
  }
}

const opening = (column: number): string => `<c r="${columnLetters(column)}`

/** A cell after its address, which some readers cannot do without; text is kept from being read as a formula. */
function cellXml(value: CsvValue): string {
  if (value === null || value === '') return '"/>'
  if (typeof value === 'number') return `"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `" t="b"><v>${value ? 1 : 0}</v></c>`
  return `" t="inlineStr"><is><t xml:space="preserve">${escaped(guarded(value))}</t></is></c>`
}
