import { formOf } from '../../../surveys/answers/form.ts'
import { openNames } from '../../../surveys/answers/inWords.ts'
import { commentNotes } from '../../store/comments.ts'
import type { Store } from '../../store/database.ts'
import type { Published } from '../published.ts'
import { screened } from '../responses/screen.ts'
import { writtenOnce } from './columns.ts'
import type { Exporting } from './progress.ts'
import { flaggedResponses } from './sample.ts'

/**
 * The responses in a survey's score as SurveyJS keeps them (`survey.data`), a list of objects: text of JSON, a piece at a
 * time. De-identified as the CSV is, with the same columns under `tiyan`; what people wrote is screened, and left out
 * where somebody decided that it is not to be quoted.
 */
export async function* responsesJson(db: Store, survey: Published, exporting: Exporting): AsyncGenerator<string> {
  const { sample, pieces } = await flaggedResponses(db, survey, exporting, { answers: true })
  const shown = await screening(db, survey)
  const besideOf = writtenOnce(({ channel, cell, base_weight }, flags) => {
    const final_weight = sample.finalWeight(cell, base_weight, channel)
    return JSON.stringify({
      ...{ channel, cell, base_weight, final_weight, flags: flags === '' ? [] : flags.split(';') },
    }).slice(1)
  })
  let respondent = 0
  yield '['
  for await (const rows of pieces) {
    let text = ''
    for (const { row, flags } of rows) {
      const said = shown(row.id, row.answers ?? '{}')
      const open = said === '{}' ? '{' : `${said.slice(0, -1)},`
      text += `${respondent === 0 ? '' : ','}\n${open}"tiyan":{"respondent":${respondent + 1},${besideOf(row, flags)}}`
      respondent++
    }
    yield text
  }
  yield '\n]\n'
}

/**
 * A response's answers as text of JSON, with what people wrote screened. Most wrote nothing: what is stored is text of
 * JSON already, and goes on as it stands.
 */
async function screening(db: Store, survey: Published): Promise<(id: string, answers: string) => string> {
  const notes = await commentNotes(db, survey)
  const hidden = new Set(
    notes.filter(({ decision }) => decision === 'hidden').map(({ response_id, name }) => `${response_id} ${name}`),
  )
  const hiddenOf = new Set([...hidden].map((one) => one.slice(0, one.indexOf(' '))))
  const open = openNames(formOf(survey.questionnaire).questions)
  // One look for all names together.
  const words = new RegExp([...open.keys()].map((name) => literal(`${JSON.stringify(name)}:`)).join('|'))
  return (id, answers) => {
    if (!hiddenOf.has(id) && !words.test(answers)) return answers
    const said = Object.entries(JSON.parse(answers) as Record<string, unknown>)
      .filter(([name]) => !hidden.has(`${id} ${name}`))
      .map(([name, value]) => [name, open.has(name) && typeof value === 'string' ? screened(value).text : value])
    return JSON.stringify(Object.fromEntries(said))
  }
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
