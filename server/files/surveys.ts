import type { SurveyRow as PlainRow } from '../../scoring/objective/checkSurvey.ts'
import type { Address } from './address.ts'
import type { CellKind } from './cell.ts'
import { missingRegion, surveyColumns } from './fileColumns.ts'
import type { FileNote, FileProblem } from './problem.ts'
import { readRecords } from './records.ts'
import type { Table } from './table.ts'

/** A survey score worked out elsewhere, as a file gives it; not checked yet. */
export interface SurveyRow extends PlainRow {
  /** Empty where the file has no region column. */
  region: string
  score: string
  se: string
  kind: string
  address: Address
  cellKind: CellKind
}

const kinds: Record<string, string> = {
  模型: 'model',
  概率: 'probability',
  概率样本: 'probability',
  非概率样本: 'model',
}

/** The survey scores of one or many regions (CONTRACT section 4), in the order of the file. */
export function readSurveys(table: Table): { rows: SurveyRow[]; problems: FileProblem[]; notes: FileNote[] } {
  const { records, problems, notes } = readRecords(table, surveyColumns, [])
  const rows = records.map((record): SurveyRow => {
    const text = (key: keyof typeof surveyColumns) => record.cell(key).text.trim()
    const cellKind = record.cell('score').kind
    return {
      region: text('region'),
      row: record.row,
      // A cell formatted as a percentage shows 85.5%, which is what is asked for.
      score: cellKind === 'percent' ? text('score').replace('%', '') : text('score'),
      se: text('se'),
      kind: kinds[text('kind')] ?? text('kind').toLowerCase(),
      address: record.address('score'),
      cellKind,
    }
  })
  return { rows, problems: [...problems, ...records.flatMap((record) => missingRegion(record) ?? [])], notes }
}
