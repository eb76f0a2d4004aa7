import type { EndingName } from '../../../client/resident/page/endings.ts'
import { plainEndingPage, plainStepPage, type WaitsFor } from '../../../client/resident/plain/pages.ts'
import type { Carried } from '../../../client/resident/plain/state.ts'
import type { StepView } from '../../../client/resident/plain/step.ts'
import { firstStep, type Step } from '../../../client/resident/plain/walk.ts'
import type { Language } from '../../../scoring/text.ts'
import type { Form } from '../../../surveys/answers/form.ts'
import type { PublicSurvey } from '../../shapes/survey.ts'

export interface Look {
  language: Language
  elder: boolean
  nonce: string
}

/** A page to send. */
export interface PlainPage {
  status: number
  html: string
  retryAfterSeconds?: number | undefined
}

export type Survey = PublicSurvey | Pick<PublicSurvey, 'id' | 'title' | 'state' | 'opensAt' | 'closesAt'>

/** What a page is made of besides where the person is. */
export interface Setting {
  survey: PublicSurvey
  form: Form
  look: Look
}

/** A step with all that is drawn of it. */
export function viewOf({ survey, form, look }: Setting, step: Step, carried: Carried): StepView {
  if (step.kind === 'end') throw new Error(`the questionnaire of ${survey.id} has no page`)
  const { language, elder } = look
  const { page, answers, problems, personal } = step
  return { survey: survey.id, form, page, answers, problems, personal, language, elder, carried }
}

/** What is said besides. */
interface Told {
  waits?: WaitsFor | undefined
  unknownCode?: boolean
  over?: boolean
}

export function stepPage(
  setting: Setting,
  step: Step,
  carried: Carried,
  { waits, unknownCode = false, over = false }: Told = {},
): PlainPage {
  const view = viewOf(setting, step, carried)
  const first = firstStep(setting.form)
  const html = plainStepPage({
    ...view,
    shown: setting.survey,
    nonce: setting.look.nonce,
    isFirst: first.kind === 'page' && view.page === first.page,
    waits,
    unknownCode,
    over,
  })
  return { status: view.problems.length > 0 ? 422 : 200, html }
}

const closedNames: { [state in PublicSurvey['state']]: EndingName } = {
  draft: 'not-open',
  scheduled: 'not-open',
  paused: 'paused',
  open: 'closed',
  closed: 'closed',
}

export const closedPage = (survey: Survey, look: Look): PlainPage => ({
  status: 200,
  html: plainEndingPage({ survey, ...look }, closedNames[survey.state]),
})
