import type { Choice } from '../../../../surveys/answers/kinds/choices.ts'
import { type Html, html } from '../../page/html.ts'
import { booleanText, choicesOf, choiceText, falseOf, shownText, trueOf } from '../display.ts'
import { words } from '../words.ts'
import type { Field } from './field.ts'
import { firstOf, tied } from './field.ts'

/** Answers that say why there is no rating; they stand apart from the scale. */
const apart: readonly unknown[] = [97, 98, 99]

interface Option {
  value: unknown
  label: string
  apart: boolean
}

const optionOf = (choice: Choice, { view, question }: Field): Option => ({
  value: choice.value,
  label: choiceText(choice, view),
  apart: question.type !== 'checkbox' && apart.includes(choice.value),
})

const options = (field: Field): Option[] =>
  choicesOf(field.question, field.view).map((choice) => optionOf(choice, field))

const box =
  (type: 'radio' | 'checkbox', { id, question }: Field, isChosen: (value: unknown) => boolean) =>
  ({ value, label, apart }: Option, at: number): Html => {
    const chosen = isChosen(value)
    return html`<div class="choice${apart && ' choice-apart'}${chosen && ' choice-chosen'}"><label><input type="${type}"${at === 0 && html` id="${firstOf(id)}"`} name="${question.name}" value="${String(value)}"${chosen && html` checked`}>${label}</label></div>`
  }

/** One of several: radiogroup, rating. */
export const radios = (field: Field): Html =>
  html`${options(field).map(box('radio', field, (value) => value === field.value))}`

/** A rating says at which end which extreme is. */
export function rating(field: Field): Html {
  const { question, view } = field
  const ends = [question.json.minRateDescription, question.json.maxRateDescription].map((end) => shownText(end, view))
  const drawn = options(field).map((option, at, all) => {
    const end = at === 0 ? ends[0] : at === all.length - 1 ? ends[1] : ''
    return end ? { ...option, label: `${option.label} ${end}` } : option
  })
  return html`${drawn.map(box('radio', field, (value) => value === field.value))}`
}

/** Several of several. */
export const boxes = (field: Field): Html =>
  html`${options(field).map(box('checkbox', field, (value) => Array.isArray(field.value) && field.value.includes(value)))}`

/** Yes or no as two radios: a box that is not ticked would be an answer. */
export function yesOrNo(field: Field): Html {
  const { question, view, value } = field
  const sides = [true, false].map((yes) => ({
    value: yes ? trueOf(question) : falseOf(question),
    label: booleanText(question, yes, view),
    apart: false,
  }))
  return html`${sides.map(box('radio', field, (side) => side === value))}`
}

export function select(field: Field): Html {
  const { id, question, value, view } = field
  return html`<select id="${id}-0" name="${question.name}"${tied(field, true)}><option value="">${words.choose[view.language]}</option>${options(
    field,
  ).map(
    (option) =>
      html`<option value="${String(option.value)}"${option.value === value && html` selected`}>${option.label}</option>`,
  )}</select>`
}
