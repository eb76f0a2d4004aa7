import { checkAnswers, hasVanished, valuesOf } from './check.ts'
import { isEmpty } from './expression/values.ts'
import type { Form, Group, Part } from './form.ts'
import { holds } from './question.ts'
import { listed } from './written.ts'

/** A form as it looks with some answers. */
export interface Look {
  values: unknown[]
  /** Whether a part of a group that is shown is shown; a group with nothing to show is not. */
  shows: (part: Part) => boolean
  /** The pages that are shown, in order. */
  pages: Group[]
}

export function lookAt(form: Form, answers: Record<string, unknown>): Look {
  const values = valuesOf(form, listed(answers), () => {})
  const shows = (part: Part): boolean => {
    if (!holds(part.shows, values)) return false
    if (part.kind === 'group') return part.parts.some(shows)
    return part.kind !== 'question' || !hasVanished(part, values)
  }
  return { values, shows, pages: form.pages.filter(shows) }
}

/** The answers without those that the others hide, and without what is no question: as SurveyJS leaves them. */
export function shownAnswers(form: Form, answers: Record<string, unknown>): Record<string, unknown> {
  let left = answers
  for (;;) {
    const leaving = checkAnswers(form, left).problems.filter(({ code }) => code in leave)
    if (leaving.length === 0) return left
    left = leaving.reduce((before, { code, path }) => leave[code as keyof typeof leave](before, path, form), left)
  }
}

type Leave = (answers: Record<string, unknown>, path: string, form: Form) => Record<string, unknown>

const without: Leave = (answers, name) => Object.fromEntries(Object.entries(answers).filter(([own]) => own !== name))

const withoutRow: Leave = (answers, path, form) => {
  const question = form.questions.find(({ type, name }) => type === 'matrix' && path.startsWith(`${name}.`))
  if (!question) return answers
  const { name } = question
  const rows = without(answers[name] as Record<string, unknown>, path.slice(name.length + 1), form)
  return isEmpty(rows) ? without(answers, name, form) : { ...answers, [name]: rows }
}

/** How what is not asked leaves the answers, by what is said of it. */
const leave = { hidden: without, unknownQuestion: without, noComment: without, unknownRow: withoutRow }
