import { type EndingName, refusalEndings } from '../../../client/resident/page/endings.ts'
import { plainEndingPage, type WaitsFor } from '../../../client/resident/plain/pages.ts'
import type { State } from '../../../client/resident/plain/state.ts'
import { ofPage, type Step } from '../../../client/resident/plain/walk.ts'
import type { AnswerProblem } from '../../../surveys/answers/problem.ts'
import type { Problem, ProblemCode } from '../../http/problem.ts'
import { type PlainPage, type Setting, stepPage } from './show.ts'

const endings: { [code in ProblemCode]?: EndingName } = { ...refusalEndings, 'survey-not-open': 'not-open' }

const waitsFor: { [code in ProblemCode]?: WaitsFor } = {
  busy: 'server',
  'too-many-requests': 'server',
  'proof-required': 'ticket',
}

/** A refusal ends kindly, or shows the page again with everything still in it. */
export function refused(problem: Problem, setting: Setting, state: State, step: Step): PlainPage {
  const { survey, form, look } = setting
  const ending = endings[problem.code]
  if (ending) return { status: problem.status, html: plainEndingPage({ survey, ...look }, ending) }
  const problems = (problem.options.errors ?? []) as AnswerProblem[]
  const wrong = form.pages.find((page) => ofPage(page, problems).length > 0)
  const page = wrong ?? form.pages.find(({ name }) => name === state.page)
  const waits = waitsFor[problem.code]
  if (!page || !(wrong || waits)) throw problem
  const again: Step = {
    kind: 'page',
    page,
    answers: step.answers,
    problems: wrong ? ofPage(wrong, problems) : [],
    personal: [],
  }
  return {
    ...stepPage(setting, again, state, { waits }),
    status: problem.status,
    retryAfterSeconds: problem.options.retryAfterSeconds,
  }
}
