import type { ScoreRow as PlainRow } from '../../scoring/objective/checkScores.ts'
import type { Scheme } from '../../scoring/standard/scheme.ts'
import type { Address } from './address.ts'
import type { CellKind } from './cell.ts'
import { missingRegion, scoreColumns } from './fileColumns.ts'
import { labelsOf } from './labels.ts'
import type { FileNote, FileProblem } from './problem.ts'
import { readRecords } from './records.ts'
import type { Table } from './table.ts'

/** One objective score worked out elsewhere, as a file gives it; not checked yet. */
export interface ScoreRow extends PlainRow {
  /** Empty where the file has no region column. */
  region: string
  score: string
  address: Address
  kind: CellKind
}

/** The imported scores of one or many regions (CONTRACT section 4), in the order of the file. */
export function readScores(
  table: Table,
  scheme: Scheme,
): { rows: ScoreRow[]; problems: FileProblem[]; notes: FileNote[] } {
  const { records, problems, notes } = readRecords(table, scoreColumns, ['region'])
  const labels = labelsOf(scheme)
  const rows = records.map((record): ScoreRow => {
    const indicator = record.cell('indicator').text.trim()
    return {
      region: record.cell('region').text.trim(),
      row: record.row,
      indicator: record.columns.plain ? indicator : labels.id(indicator),
      score: record.cell('score').text.trim(),
      address: record.address('score'),
      kind: record.cell('score').kind,
    }
  })
  return { rows, problems: [...problems, ...records.flatMap((record) => missingRegion(record) ?? [])], notes }
}
