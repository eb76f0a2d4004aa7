import { isJson } from '../../../../surveys/answers/json.ts'
import { type Html, html } from '../../page/html.ts'
import { choiceText } from '../display.ts'
import { type Field, firstOf } from './field.ts'

/** The name of a row's field in the form. */
export const rowName = (question: string, row: unknown): string => `${question}[${String(row)}]`

/** A grid as a group of radios for each row: it reads well aloud, and fits a phone. */
export function matrix({ id, question, view, value }: Field): Html {
  const chosen = isJson(value) ? value : {}
  const columns = question.offers?.([...view.values]) ?? []
  const rows = question.rows?.([...view.values]) ?? []
  return html`${rows.map(
    (row, at) =>
      html`<fieldset class="choices matrix-row"><legend>${choiceText(row, view)}</legend>${columns.map(
        (column, place) =>
          html`<div class="choice${isChosen(chosen, row.value, column.value) && ' choice-chosen'}"><label><input type="radio"${at + place === 0 && html` id="${firstOf(id)}"`} name="${rowName(question.name, row.value)}" value="${String(column.value)}"${isChosen(chosen, row.value, column.value) && html` checked`}>${choiceText(column, view)}</label></div>`,
      )}</fieldset>`,
  )}`
}

const isChosen = (chosen: Record<string, unknown>, row: unknown, column: unknown) =>
  Object.hasOwn(chosen, String(row)) && chosen[String(row)] === column
