import { questionsOf } from '../../../surveys/answers/check.ts'
import type { Form, Group } from '../../../surveys/answers/form.ts'
import { draftKey } from '../session/keep.ts'
import { type Html, html, trusted } from './html.ts'

/** Whether a person has agreed when a page is shown: on it, before it, or not at all. Then nothing is kept. */
type Agreed = 'asked' | 'yes' | 'no'

function agreedOn(form: Form, page: Group, answers: Record<string, unknown>): Agreed {
  if (questionsOf(page).some(({ name }) => name === 'consent')) return 'asked'
  const asked = form.questions.some(({ name }) => name === 'consent')
  return (asked ? answers.consent === true : page !== form.pages[0]) ? 'yes' : 'no'
}

/** What `keepEarly` reads off the form of a page. */
export const keepsAs = (survey: string, form: Form, page: Group, answers: Record<string, unknown>): Html =>
  html` data-draft="${draftKey(survey)}" data-agreed="${agreedOn(form, page, answers)}"`

/**
 * Keeps the answers of a page on the device as they are given, before any other script has come, as the draft that the
 * full page goes on with (session/keep.ts): the fields as they stand, which takeOver.ts reads. It runs as it stands in
 * browsers of 2019. What an earlier visit has left is not written over before the person goes on. Without a network nothing
 * is sent to where only the browser's own error page would be.
 */
export const keeper = `(function(){var d=document;
function read(k){try{return JSON.parse(localStorage.getItem(k))}catch(e){return null}}
function parts(f){var s=JSON.parse(f.elements['tiyan:state'].value),k=f.getAttribute('data-draft');return{state:s,key:k,before:read(k)}}
function agreed(f){var c=f.querySelector('[name="consent"]:checked'),a=f.getAttribute('data-agreed');return a==='asked'?!!c&&c.value==='true':a==='yes'}
function given(f){return[].slice.call(f.elements).filter(function(e){return e.name&&!/hidden|submit/.test(e.type)&&e.value!==''&&(!/radio|checkbox/.test(e.type)||e.checked)}).map(function(e){return[e.name,e.value]})}
function keep(){var f=d.getElementById('first');if(!f||!agreed(f)||f.closest('[hidden],.going-on'))return;
var p=parts(f),s=p.state,c=s.codes;if(p.before&&p.before.id!==s.id&&f.getAttribute('data-agreed')==='asked')return;
var draft={id:s.id,answers:s.answers,step:s.page,timings:s.clock?s.clock.times:{},fields:given(f),codes:{}};
if(c.i)draft.codes.invitation=c.i;if(c.p&&c.e&&c.h)draft.codes.signed={p:c.p,e:c.e,h:c.h};
if(s.place)draft.place={place:s.place,expiresAt:new Date(0).toISOString(),quota:'open'};
try{localStorage.setItem(p.key,JSON.stringify(draft));var h=history.state||{};h.step=s.page;history.replaceState(h,'')}catch(e){}}
d.addEventListener('input',keep);d.addEventListener('change',keep);keep();
var e=d.getElementById('earlier'),f=d.getElementById('first');if(e&&f){var p=parts(f);e.hidden=!p.before||p.before.id===p.state.id}
function cut(v){var o=d.getElementById('offline');if(o)o.hidden=navigator.onLine;if(o&&!o.hidden)v.preventDefault()}
d.addEventListener('submit',cut);addEventListener('online',cut)})()`

export const keepEarly = (nonce: string): Html => html`<script nonce="${nonce}">${trusted(keeper)}</script>`

/** Takes away what was kept: it has been sent, or will not be. */
export const forgetEarly = (survey: string, nonce: string): Html =>
  html`<script nonce="${nonce}">${trusted(`try{localStorage.removeItem(${JSON.stringify(draftKey(survey)).replaceAll('<', '\\u003c')})}catch(e){}`)}</script>`
