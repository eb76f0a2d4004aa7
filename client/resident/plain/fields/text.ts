import { numberIn, textIn } from '../../../../surveys/answers/json.ts'
import { type Html, html } from '../../page/html.ts'
import { type Field, tied } from './field.ts'

const shown = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

const longest = ({ question, view }: Field): number => {
  const own = numberIn(question.json, 'maxLength') ?? -1
  return own < 0 ? (numberIn(view.form.json, 'maxTextLength') ?? 0) : own
}

const limit = (field: Field): Html => html`${longest(field) > 0 && html` maxlength="${longest(field)}"`}`

/** A line of text. Numbers are typed as text, with the digits offered: a field for numbers changes them when one scrolls. */
export function line(field: Field): Html {
  const { id, question, value } = field
  const type = textIn(question.json, 'inputType') ?? 'text'
  const isNumber = type === 'number' || type === 'range'
  const bounds = isNumber
    ? html` inputmode="decimal"`
    : html`${['min', 'max'].map((side) => {
        const bound = textIn(question.json, side)
        return bound && html` ${side}="${bound}"`
      })}`
  return html`<input type="${isNumber ? 'text' : type}" id="${id}-0" name="${question.name}" value="${shown(value)}"${bounds}${limit(field)} autocomplete="off"${tied(field, true)}>`
}

export const lines = (field: Field): Html =>
  html`<textarea id="${field.id}-0" name="${field.question.name}" rows="${numberIn(field.question.json, 'rows') ?? 4}"${limit(field)} autocomplete="off"${tied(field, true)}>
${shown(field.value)}</textarea>`
