import { Model } from 'survey-core'
import type { Json } from '../../../surveys/answers/json.ts'

/** What SurveyJS itself makes of a set of answers. */
export interface Verdict {
  /** Names of the questions that are shown, those in hidden panels and pages left out. */
  shown: string[]
  /** Names of the questions with errors. */
  wrong: string[]
  /** Whether nothing stands in the way of completing. */
  complete: boolean
}

export function verdictOf(questionnaire: Json, answers: Json): Verdict {
  const model = new Model(questionnaire)
  model.data = structuredClone(answers)
  const visible = model.getAllQuestions().filter((question) => question.isVisible && question.isParentVisible)
  const asking = visible.filter((question) => !['html', 'image', 'expression'].includes(question.getType()))
  return {
    shown: asking.map(({ name }) => name),
    wrong: asking.filter((question) => !question.validate(false)).map(({ name }) => name),
    complete: model.validate(false),
  }
}
