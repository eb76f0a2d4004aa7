/**
 * What a cell holds, as text, with what the file said of its kind:
 * `text` also stands for every cell of a CSV; a `percent` reads `85.5%`, a `date` `2024-05-01`;
 * `error` is `#DIV/0!` and the like; `uncomputed` a formula whose result was never stored.
 */
export interface Cell {
  text: string
  kind: CellKind
}

export type CellKind = 'text' | 'number' | 'percent' | 'boolean' | 'date' | 'error' | 'uncomputed'

export interface Row {
  /** Line of the CSV at which it begins, or row of the sheet; from 1. */
  number: number
  /** By column; missing where the cell is empty. */
  cells: Cell[]
}

/** Rows and columns, both ends included: rows from 1, columns from 0. */
export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

export interface Sheet {
  /** null in a CSV. */
  name: string | null
  /** Rows that are not blank, in order. */
  rows: Row[]
  merged: Range[]
}

export const blank: Cell = { text: '', kind: 'text' }
