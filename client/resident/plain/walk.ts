import { checkAnswers, questionsOf } from '../../../surveys/answers/check.ts'
import type { Form, Group, Part } from '../../../surveys/answers/form.ts'
import { lookAt, shownAnswers } from '../../../surveys/answers/look.ts'
import type { AnswerProblem } from '../../../surveys/answers/problem.ts'
import { seemsPersonal } from '../session/personal.ts'
import { readPage, withoutPage } from './read.ts'
import type { State } from './state.ts'

/** What a person pressed; `stay` shows the page again, e.g. in another language. */
export type Going = 'next' | 'back' | 'stay'

export type Answers = Record<string, unknown>

/** Where it leads: to a page, with what is to be mended on it, or to the end of the questionnaire. */
export type Step =
  | { kind: 'page'; page: Group; answers: Answers; problems: AnswerProblem[]; personal: string[] }
  | { kind: 'end'; answers: Answers }

/** Takes in a page's fields and goes on from there. */
export function walk(form: Form, state: State, fields: URLSearchParams, going: Going): Step {
  const now = form.pages.find(({ name }) => name === state.page)
  if (!now) return firstStep(form)
  const answers = shownAnswers(form, { ...withoutPage(state.answers, now), ...readPage(now, fields) })
  if (going === 'stay') return { kind: 'page', page: now, answers, problems: [], personal: [] }

  const { pages } = lookAt(form, answers)
  const at = form.pages.indexOf(now)
  if (going === 'back') {
    const before = pages.filter((page) => form.pages.indexOf(page) < at).at(-1)
    return { kind: 'page', page: before ?? now, answers, problems: [], personal: [] }
  }
  // What the answers have made appear on the page itself was not seen yet: nothing is said to be missing there.
  const appeared = new Set(askedOn(form, now, answers).filter((name) => !state.asked.includes(name)))
  const problems = problemsOn(form, now, answers).filter(({ path }) => !appeared.has(path))
  if (problems.length > 0 || appeared.size > 0) return { kind: 'page', page: now, answers, problems, personal: [] }
  const personal = personalOn(now, answers).filter((name) => !state.warned.includes(name))
  if (personal.length > 0) return { kind: 'page', page: now, answers, problems: [], personal }
  const after = pages.find((page) => form.pages.indexOf(page) > at)
  return after ? { kind: 'page', page: after, answers, problems: [], personal: [] } : atEnd(form, answers)
}

/** The open texts of a page that seem to hold personal data. */
const personalOn = (page: Group, answers: Answers): string[] =>
  questionsOf(page)
    .flatMap(({ type, name, commentName }) =>
      type === 'text' || type === 'comment' ? [name, commentName] : [commentName],
    )
    .filter((name) => typeof answers[name] === 'string' && seemsPersonal(answers[name]))

/** The first page that is shown to somebody who has answered nothing. */
export function firstStep(form: Form): Step {
  const [first] = lookAt(form, {}).pages
  return first ? { kind: 'page', page: first, answers: {}, problems: [], personal: [] } : { kind: 'end', answers: {} }
}

/** A page that was left before something made it wrong is gone back to. */
function atEnd(form: Form, answers: Answers): Step {
  const wrong = lookAt(form, answers).pages.find((page) => problemsOn(form, page, answers).length > 0)
  if (!wrong) return { kind: 'end', answers }
  return { kind: 'page', page: wrong, answers, problems: problemsOn(form, wrong, answers), personal: [] }
}

/** The names of the questions of a page that its conditions show. */
export function askedOn(form: Form, page: Group, answers: Answers): string[] {
  const { shown } = checkAnswers(form, answers)
  return questionsOf(page)
    .filter(({ slot }) => shown[slot])
    .map(({ name }) => name)
}

/** What is wrong with a page's answers. */
export function problemsOn(form: Form, page: Group, answers: Answers): AnswerProblem[] {
  return ofPage(page, checkAnswers(form, answers).problems)
}

/** Those of some problems that belong to a page. */
export function ofPage(page: Group, problems: readonly AnswerProblem[]): AnswerProblem[] {
  const names = new Set([page.name, ...namesIn(page.parts)])
  return problems.filter(({ path }) => names.has(path) || names.has(path.slice(0, Math.max(0, path.lastIndexOf('.')))))
}

const namesIn = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => {
    if (part.kind === 'group') return [part.name, ...namesIn(part.parts)]
    return part.kind === 'question' ? [part.name, part.commentName] : [part.name]
  })
