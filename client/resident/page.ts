import type { Language } from '../../scoring/text.ts'
import type { PublicSurvey } from '../../server/shapes/survey.ts'
import { shownDate } from './page/date.ts'
import { earlier } from './page/earlier.ts'
import { type EndingName, endingPage } from './page/endings.ts'
import { firstPage } from './page/first.ts'
import { type Assets, frame, type Look } from './page/frame.ts'
import { type Html, html, trusted } from './page/html.ts'
import { keepEarly } from './page/keepEarly.ts'
import { say } from './page/say.ts'
import { welcome } from './page/welcome.ts'
import type { Clock } from './plain/state.ts'
import { text } from './text.ts'

type Unopened = Pick<PublicSurvey, 'id' | 'title' | 'state' | 'opensAt' | 'closesAt'>

interface Request {
  survey: PublicSurvey | Unopened
  language: Language
  elder?: boolean
  nonce: string
  assets: Assets
  /** Invitation or signed link, by the names they have in the address. */
  codes?: Record<string, string>
  /** Begins to measure a response. */
  clock: (id: string) => Clock
  /** Without scripts the plain pages follow: for who wants to save data. */
  plain?: boolean
}

/** The page behind `/s/{survey}`: welcome and first questions, answerable before any script; or why that is not possible. */
export function renderResidentPage({
  survey,
  language,
  elder = false,
  nonce,
  assets,
  codes = {},
  clock,
  plain = false,
}: Request): string {
  const look: Look = { language, elder, nonce }
  const place = 'region' in survey ? survey.region.name[language] : survey.title[language]
  const common = { ...look, title: survey.title[language], place, codes }
  if (survey.state !== 'open' || !('questionnaire' in survey))
    return frame({ ...common, main: closedPage(survey, look) })
  const main = opening(survey, look, codes, clock)
  return plain
    ? frame({ ...common, main })
    : frame({
        ...common,
        main: html`${earlier(survey.id, look, nonce)}${main}`,
        head: head(look),
        end: start(survey, look, assets),
      })
}

function opening(survey: PublicSurvey, look: Look, codes: Record<string, string>, clock: Request['clock']): Html {
  return html`${welcome(survey, look, Object.keys(codes).length > 0)}
${firstPage(survey, look, codes, clock)}
<section id="session" hidden aria-labelledby="section">
<div class="progress" id="progress"></div>
<h1 id="section" tabindex="-1"></h1>
<div id="lead" class="soft"></div>
<button type="button" id="speak" data-do="speak" hidden></button>
<div id="problems"></div>
<div id="questions"></div>
<div class="steps"><button type="button" id="next" class="go" data-do="next"></button><button type="button" id="back" data-do="back"></button></div>
<div id="elsewhere"></div>
</section>
<section id="after" hidden></section>
<p id="status" role="status"></p>
<div id="go-on"></div>
${others(survey, look)}`
}

/** Other ways to take part. */
const others = ({ id }: PublicSurvey, { language }: Look): Html =>
  html`<nav id="others" class="others" aria-label="${say(language, text.others)}"><a href="/s/${id}/plain?lang=${language}">${say(language, text.plain)}</a><a href="/s/${id}/paper?lang=${language}">${say(language, text.paper)}</a><a href="/r?lang=${language}">${say(language, text.receipts)}</a></nav>`

/**
 * The large type hides what comes later, which without scripts would stay hidden. Others do without a script here: it would
 * hold up what comes after it.
 */
const head = ({ elder, nonce }: Look): Html =>
  html`${elder && html`<script nonce="${nonce}">document.documentElement.className+=' js'</script>`}`

/**
 * What the script has to know; the questionnaire itself it fetches. What takes longest is on its way while the questions
 * are being painted, as they have come whole by then, the rest while they are read; nothing of it runs before they are seen.
 */
function start({ id }: PublicSurvey, { nonce }: Look, { script, imports, later }: Assets): Html {
  const data = `/api/surveys/${encodeURIComponent(id)}`
  const facts = JSON.stringify({ survey: id, script, imports, later, data })
  return html`<script type="application/json" id="start">${trusted(facts.replaceAll('<', '\\u003c'))}</script>
<script nonce="${nonce}">${trusted(loader)}</script>
${keepEarly(nonce)}`
}

/**
 * Runs as it stands in browsers of 2019. What a service worker keeps comes at once, and would be in the way of the first
 * paint: it is asked for afterwards. A page that was kept has been answered before: its response gets an id of its own.
 * Frames stand still in the background: then it waits no longer than the timer.
 */
export const loader = `(function(){var d=document,f=JSON.parse(d.getElementById('start').textContent),w=navigator.serviceWorker,kept=w&&w.controller,done;
d.documentElement.classList.add('js');
function say(w){d.getElementById('status').textContent=w}
function one(c){return(c^crypto.getRandomValues(new Uint8Array(1))[0]&15>>c/4).toString(16)}
if(d.documentElement.classList.contains('going-on'))say(d.getElementById('resume').getAttribute('data-loading'));
if(kept){var s=d.querySelector('#first [name="tiyan:state"]');s.value=s.value.replace(/"id":"[^"]*"/,'"id":"'+'10000000-1000-4000-8000-100000000000'.replace(/[018]/g,one)+'"')}
function add(t,p){var e=d.createElement(t);for(var k in p)e.setAttribute(k,p[k]);d.head.appendChild(e);return e}
function ahead(as,all){all.forEach(function(h){add('link',{rel:'preload',as:as,crossorigin:'',href:h})})}
function go(){if(done)return;done=1;add('script',{type:'module',src:f.script}).onerror=function(){d.getElementById('resume').hidden=true;d.documentElement.classList.remove('going-on');say('')};if(kept)ahead('script',f.later);ahead('script',f.imports);ahead('fetch',[f.data])}
if(!kept)ahead('script',f.later);
requestAnimationFrame(function(){requestAnimationFrame(go)});setTimeout(go,500)})()`

const nameOf: Record<Exclude<PublicSurvey['state'], 'open'>, EndingName> = {
  draft: 'not-open',
  scheduled: 'not-open',
  paused: 'paused',
  closed: 'closed',
}

function closedPage({ state, title, opensAt }: Unopened, { language }: Look): Html {
  const date = state === 'scheduled' && opensAt ? new Date(opensAt) : undefined
  return html`<p class="soft">${title[language]}</p>${endingPage(
    nameOf[state === 'open' ? 'closed' : state],
    language,
    date && html`<p>${say(language, text.opens, { date: shownDate(date, language) })}</p>`,
  )}`
}
