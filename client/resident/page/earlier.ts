import { draftKey, receiptKey } from '../session/keep.ts'
import { text } from '../text.ts'
import { type Html, html, trusted } from './html.ts'
import { type Shown, say } from './say.ts'

/** What an earlier visit may have left on the device, offered above the welcome; `offer` says which of it there is. */
export const earlier = (survey: string, { language }: Shown, nonce: string): Html =>
  html`<section id="resume" class="paper" hidden data-draft="${draftKey(survey)}" data-receipt="${receiptKey(survey)}" data-loading="${say(language, text.loading)}">
<div id="draft-here" hidden><h2>${say(language, text.resume)}</h2><div class="steps"><button type="button" class="go" data-do="resume">${say(language, text.resumeOn)}</button><button type="button" data-do="anew">${say(language, text.resumeNew)}</button></div></div>
<div id="receipt-here" hidden><h2>${say(language, text.sentBefore)}</h2><p><a id="sent-before" href="/r?lang=${language}">${say(language, text.receiptPage)}</a></p><p>${say(language, text.sentBeforeUse)}</p><button type="button" data-do="forget">${say(language, text.forget)}</button></div>
</section><script nonce="${nonce}">${trusted(offer)}</script>`

/**
 * Runs as it stands in browsers of 2019. Where a service worker keeps the page, somebody has been here before: then before
 * the first paint, as what came later would push the questions down under the finger. Everybody else's device is asked
 * afterwards, as its answer takes a moment. What is pressed before the page's script has come is done when it has
 * (index.ts). Who reloads a page of the questionnaire is led back there, and does not see the welcome again.
 */
export const offer = `(function(){var d=document,s=d.getElementById('resume'),a=d.getElementById('sent-before'),h=history.state,step=h&&h.step,w=navigator.serviceWorker;
function kept(k){try{return JSON.parse(localStorage.getItem(s.getAttribute('data-'+k)))}catch(e){return null}}
function isOwn(one){var f=d.getElementById('first');return !!f&&JSON.parse(f.elements['tiyan:state'].value).id===one.id}
function offer(){var draft=kept('draft'),sent=kept('receipt');
if(!draft&&!sent||draft&&isOwn(draft))return;
if(sent)a.href='/r/'+encodeURIComponent(sent.receipt)+a.search;
if(draft&&step){d.documentElement.className+=' going-on';return}
d.getElementById(draft?'draft-here':'receipt-here').hidden=s.hidden=false;
s.addEventListener('click',function(e){var b=e.target.closest('[data-do]');
if(b&&s.hasAttribute('data-loading')){s.setAttribute('data-pressed',b.getAttribute('data-do'));d.getElementById('status').textContent=s.getAttribute('data-loading')}})}
if(!('noModule' in HTMLScriptElement.prototype))return;
if(step||w&&w.controller)offer();else requestAnimationFrame(function(){requestAnimationFrame(offer)})})()`
