/** A file of rows as text, empty cells ''. Cells that a short row lacks count as empty. */
export interface RowTable {
  columns: string[]
  rows: string[][]
  /** Line of each row in the file; absent: the header is line 1 and no line is blank. */
  lines?: ArrayLike<number>
}

/** The same by columns: `values[column][row]`. */
export interface ColumnTable {
  columns: string[]
  values: string[][]
  lines?: ArrayLike<number>
}

export type Table = RowTable | ColumnTable

export const rowsIn = (table: Table): number => ('rows' in table ? table.rows.length : (table.values[0]?.length ?? 0))

export const lineOf = ({ lines }: Table, row: number): number => lines?.[row] ?? row + 2

/** Cells of a column, without blanks around them; null if there is no such column. */
export function cellsOf(table: Table, name: string): ((row: number) => string) | null {
  const column = table.columns.indexOf(name)
  if (column < 0) return null
  if ('rows' in table) return (row) => (table.rows[row]?.[column] ?? '').trim()
  const values = table.values[column] ?? []
  return (row) => (values[row] ?? '').trim()
}
