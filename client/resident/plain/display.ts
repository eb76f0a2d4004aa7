import type { Language } from '../../../scoring/text.ts'
import { isEmpty } from '../../../surveys/answers/expression/values.ts'
import type { Form } from '../../../surveys/answers/form.ts'
import type { Choice } from '../../../surveys/answers/kinds/choices.ts'
import type { Question } from '../../../surveys/answers/question.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import { inOrderOfTexts } from '../../../surveys/order/byText.ts'
import { type Html, html, trusted } from '../page/html.ts'
import { words } from './words.ts'

/** What of a questionnaire is shown, to whom and with which answers. */
export interface View {
  form: Form
  language: Language
  values: unknown[]
}

/** A text of the questionnaire in the person's language, with what was answered in place of `{name}`. */
export const shownText = (text: unknown, view: View): string => piped(text, view, (answer) => answer)

/** HTML of the questionnaire, sanitised on publication; what was answered stands in it as text. */
export const shownHtml = (text: unknown, view: View): Html =>
  trusted(piped(text, view, (answer) => html`${answer}`.html))

function piped(text: unknown, view: View, written: (answer: string) => string): string {
  return textOf(text)[view.language].replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const read = view.form.resolve(name)
    if (!read) return whole
    const question = view.form.questions.find((one) => one.name === name)
    return written(shownAnswer(read(view.values), question, view))
  })
}

/** The title of an element; its name where it has none. */
export const titleOf = ({ json, name }: { json: Record<string, unknown>; name: string }, view: View): string =>
  shownText(json.title ?? name, view)

const standing: Record<string, keyof typeof words | undefined> = {
  other: 'other',
  none: 'none',
  refused: 'refused',
  dontknow: 'dontknow',
}

/** What a choice says: its text, the usual words of a choice that SurveyJS adds, else its value. */
export function choiceText({ value, text, isOther, exclusive }: Choice, view: View): string {
  const usual = isOther || exclusive ? standing[String(value)] : undefined
  if (text === undefined && usual) return words[usual][view.language]
  return shownText(text ?? String(value), view)
}

/** What a question offers, in the order in which it is shown. */
export const choicesOf = ({ offers, json }: Question, view: View): Choice[] =>
  inOrderOfTexts(offers?.([...view.values]) ?? [], json, (choice) => choiceText(choice, view))

function shownAnswer(value: unknown, question: Question | undefined, view: View): string {
  if (isEmpty(value)) return ''
  if (Array.isArray(value)) {
    return value.map((one) => shownAnswer(one, question, view)).join(view.language === 'zh' ? '、' : ', ')
  }
  const choice = question?.offers?.([...view.values]).find((one) => one.value === value)
  if (choice) return choiceText(choice, view)
  if (question?.type === 'boolean') return booleanText(question, value === trueOf(question), view)
  return String(value)
}

export const trueOf = ({ json: { valueTrue = true } }: Question): unknown => valueTrue
export const falseOf = ({ json: { valueFalse = false } }: Question): unknown => valueFalse

export const booleanText = ({ json }: Question, yes: boolean, view: View): string => {
  const own = yes ? json.labelTrue : json.labelFalse
  return own === undefined ? words[yes ? 'yes' : 'no'][view.language] : shownText(own, view)
}
