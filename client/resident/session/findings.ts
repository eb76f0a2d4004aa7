import type { Model, Question } from 'survey-core'
import type { Refusal } from '../api.ts'
import { say } from '../page/say.ts'
import { shown } from './display.ts'
import { type Fault, joined } from './faults.ts'
import { type Step, stepOf } from './steps.ts'

/** What the server found in the answers: where the first of it is asked, and how it is said there. */
export function findingsIn(model: Model, errors: Refusal['errors']): { step: Step | undefined; faults: Fault[] } {
  const asked = errors.map(({ path, message }) => {
    const question = model.getQuestionByName(path.replace(/(-Comment)?(\..*)?$/, '')) as Question | null
    return { question, step: question ? stepOf(model, question) : undefined, words: say(shown.language, message) }
  })
  const step = asked.find((one) => one.step)?.step
  const faults = asked.map(({ question, step: at, words }) => ({
    field: question && at === step ? question.id : '',
    words: question ? joined(question.processedTitle, words) : words,
  }))
  return { step, faults }
}
