import type { Draft as KeptElsewhere } from '../../../server/shapes/survey.ts'
import { type Answered, ask } from '../api.ts'
import { byId } from '../dom.ts'
import { type Html, html } from '../page/html.ts'
import { say } from '../page/say.ts'
import { text } from '../text.ts'
import { shown } from './display.ts'
import { type Draft, keepDraft } from './keep.ts'

/** Letters and digits that are not taken for one another; 12 of 32 are 60 bits. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export function newCode(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => alphabet[byte % 32]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

const address = (survey: string, code: string) =>
  `/api/surveys/${encodeURIComponent(survey)}/drafts/${encodeURIComponent(code.trim())}`

const send = (
  survey: string,
  code: string,
  { id, answers, step, timings }: Draft,
): Promise<Answered<{ keptUntil: string }>> => ask('PUT', address(survey, code), { id, answers, step, timings })

/** What was kept under a code; from now on it is on this device, and only then no longer on the server. */
export async function fetchElsewhere(survey: string, code: string): Promise<Draft | undefined> {
  if (!/^\s*[0-9a-z]{4}-?[0-9a-z]{4}-?[0-9a-z]{4}\s*$/i.test(code)) return undefined
  const found = await ask<KeptElsewhere>('GET', address(survey, code))
  if (!('value' in found) || found.value.id === undefined) return undefined
  const { id, answers, step = '', timings = {} } = found.value
  const draft: Draft = { id, answers, step, timings }
  keepDraft(survey, draft)
  // A slow line is not waited for: the answers are here.
  void ask('DELETE', address(survey, code))
  return draft
}

/** Puts the answers so far under a new code on the server, because the person asks, and shows the code. */
export async function parkElsewhere(survey: string, draft: Draft): Promise<void> {
  const code = newCode()
  const kept = await send(survey, code, draft)
  const { language } = shown
  const words: Html =
    'value' in kept
      ? html`<div class="receipt" role="status"><h2 id="parked">${say(language, text.parked)}</h2><output aria-labelledby="parked">${code}</output><p>${say(language, text.parkedUse)}</p></div>`
      : html`<p class="wrong-text" role="alert">${say(language, text.notParked)}</p>`
  byId('elsewhere').innerHTML = words.html
}

/** Offers to go on with another device. */
export function drawElsewhere(): void {
  const { language } = shown
  byId('elsewhere').innerHTML =
    html`<details><summary>${say(language, text.park)}</summary><p>${say(language, text.parkMeaning)}</p><button type="button" data-do="park">${say(language, text.parkNow)}</button></details>`.html
}

/** Offers to go on with what another device has left. */
export function drawGoOn(): void {
  const { language } = shown
  byId('go-on').innerHTML = html`<details><summary>${say(language, text.goOn)}</summary>
<form id="go-on-form"><label class="question-title" for="go-on-code">${say(language, text.goOnCode)}</label><input type="text" id="go-on-code" class="line" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20"><p class="wrong-text" id="go-on-wrong" role="alert"></p><button>${say(language, text.resumeOn)}</button></form></details>`.html
}
