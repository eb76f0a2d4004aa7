import { byId } from '../dom.ts'
import { type EndingName, endingPage } from '../page/endings.ts'
import { type Html, html } from '../page/html.ts'
import { say } from '../page/say.ts'
import { text } from '../text.ts'
import { onShownChanged, shown } from './display.ts'

let draw = () => {}

onShownChanged(() => draw())

/** Puts a last page in place of everything else; it stays in the language that is chosen. */
function showLast(page: () => Html): void {
  for (const id of ['welcome', 'opening', 'session', 'resume', 'go-on', 'others']) byId(id).hidden = true
  const after = byId('after')
  draw = () => {
    after.innerHTML = page().html
  }
  draw()
  after.hidden = false
  window.scrollTo(0, 0)
  after.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

export const showEnding = (name: EndingName): void => showLast(() => endingPage(name, shown.language))

/** Thanks, and the receipt with what it is for. */
export function showReceipt(receipt: string): void {
  showLast(() => {
    const { language } = shown
    return html`<div class="paper"><h1 id="thanks" tabindex="-1">${say(language, text.thanks)}</h1>
<p>${say(language, text.taken)}</p>
<div class="receipt"><h2>${say(language, text.receipt)}</h2><output id="receipt">${receipt}</output></div>
<p>${say(language, text.receiptUse)}</p>
<p><a class="button" href="/r/${receipt}?lang=${language}">${say(language, text.receiptPage)}</a></p></div>`
  })
}

/** It is finished, but not sent yet: it says that nothing is lost and what happens next. */
export function showWaiting(kept: boolean): void {
  showLast(() => {
    const { language } = shown
    return html`<div class="paper"><h1 id="waiting" tabindex="-1">${say(language, text.waiting)}</h1>
<p>${say(language, kept ? text.waitingKept : text.waitingOpen)}</p>
<button type="button" class="go" data-do="send-now">${say(language, text.sendNow)}</button></div>`
  })
}
