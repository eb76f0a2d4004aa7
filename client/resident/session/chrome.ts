import type { Model } from 'survey-core'
import type { Text } from '../../../scoring/text.ts'
import { byId } from '../dom.ts'
import { html } from '../page/html.ts'
import { say } from '../page/say.ts'
import { text } from '../text.ts'
import { shown } from './display.ts'
import { canSpeak } from './speech.ts'
import { leadOf, stepNow, stepNumber, stepsOf, titleOf } from './steps.ts'

/** Draws what stands around the questions: how far it is, the heading, the buttons. */
export function drawChrome(model: Model): void {
  const { language, elder } = shown
  const at = stepNumber(model) + 1
  const all = stepsOf(model).length
  const progress = say(language, elder ? text.progressElder : text.progress, { at, all })
  byId('progress').innerHTML =
    html`<p>${progress}</p><progress max="${all}" value="${at}" aria-hidden="true"></progress>`.html
  byId('section').textContent = titleOf(stepNow(model)) || progress
  const lead = leadOf(stepNow(model))
  byId('lead').textContent = lead
  byId('lead').hidden = lead === ''
  byId('back').hidden = at <= 1
  byId('back').textContent = say(language, elder ? text.backElder : text.back)
  byId('next').textContent = say(language, at === all ? text.send : elder ? text.nextElder : text.next)
  byId('speak').hidden = !(elder && canSpeak())
  byId('speak').textContent = say(language, text.speak)
}

/** To the top of the questions, where screen readers begin with the heading. */
export function toTop(): void {
  window.scrollTo(0, 0)
  byId('section').focus({ preventScroll: true })
}

export const isBusy = (): boolean => byId('next').getAttribute('aria-disabled') === 'true'

/** While the page waits for the server, a second tap does nothing. */
export function setBusy(busy: boolean, model: Model, words: Text = text.moment): void {
  const next = byId('next')
  if (busy) {
    next.setAttribute('aria-disabled', 'true')
    next.textContent = say(shown.language, words)
  } else {
    next.removeAttribute('aria-disabled')
    drawChrome(model)
  }
}

/** One sentence on what happens, read out by screen readers; empty takes it away, but for a network that is not there. */
export function tellStatus(words: string): void {
  byId('status').textContent = words === '' && !navigator.onLine ? say(shown.language, text.offline) : words
}
