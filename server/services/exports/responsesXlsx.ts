import type { Readable } from 'node:stream'
import { cellXml, rowsPerSheet, rowXml, type StreamedSheet, streamBook } from '../../files/xlsx/streamed.ts'
import type { Store } from '../../store/database.ts'
import type { Published } from '../published.ts'
import { codebookOf } from './codebook.ts'
import { columnNames, valuesBefore, writtenOnce } from './columns.ts'
import type { Exporting } from './progress.ts'
import { flaggedResponses } from './sample.ts'

/** The same rows as `responses.csv` as a workbook, with a codebook; more than a million go on in a second sheet. */
export async function responsesBook(
  db: Store,
  survey: Published,
  exporting: Exporting,
  perSheet = rowsPerSheet,
): Promise<Readable> {
  const { sample, pieces } = await flaggedResponses(db, survey, exporting)
  const values = valuesBefore(survey, sample)
  const beginningOf = writtenOnce((row, flags) => values(row, flags).map(cellXml))
  const header = columnNames(survey).map(cellXml)

  async function* rows() {
    let respondent = 0
    for await (const piece of pieces) {
      yield piece.map(({ row, flags }) => [cellXml(++respondent), ...beginningOf(row, flags), ...cellsOf(row.codes)])
    }
  }
  const source = rows()
  let rest: string[][] = []
  /** The next sheet's share of one stream of rows. */
  async function* share() {
    let number = 1
    yield rowXml(number, header)
    while (number <= perSheet) {
      if (rest.length === 0) {
        const next = await source.next()
        if (next.done) return
        rest = next.value
      }
      const some = rest.slice(0, perSheet + 1 - number)
      rest = rest.slice(some.length)
      yield some.map((cells) => rowXml(++number, cells)).join('')
    }
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

const cellOfCode = new Map([...'0123456789'].map((code) => [code, cellXml(Number(code >= '7' ? `9${code}` : code))]))

/** Packed codes as cells: `17` → 1, 97. */
const cellsOf = (packed: string): string[] => [...packed].map((code) => cellOfCode.get(code) ?? cellXml(null))

function codebookRows(survey: Published): string[] {
  const rows = codebookOf(survey).flatMap(({ name, label, values }) => [
    [name, '', label.zh, label.en],
    ...values.map(({ code, label }) => [name, code, label.zh, label.en]),
  ])
  return [['column', 'code', '中文', 'English'], ...rows].map((row, at) => rowXml(at + 1, row.map(cellXml)))
}
