import type { Cell, Range, Row, Sheet } from './cell.ts'
import type { Columns } from './columns.ts'
import { type FileProblem, fileProblem } from './problem.ts'

/**
 * Reads merged cells for what they mean: in a column that groups rows the content stands for every row it covers,
 * in a column of values it cannot be told whose value it is, which is a problem.
 */
export function merges<K extends string>(
  sheet: Sheet,
  columns: Columns<K>,
  groups: readonly K[],
): { cellAt(row: Row, column: number): Cell | undefined; problems: FileProblem[] } {
  const keys = Object.keys(columns.at) as K[]
  const grouping = keys.filter((key) => groups.includes(key)).map((key) => columns.at[key])
  const firstRow = sheet.rows[columns.firstRow]?.number ?? Number.POSITIVE_INFINITY
  const tall = sheet.merged.filter(({ top, bottom }) => bottom > top && bottom >= firstRow)

  const problems = tall
    .filter((range) => keys.some((key) => !groups.includes(key) && covers(range, columns.at[key])))
    .map(({ top, left }) => fileProblem('merged-cells', {}, { sheet: sheet.name, row: top, column: left }))

  const contents = new Map(sheet.rows.map((row) => [row.number, row]))
  const byColumn = new Map(
    grouping.map((column) => [column, tall.filter((range) => covers(range, column)).sort((a, b) => a.top - b.top)]),
  )
  return {
    problems,
    cellAt(row, column) {
      const own = row.cells[column]
      if (own) return own
      const range = rangeAt(byColumn.get(column) ?? [], row.number)
      return range && contents.get(range.top)?.cells[range.left]
    },
  }
}

const covers = ({ left, right }: Range, column: number | undefined): boolean =>
  column !== undefined && column >= left && column <= right

/** The last range that begins at or above the row, if it reaches down to it. */
function rangeAt(ranges: Range[], row: number): Range | undefined {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as Range).top <= row) low = middle + 1
    else high = middle
  }
  const range = ranges[low - 1]
  return range && range.bottom >= row ? range : undefined
}
