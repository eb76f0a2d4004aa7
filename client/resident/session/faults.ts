import type { Question } from 'survey-core'
import type { Text } from '../../../scoring/text.ts'
import { byId } from '../dom.ts'
import { type Html, html } from '../page/html.ts'
import { say } from '../page/say.ts'
import { text } from '../text.ts'
import { shown } from './display.ts'

export interface Fault {
  /** The id of the field to go to, empty where there is none. */
  field: string
  words: string
}

/** Says above the questions what is to be mended, each with the way to its question, and goes there. */
export function showFaults(title: Text, faults: readonly Fault[], more?: Html): void {
  const place = byId('problems')
  place.innerHTML =
    html`<div class="wrong-summary" role="alert" tabindex="-1" aria-labelledby="wrong"><h2 id="wrong">${say(shown.language, title)}</h2>
<ul>${faults.map(({ field, words }) => html`<li>${field ? html`<a href="#${field}" data-field="${field}">${words}</a>` : words}</li>`)}</ul>${more}</div>`.html
  const summary = place.firstElementChild as HTMLElement
  summary.focus()
  summary.scrollIntoView()
}

export function hideFaults(): void {
  byId('problems').textContent = ''
}

/** A question and what is said of it; a title that ends as a sentence needs no colon. */
export const joined = (title: string, words: string): string =>
  shown.language === 'zh'
    ? `${title}${/[？。！?.!]$/.test(title) ? '' : '：'}${words}`
    : `${title}${/[?.!]$/.test(title) ? '' : ':'} ${words}`

export const faultOf = (question: Question): Fault => ({
  field: question.id,
  words: joined(question.processedTitle, question.errors[0]?.getText() ?? say(shown.language, text.missing)),
})

/** A link of the summary leads into the field itself, not only to its place. */
export function followFault(link: Element): boolean {
  const field = link.getAttribute('data-field')
  const found = field === null ? null : document.getElementById(field)
  if (!found) return false
  const input = found.matches('input,select,textarea')
    ? found
    : found.querySelector<HTMLElement>('input,select,textarea')
  ;(input ?? found).focus({ preventScroll: true })
  found.closest('.question')?.scrollIntoView()
  return true
}
