import type { Model, Question } from 'survey-core'

export interface Screening extends Question {
  screening?: boolean
  screensOut?: unknown[]
}

/** Whether an answer puts somebody outside the survey. The usual answers that do are those of surveys/README.md. */
export const isOut = ({ screensOut = ['no', false], value }: Screening): boolean => screensOut.includes(value)

/** Whether some answer given so far does. */
export const screensOut = (model: Model): boolean =>
  (model.getAllQuestions() as Screening[]).some((question) => question.screening === true && isOut(question))
