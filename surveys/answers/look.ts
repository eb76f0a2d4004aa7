import { checkAnswers, hasVanished, valuesOf } from './check.ts'
import type { Form, Group, Part } from './form.ts'
import { holds } from './question.ts'

/** A form as it looks with some answers. */
export interface Look {
  values: unknown[]
  /** Whether a part of a group that is shown is shown; a group with nothing to show is not. */
  shows: (part: Part) => boolean
  /** The pages that are shown, in order. */
  pages: Group[]
}

export function lookAt(form: Form, answers: Record<string, unknown>): Look {
  const values = valuesOf(form, answers, () => {})
  const shows = (part: Part): boolean => {
    if (!holds(part.shows, values)) return false
    if (part.kind === 'group') return part.parts.some(shows)
    return part.kind !== 'question' || !hasVanished(part, values)
  }
  return { values, shows, pages: form.pages.filter(shows) }
}

/** The answers without those that the others hide, and without what is no question: as SurveyJS leaves them. */
export function shownAnswers(form: Form, answers: Record<string, unknown>): Record<string, unknown> {
  const left = { ...answers }
  for (;;) {
    const leaves = checkAnswers(form, left).problems.filter(({ code }) => leaving.has(code))
    if (leaves.length === 0) return left
    for (const { path } of leaves) delete left[path]
  }
}

const leaving: ReadonlySet<string> = new Set(['hidden', 'unknownQuestion', 'noComment'])
