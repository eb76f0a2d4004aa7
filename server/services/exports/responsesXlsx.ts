import type { Readable } from 'node:stream'
import { type Cell, sheetRows } from '../../files/xlsx/sheetRows.ts'
import { rowsPerSheet, type StreamedSheet, streamBook } from '../../files/xlsx/streamed.ts'
import type { Store } from '../../store/database.ts'
import { unpackCodes } from '../collect/pack.ts'
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
  const names = columnNames(survey)
  const { cell } = sheetRows(names.length)
  const beginningOf = writtenOnce((row, flags) => values(row, flags).map((value, at) => cell(1 + at, value)))
  const first = names.length - survey.key.items.length
  const codeCells = survey.key.items.map((_, item) => codes.map((code) => cell(first + item, code)))
  let respondent = 0
  let rest: Flagged[] = []

  /** The next sheet's share of one stream of rows. */
  async function* share() {
    const written = sheetRows(names.length)
    let number = 1
    written.add(
      number,
      names.map((name, column) => cell(column, name)),
    )
    while (number <= perSheet) {
      if (rest.length === 0) {
        const next = await pieces.next()
        if (next.done) break
        rest = next.value
      }
      const some = rest.slice(0, perSheet + 1 - number)
      rest = rest.slice(some.length)
      for (const { row, flags } of some) {
        const cells = [cell(0, ++respondent), ...beginningOf(row, flags)]
        for (let item = 0; item < codeCells.length; item++)
          cells.push(codeCells[item]?.[row.codes.charCodeAt(item) - zero] as Cell)
        const piece = written.add(++number, cells)
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

/** What each packed digit stands for. */
const codes = unpackCodes('0123456789')
const zero = '0'.charCodeAt(0)

function codebookRows(survey: Published): Buffer[] {
  const rows = codebookOf(survey).flatMap(({ name, label, values }) => [
    [name, '', label.zh, label.en],
    ...values.map(({ code, label }) => [name, code, label.zh, label.en]),
  ])
  const header = ['column', 'code', '中文', 'English']
  const written = sheetRows(header.length)
  const pieces = [header, ...rows].map((row, at) =>
    written.add(
      at + 1,
      row.map((value, column) => written.cell(column, value)),
    ),
  )
  return [...pieces.filter((piece) => piece !== undefined), written.rest()]
}
