import type { PublicSurvey } from '../../../server/shapes/survey.ts'
import { compileForm, type Form } from '../../../surveys/answers/form.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import { renderQuestions } from '../plain/questions.ts'
import { text } from '../text.ts'
import { type Html, html } from './html.ts'
import { type Shown, say } from './say.ts'

const forms = new WeakMap<object, Form>()

/** A published questionnaire never changes: it is compiled once. */
function formOf(questionnaire: Record<string, unknown>): Form {
  const known = forms.get(questionnaire)
  if (known) return known
  const form = compileForm(questionnaire)
  forms.set(questionnaire, form)
  return form
}

/**
 * The first page of questions as a plain form: it can be answered before any script is there,
 * and without scripts it goes on to the plain pages.
 */
export function firstPage({ id, questionnaire }: PublicSurvey, { language }: Shown, codes: Html): Html {
  const form = formOf(questionnaire)
  const [page] = form.pages
  if (!page) throw new Error(`the questionnaire of ${id} has no page`)
  const title = textOf(page.json.title)[language]
  const lead = textOf(page.json.description)[language]
  return html`<form id="first" method="post" action="/s/${id}/plain" novalidate>
${codes}<h2>${title}</h2>
${lead !== '' && html`<p class="soft">${lead}</p>`}${renderQuestions({ form, page, answers: {}, problems: [], language })}
<div class="steps"><button class="go">${say(language, text.next)}</button></div>
</form>`
}
