import { refuse } from './problem.ts'

/** How much of a file is read. Held while reading, so that memory stays bounded whatever the file claims of itself. */
export interface TableLimits {
  packedBytes: number
  unpackedBytes: number
  /** Rows that are not blank, over all sheets. */
  rows: number
  /** Cells that are kept, over all sheets. */
  cells: number
  columns: number
}

const MiB = 1024 * 1024

/** CONTRACT section 2: what a person may upload. */
export const uploadLimits: TableLimits = {
  packedBytes: 20 * MiB,
  unpackedBytes: 200 * MiB,
  rows: 200_000,
  cells: 2_000_000,
  columns: 1000,
}

export const inMiB = (bytes: number): number => Math.round(bytes / MiB)

/** Called for all that is kept of a file. @throws {Refused} at the limit */
export type Counter = (more: { rows?: number; cells?: number; column?: number }) => void

export function counterFor(limits: TableLimits): Counter {
  let rowsRead = 0
  let cellsRead = 0
  return ({ rows = 0, cells = 0, column = 0 }) => {
    rowsRead += rows
    cellsRead += cells
    if (rowsRead > limits.rows) refuse('too-many-rows', { limit: limits.rows })
    if (cellsRead > limits.cells) refuse('too-many-cells', { limit: limits.cells })
    if (column >= limits.columns) refuse('too-many-columns', { limit: limits.columns })
  }
}
