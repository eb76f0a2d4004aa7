import type { Model, Question } from 'survey-core'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Takes what was answered in the plain form, before SurveyJS was there, into the questionnaire. Gives whether the form asks anything. */
export function takeOver(form: HTMLFormElement, model: Model): boolean {
  const fields = Array.from(form.elements).filter(isField)
  for (const question of model.getAllQuestions() as Question[]) {
    const own = fields.filter(({ name }) => name === question.name)
    if (own.length > 0) setAnswer(question, own)
    const comment = fields.find(({ name }) => name === `${question.name}-Comment`)
    if (comment && comment.value !== '') question.comment = comment.value
  }
  return fields.length > 0
}

function setAnswer(question: Question, fields: Field[]) {
  const given = fields.filter(isGiven).map(({ value }) => value)
  const values = given.map((value) => valueIn(question, value))
  if (question.getType() === 'checkbox') {
    if (values.length > 0) question.value = values
  } else if (values.length > 0) [question.value] = values
}

/** A form knows only text; the questionnaire's own value is the one that reads the same. */
function valueIn(question: Question, text: string): unknown {
  if (question.getType() === 'boolean') return text === 'true' || text === 'on'
  const choices: { value: unknown }[] = 'visibleChoices' in question ? (question.visibleChoices as []) : []
  const choice = choices.find(({ value }) => String(value) === text)
  if (choice) return choice.value
  if (question.getType() === 'rating') return Number(text)
  return 'inputType' in question && (question.inputType === 'number' || question.inputType === 'range')
    ? Number(text)
    : text
}

const isGiven = (field: Field): boolean =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
    ? field.checked
    : field.value !== ''

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
