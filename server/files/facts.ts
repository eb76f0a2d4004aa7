import type { FactRow as PlainRow } from '../../scoring/objective/entry.ts'
import type { Scheme } from '../../scoring/standard/scheme.ts'
import type { Address } from './address.ts'
import type { CellKind } from './cell.ts'
import { type Evidence, evidenceOf, onFirstRows } from './evidence.ts'
import { factColumns, missingRegion } from './fileColumns.ts'
import { type Labels, labelsOf } from './labels.ts'
import type { FileNote, FileProblem } from './problem.ts'
import { readRecords, type TableRecord } from './records.ts'
import type { Table } from './table.ts'

/**
 * One value as a file gives it, in the CSV form of R12. Nothing of it is checked yet: R11 is for `scoring` to hold.
 * The first row of an item says where its facts come from.
 */
export interface FactRow extends PlainRow, Evidence {
  /** Empty where the file has no region column. */
  region: string
  /** Where the value stands. */
  address: Address
  kind: CellKind
}

type Fact = TableRecord<keyof typeof factColumns>

/** The facts of one or many regions, in the order of the file; none where it has only a header. */
export function readFacts(
  table: Table,
  scheme: Scheme,
): { rows: FactRow[]; problems: FileProblem[]; notes: FileNote[] } {
  const { records, problems, notes } = readRecords(table, factColumns, ['region', 'indicator'])
  const labels = labelsOf(scheme)
  const nameless = records.flatMap((record) => missingRegion(record) ?? [])
  const filled = records.filter((record) => !isUnfilled(record))
  const rows = ticksTogether(filled.map((record) => written(record, labels)))
  return {
    rows: onFirstRows(rows, evidenceOf(records, labels)),
    problems: [...problems, ...nameless],
    notes,
  }
}

/** A row that ticks one option of a set says which; others say null. */
type Written = FactRow & { option: string | null }

function written(record: Fact, labels: Labels): Written {
  const text = (key: keyof typeof factColumns) => record.cell(key).text.trim()
  const { kind } = record.cell('value')
  const common = { region: text('region'), row: record.row, address: record.address('value'), kind }
  // The plain form of R12 takes keys only; a template or a Chinese header lets labels in beside them.
  const labelled = !record.columns.plain || isTemplate(record)
  const indicator = labelled ? labels.id(text('indicator')) : text('indicator')
  const { key: input, option } = labelled
    ? labels.input(indicator, text('input'))
    : { key: text('input'), option: null }
  if (option !== null) return { ...common, indicator, input, option, value: tick(option, labels, text('value')) }

  // A cell formatted as a percentage shows 85.5%, which is what a rate of 0–100 asks for.
  const percent = kind === 'percent' && labels.inputOf(indicator, input)?.type === 'percent'
  const value = percent ? text('value').replace('%', '') : text('value')
  return { ...common, indicator, input, option, value: labelled ? labels.value(indicator, input, value) : value }
}

const isTemplate = (record: Fact): boolean => record.columns.at.how !== undefined

/** In a template a blank means "not given"; in the plain form it is a value (an empty set, or an error). */
const isUnfilled = (record: Fact): boolean =>
  isTemplate(record) && record.cell('value').text.trim() === '' && record.cell('value').kind !== 'uncomputed'

/** What a tick adds to its set; anything but yes and no stays readable in the error that it will give. */
function tick(option: string, labels: Labels, text: string): string {
  const answer = labels.yesOrNo(text)
  if (answer === null) return `${option}=${text}`
  return answer ? option : ''
}

/** The ticks of one set become one value, at the place of the first. */
function ticksTogether(rows: Written[]): FactRow[] {
  const sets = new Map<string, FactRow>()
  const together: FactRow[] = []
  for (const { option, ...row } of rows) {
    if (option === null) {
      together.push(row)
      continue
    }
    const id = JSON.stringify([row.region, row.indicator, row.input])
    const set = sets.get(id)
    if (set) {
      set.value = [set.value, row.value].filter((piece) => piece !== '').join(';')
      continue
    }
    together.push(row)
    sets.set(id, row)
  }
  return together
}
