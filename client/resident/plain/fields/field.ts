import type { Question } from '../../../../surveys/answers/question.ts'
import { type Html, html } from '../../page/html.ts'
import type { View } from '../display.ts'

/** A question as it is drawn. */
export interface Field {
  question: Question
  view: View
  /** Of the question; its parts are numbered after it. */
  id: string
  value: unknown
  /** Ids of what is to be read with the field: hint, error. */
  describedBy: string
  wrong: boolean
}

/** The field that an error leads to: the first that can be filled in. */
export const firstOf = (id: string) => `${id}-0`

/** Ties a field to its hint and error; `aria-invalid` only where a field may say so. */
export const tied = ({ describedBy, wrong }: Field, invalid: boolean): Html =>
  html`${describedBy !== '' && html` aria-describedby="${describedBy}"`}${invalid && wrong && html` aria-invalid="true"`}`
