import type { Language } from '../../scoring/text.ts'
import type { ResponseTaken } from '../../server/shapes/survey.ts'
import { byId } from './dom.ts'
import { html } from './page/html.ts'
import { say } from './page/say.ts'
import { text } from './text.ts'

/** The last page: thanks, and the receipt with what it is for. */
export function showReceipt({ receipt }: ResponseTaken, language: Language): void {
  byId('session').hidden = true
  const after = byId('after')
  after.innerHTML = html`<div class="paper"><h1 id="thanks" tabindex="-1">${say(language, text.thanks)}</h1>
<p>${say(language, text.taken)}</p>
<div class="receipt"><p>${say(language, text.receipt)}</p><output>${receipt}</output></div>
<p>${say(language, text.receiptUse)}</p></div>`.html
  after.hidden = false
  window.scrollTo(0, 0)
  byId('thanks').focus()
}
