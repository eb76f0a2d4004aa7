import type { Model } from 'survey-core'
import type { Language } from '../../scoring/text.ts'
import { byId } from './dom.ts'
import { html } from './page/html.ts'
import { say } from './page/say.ts'
import { text } from './text.ts'

/** Says above the questions what is missing on this page, each with a way to its question. */
export function showProblems(model: Model, language: Language): void {
  const wrong = (model.currentPage?.questions ?? []).filter(
    (question: { isVisible: boolean; errors: unknown[] }) => question.isVisible && question.errors.length > 0,
  ) as { inputId: string; title: string; processedTitle: string }[]
  const place = byId('problems')
  place.innerHTML = html`<div class="wrong-summary" role="alert" tabindex="-1"><h3>${say(language, text.problems)}</h3>
<ul>${wrong.map(({ inputId, processedTitle }) => html`<li><a href="#${inputId}">${processedTitle}</a></li>`)}</ul></div>`.html
  const summary = place.firstElementChild as HTMLElement
  summary.scrollIntoView()
  summary.focus()
}
