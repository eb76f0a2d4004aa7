import type { Readable } from 'node:stream'
import { type CellBytes, rowBytes } from '../../files/xlsx/rowBytes.ts'
import { cellBytes, rowsPerSheet, type StreamedSheet, streamBook } from '../../files/xlsx/streamed.ts'
import type { Store } from '../../store/database.ts'
import type { Published } from '../published.ts'
import { codebookOf } from './codebook.ts'
import { columnNames, valuesBefore, writtenOnce } from './columns.ts'
import type { Exporting } from './progress.ts'
import { type Flagged, flaggedResponses } from './sample.ts'

/** The same rows as `responses.csv` as a workbook, with a codebook; more than a million go on in a second sheet. */
export async function responsesBook(
  db: Store,
  survey: Published,
  exporting: Exporting,
  perSheet = rowsPerSheet,
): Promise<Readable> {
  const { sample, pieces } = await flaggedResponses(db, survey, exporting)
  const values = valuesBefore(survey, sample)
  const beginningOf = writtenOnce((row, flags) => values(row, flags).map(cellBytes))
  const header = columnNames(survey).map(cellBytes)
  let respondent = 0
  let rest: Flagged[] = []

  /** The next sheet's share of one stream of rows. */
  async function* share() {
    const written = rowBytes()
    let number = 1
    written.add(number, header)
    while (number <= perSheet) {
      if (rest.length === 0) {
        const next = await pieces.next()
        if (next.done) break
        rest = next.value
      }
      const some = rest.slice(0, perSheet + 1 - number)
      rest = rest.slice(some.length)
      for (const { row, flags } of some) {
        const piece = written.add(++number, [
          cellBytes(++respondent),
          ...beginningOf(row, flags),
          ...cellsOf(row.codes),
        ])
        if (piece) yield piece
      }
    }
    yield written.rest()
  }
  const sheets = Math.max(1, Math.ceil(sample.respondents / perSheet))
  return streamBook([
    ...Array.from(
      { length: sheets },
      (_, at): StreamedSheet => ({ name: at === 0 ? 'responses' : `responses ${at + 1}`, rows: share }),
    ),
    { name: 'codebook', rows: () => codebookRows(survey) },
  ])
}

const nothing = cellBytes(null)
const cellOfCode = new Map([...'0123456789'].map((code) => [code, cellBytes(Number(code >= '7' ? `9${code}` : code))]))

/** Packed codes as cells: `17` → 1, 97. */
const cellsOf = (packed: string): CellBytes[] => [...packed].map((code) => cellOfCode.get(code) ?? nothing)

function codebookRows(survey: Published): Buffer[] {
  const rows = codebookOf(survey).flatMap(({ name, label, values }) => [
    [name, '', label.zh, label.en],
    ...values.map(({ code, label }) => [name, code, label.zh, label.en]),
  ])
  const written = rowBytes()
  const header = ['column', 'code', '中文', 'English']
  const pieces = [header, ...rows].map((row, at) => written.add(at + 1, row.map(cellBytes)))
  return [...pieces.filter((piece) => piece !== undefined), written.rest()]
}
