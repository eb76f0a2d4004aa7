import type { PublicSurvey } from '../../../server/shapes/survey.ts'
import { formOf } from '../../../surveys/answers/form.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import { formInOrder } from '../../../surveys/order/form.ts'
import { type Clock, newCarried } from '../plain/state.ts'
import { renderStep } from '../plain/step.ts'
import { newResponseId } from '../responseId.ts'
import { type Html, html } from './html.ts'
import type { Shown } from './say.ts'

/**
 * The first page of questions as the plain form has it: it can be answered before any script is there,
 * and without scripts it goes on to the plain pages.
 */
export function firstPage(
  { id: survey, questionnaire }: PublicSurvey,
  { language, elder }: Shown,
  codes: Record<string, string>,
  clock: (id: string) => Clock,
): Html {
  const id = newResponseId()
  const form = formInOrder(formOf(questionnaire), id)
  const [page] = form.pages
  if (!page) throw new Error(`the questionnaire of ${survey} has no page`)
  const title = textOf(page.json.title)[language]
  const lead = textOf(page.json.description)[language]
  const carried = { ...newCarried(id, codes), clock: clock(id) }
  return html`<div id="opening"><h2>${title}</h2>
${lead !== '' && html`<p class="soft">${lead}</p>`}
${renderStep({ survey, form, page, answers: {}, problems: [], language, elder, carried })}</div>`
}
