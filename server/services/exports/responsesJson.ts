import { formOf } from '../../../surveys/answers/form.ts'
import { openNames } from '../../../surveys/answers/inWords.ts'
import { answersOf } from '../../store/browse.ts'
import { commentNotes } from '../../store/comments.ts'
import type { Store } from '../../store/database.ts'
import type { Published } from '../published.ts'
import { screened } from '../responses/screen.ts'
import type { Exporting } from './progress.ts'
import { flaggedResponses } from './sample.ts'

/**
 * The responses in a survey's score as SurveyJS keeps them (`survey.data`), a list of objects: text of JSON, a piece at a
 * time. De-identified as the CSV is, with the same columns under `tiyan`; what people wrote is screened, and left out
 * where somebody decided that it is not to be quoted.
 */
export async function* responsesJson(db: Store, survey: Published, exporting: Exporting): AsyncGenerator<string> {
  const { sample, pieces } = await flaggedResponses(db, survey, exporting)
  const notes = await commentNotes(db, survey)
  const hidden = new Set(
    notes.filter(({ decision }) => decision === 'hidden').map(({ response_id, name }) => `${response_id} ${name}`),
  )
  const open = openNames(formOf(survey.questionnaire).questions)
  let respondent = 0
  yield '['
  for await (const rows of pieces) {
    const ids = rows.map(({ row }) => row.id)
    const answers = new Map((await answersOf(db, survey, ids)).map(({ id, answers }) => [id, answers]))
    let text = ''
    for (const { row, flags } of rows) {
      const { id, channel, cell, base_weight } = row
      const said = Object.entries(JSON.parse(answers.get(id) ?? '{}') as Record<string, unknown>)
        .filter(([name]) => !hidden.has(`${id} ${name}`))
        .map(([name, value]) => [name, open.has(name) && typeof value === 'string' ? screened(value).text : value])
      const tiyan = {
        ...{ respondent: respondent + 1, channel, cell, base_weight },
        ...{
          final_weight: sample.finalWeight(cell, base_weight, channel),
          flags: flags === '' ? [] : flags.split(';'),
        },
      }
      text += `${respondent === 0 ? '' : ','}\n${JSON.stringify({ ...Object.fromEntries(said), tiyan })}`
      respondent++
    }
    yield text
  }
  yield '\n]\n'
}
