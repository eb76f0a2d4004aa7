import { csvText } from '../../files/csv.ts'
import type { Store } from '../../store/database.ts'
import type { Published } from '../published.ts'
import { columnNames, valuesBefore, writtenOnce } from './columns.ts'
import { type Exporting, unwatched } from './progress.ts'
import { flaggedResponses } from './sample.ts'

/**
 * The responses in a survey's score, a row a person, as `tiyan estimate` and R take them (reference/stats/FORMAT.md): the
 * text of a CSV, a piece at a time.
 * De-identified: a running number instead of the id that the person's own device knows, no time, no text. Flags are those
 * of the quality rules, `;` between them; who is in the score may have some.
 */
export async function* responsesText(
  db: Store,
  survey: Published,
  exporting: Exporting = unwatched,
): AsyncGenerator<string> {
  const { sample, pieces } = await flaggedResponses(db, survey, exporting)
  yield csvText([columnNames(survey)])
  const values = valuesBefore(survey, sample)
  const beginningOf = writtenOnce((row, flags) => csvText([values(row, flags)]).slice(0, -1))
  let respondent = 0
  for await (const rows of pieces) {
    let text = ''
    for (const { row, flags } of rows) text += `${++respondent},${beginningOf(row, flags)}${codesText(row.codes)}\n`
    yield text
  }
}

/** Packed codes as columns, each with a comma before it: `17` → `,1,97`. */
function codesText(packed: string): string {
  let text = ''
  for (const code of packed) text += code >= '7' ? `,9${code}` : `,${code}`
  return text
}
