import type { Address } from './address.ts'
import { blank, type Cell, type Row, type Sheet } from './cell.ts'
import { type ColumnRule, type Columns, findColumns } from './columns.ts'
import { merges } from './merged.ts'
import { type FileNote, type FileProblem, fileProblem } from './problem.ts'
import type { Table } from './table.ts'

/** A row of data, its cells by the meaning of their column. */
export interface TableRecord<K extends string> {
  row: number
  columns: Columns<K>
  /** Blank where the column or the content is missing. */
  cell(key: K): Cell
  address(key: K): Address
}

/** What a file of one kind gives: rows with content, all that is wrong with its form, and what was left out. */
export interface Records<K extends string> {
  records: TableRecord<K>[]
  problems: FileProblem[]
  notes: FileNote[]
}

/**
 * The rows of all sheets that have the wanted columns.
 *
 * @param groups columns whose merged cells stand for each of the rows they cover (a region, an indicator);
 *   in all other columns a cell merged over several rows is a problem
 */
export function readRecords<K extends string>(
  table: Table,
  rules: Record<K, ColumnRule>,
  groups: readonly NoInfer<K>[],
): Records<K> {
  if (table.problems.length > 0) return { records: [], problems: table.problems, notes: table.notes }
  const found = table.sheets
    .filter(({ rows }) => rows.length > 0)
    .map((sheet) => ({ sheet, ...findColumns(sheet, rules) }))
  const read = found.flatMap(({ sheet, columns }) => (columns ? [{ sheet, columns }] : []))
  if (read.length === 0) {
    const [first = fileProblem('empty', {})] = found.flatMap(({ problems }) => problems)
    return { records: [], problems: [first], notes: table.notes }
  }

  const result: Records<K> = {
    records: [],
    problems: found.filter(({ columns }) => columns).flatMap(({ problems }) => problems),
    notes: [...table.notes, ...found.filter(({ columns }) => !columns).map(({ sheet }) => leftOut(sheet))],
  }
  for (const { sheet, columns } of read) {
    const { cellAt, problems } = merges(sheet, columns, groups)
    result.problems.push(...problems)
    const rows = sheet.rows.slice(columns.firstRow)
    result.records.push(...rows.map((row) => recordOf(sheet, columns, row, cellAt)))
    const stray = rows.filter((row) => row.cells.some((cell, column) => isStray(cell, column, columns)))
    if (sheet.name === null) result.problems.push(...stray.map((row) => surplus(row)))
    else if (stray[0]) result.notes.push(nameless(sheet.name, stray[0]))
  }
  return result
}

function recordOf<K extends string>(
  { name }: Sheet,
  columns: Columns<K>,
  row: Row,
  cellAt: (row: Row, column: number) => Cell | undefined,
): TableRecord<K> {
  return {
    row: row.number,
    columns,
    cell(key) {
      const column = columns.at[key]
      return (column === undefined ? undefined : cellAt(row, column)) ?? blank
    },
    address: (key) => ({ sheet: name, row: row.number, column: columns.at[key] ?? null }),
  }
}

const isStray = <K extends string>({ text }: Cell, column: number, { names }: Columns<K>): boolean =>
  text.trim() !== '' && !names[column]?.text.trim()

const surplus = ({ number }: Row): FileProblem =>
  fileProblem('surplus-cells', {}, { sheet: null, row: number, column: null })

const nameless = (sheet: string, { number }: Row): FileNote => ({
  zh: `工作表“${sheet}”第 ${number} 行有内容不在任何列名之下，没有读取`,
  en: `Sheet “${sheet}”, row ${number} has content below no column name; it was not read`,
})

const leftOut = ({ name }: Sheet): FileNote => ({
  zh: `工作表“${name}”没有所需的列名，没有读取`,
  en: `Sheet “${name}” lacks the column names and was not read`,
})
