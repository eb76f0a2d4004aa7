import type { Language } from '../../scoring/text.ts'
import type { PublicSurvey } from '../../server/shapes/survey.ts'
import { type EndingName, endingPage } from './page/endings.ts'
import { type Assets, frame, type Look } from './page/frame.ts'
import { type Html, html, trusted } from './page/html.ts'
import { say } from './page/say.ts'
import { welcome } from './page/welcome.ts'
import { text } from './text.ts'

type Unopened = Pick<PublicSurvey, 'id' | 'title' | 'state' | 'opensAt' | 'closesAt'>

interface Request {
  survey: PublicSurvey | Unopened
  language: Language
  elder?: boolean
  nonce: string
  assets: Assets
}

/** The page behind `/s/{survey}`: the welcome with what is needed to begin, or why that is not possible. */
export function renderResidentPage({ survey, language, elder = false, nonce, assets }: Request): string {
  const look: Look = { language, elder, nonce }
  const place = 'region' in survey ? survey.region.name[language] : survey.title[language]
  const common = { ...look, title: survey.title[language], place, switches: true }
  if (survey.state !== 'open' || !('questionnaire' in survey)) {
    return frame({ ...common, main: closedPage(survey, look) })
  }
  return frame({ ...common, head: head(survey, assets), main: opening(survey, look), end: start(survey, look, assets) })
}

function opening(survey: PublicSurvey, look: Look): Html {
  const { language } = look
  return html`<section id="resume" class="paper" hidden></section>
${welcome(survey, look)}
<form id="first" method="get" action="/s/${survey.id}/plain"><div class="steps"><button class="go">${say(language, text.begin)}</button></div></form>
<section id="session" hidden aria-labelledby="section">
<div class="progress" id="progress"></div>
<h2 id="section" tabindex="-1"></h2>
<button type="button" id="speak" data-do="speak" hidden></button>
<div id="problems"></div>
<div id="questions"></div>
<div class="steps"><button type="button" id="next" class="go" data-do="next"></button><button type="button" id="back" data-do="back"></button></div>
</section>
<section id="after" hidden></section>
<p id="status" role="status"></p>
${others(survey, look)}`
}

/** Other ways to take part. */
const others = (
  { id }: PublicSurvey,
  { language }: Look,
): Html => html`<nav id="others" class="others" aria-label="${say(language, text.others)}">
<a href="/s/${id}/plain?lang=${language}">${say(language, text.plain)}</a> <a href="/s/${id}/paper?lang=${language}">${say(language, text.paper)}</a> <a href="/r?lang=${language}">${say(language, text.receipts)}</a></nav>`

const head = ({ id }: PublicSurvey, assets: Assets): Html =>
  html`${assets.imports.map(
    (href) => html`<link rel="modulepreload" href="${href}">`,
  )}<link rel="preload" as="fetch" crossorigin href="/api/surveys/${encodeURIComponent(id)}">`

/** What the script has to know; the questionnaire itself it fetches. */
function start({ id }: PublicSurvey, { nonce }: Look, assets: Assets): Html {
  const facts = JSON.stringify({ survey: id }).replaceAll('<', '\\u003c')
  return html`<script type="application/json" id="start">${trusted(facts)}</script>
<script type="module" nonce="${nonce}" src="${assets.script}"></script>`
}

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

const shownDate = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(date)
