import type { Model, Question } from 'survey-core'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The name of a field that was filled in, and what it holds. */
export type Given = readonly [name: string, value: string]

/** What was filled in of a form. */
export const givenIn = (form: HTMLFormElement): Given[] =>
  Array.from(form.elements)
    .filter(isField)
    .filter(isGiven)
    .map(({ name, value }): Given => [name, value])

/** Takes what was answered in the plain form, before SurveyJS was there, into the questionnaire. */
export function takeOver(fields: readonly Given[], model: Model): void {
  for (const question of model.getAllQuestions() as Question[]) {
    const own = fields.filter(([name]) => name === question.name).map(([, value]) => valueIn(question, value))
    if (own.length > 0) question.value = question.getType() === 'checkbox' ? own : own[0]
    if (question.getType() === 'matrix') setRows(question, fields)
    const comment = fields.find(([name]) => name === `${question.name}-Comment`)
    if (comment) question.comment = comment[1]
  }
}

/** A row of a grid is a field of its own, `question[row]`. */
function setRows(question: Question, fields: readonly Given[]) {
  const { visibleRows, columns } = question as unknown as Record<
    'visibleRows' | 'columns',
    { name?: string; value: unknown }[]
  >
  const rows = visibleRows.flatMap(({ name }) => {
    const given = fields.find(([field]) => field === `${question.name}[${name}]`)
    const column = given && columns.find(({ value }) => String(value) === given[1])
    return column ? [[name, column.value]] : []
  })
  if (rows.length > 0) question.value = Object.fromEntries(rows)
}

/** A form knows only text; the questionnaire's own value is the one that reads the same. */
function valueIn(question: Question, text: string): unknown {
  const { visibleChoices = [], inputType, valueTrue, valueFalse } = question as unknown as Known
  if (question.getType() === 'boolean')
    return text === String(valueTrue ?? true) ? (valueTrue ?? true) : (valueFalse ?? false)
  const choice = visibleChoices.find(({ value }) => String(value) === text)
  if (choice) return choice.value
  const isNumber = question.getType() === 'rating' || inputType === 'number' || inputType === 'range'
  return isNumber ? Number(text) : text
}

interface Known {
  visibleChoices?: { value: unknown }[]
  inputType?: string
  valueTrue?: unknown
  valueFalse?: unknown
}

const isGiven = (field: Field): boolean =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
    ? field.checked
    : field.value !== ''

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
