import type { PublicSurvey } from '../../../server/shapes/survey.ts'
import { type EndingName, endingPage } from '../page/endings.ts'
import { frame, type Look } from '../page/frame.ts'
import { type Html, html, trusted } from '../page/html.ts'
import { forgetEarly, keepEarly } from '../page/keepEarly.ts'
import { langOf, say } from '../page/say.ts'
import { welcome } from '../page/welcome.ts'
import { text } from '../text.ts'
import { shownText, type View } from './display.ts'
import styles from './plain.css?inline'
import { fieldNames } from './state.ts'
import { partOf, renderCaution, renderProgress, renderStep, renderSummary, type StepView } from './step.ts'
import { words } from './words.ts'

type Unopened = Pick<PublicSurvey, 'id' | 'title' | 'state' | 'opensAt' | 'closesAt'>

/** What somebody waits for: that the server has time, or that their ticket is old enough. */
export type WaitsFor = 'server' | 'ticket'

const waitWords = { server: words.wait, ticket: words.waitTicket }

interface StepPage extends StepView {
  shown: PublicSurvey
  nonce: string
  /** The first page welcomes, too. */
  isFirst: boolean
  /** It could not be taken just now. */
  waits: WaitsFor | undefined
  /** A code to go on with that nothing is kept under. */
  unknownCode: boolean
  /** The person has just come over quota, and may go on. */
  over: boolean
}

/** A page of the plain form as a whole document. */
export function plainStepPage(step: StepPage): string {
  const { shown, language, elder, nonce, page, form, isFirst, problems, waits, over } = step
  const view: View = { form, language, values: [] }
  // Where a page has no title, the heading says how far it is: screen readers begin there.
  const heading = shownText(page.json.title ?? '', view) || (isFirst ? '' : partOf(step))
  const hint = shownText(page.json.description ?? '', view)
  const title = [problems.length > 0 && say(language, words.wrongTitle), heading, shown.title[language]]
  return frame({
    language,
    elder,
    nonce,
    styles,
    title: title.filter(Boolean).join(' - '),
    place: shown.region.name[language],
    display: displayButtons(step),
    end: keepEarly(nonce),
    main: html`${waits && html`<p class="wrong-summary" role="alert">${say(language, waitWords[waits])}</p>`}${over && html`<p class="paper" role="status">${say(language, text.over)}</p>`}${renderSummary(step)}${renderCaution(step)}
${isFirst && html`${earlier(step)}${welcome(shown, { language, elder, nonce })}${goOn(step)}`}
${renderProgress(step)}
${heading !== '' && html`${trusted(isFirst ? '<h2 id="section">' : '<h1 id="section">')}${heading}${trusted(isFirst ? '</h2>' : '</h1>')}`}${hint !== '' && html`<p class="hint">${hint}</p>`}
${renderStep(step)}
${isFirst ? html`<p class="soft">${say(language, words.kept)}</p>` : park(language)}
<nav class="others" aria-label="${say(language, text.others)}"><a href="/s/${step.survey}?lang=${language}">${say(language, words.full)}</a></nav>`,
  })
}

/** Shown where an earlier visit has left answers on the device: the full version goes on with them. */
const earlier = ({ survey, language }: StepPage): Html =>
  html`<p class="paper" id="earlier" hidden>${say(language, text.resume)}<br><a href="/s/${encodeURIComponent(survey)}?lang=${language}">${say(language, words.full)}</a></p>`

/** Offers to keep the answers so far: only who asks for it has them kept. */
const park = (language: Look['language']): Html =>
  html`<details><summary>${say(language, words.park)}</summary><p>${say(language, words.parkMeaning)}</p><button form="first" name="${fieldNames.go}" value="park">${say(language, text.parkNow)}</button></details>`

/** Offers to go on with what was kept. */
const goOn = ({ survey, language, elder, unknownCode }: StepPage): Html =>
  html`<details${unknownCode && trusted(' open')}><summary>${say(language, text.goOn)}</summary><form method="post" action="/s/${encodeURIComponent(survey)}/plain"><input type="hidden" name="${fieldNames.language}" value="${language}"><input type="hidden" name="${fieldNames.view}" value="${elder ? 'elder' : ''}">
<div class="question${unknownCode && ' wrong'}"><label class="question-title" for="code">${say(language, text.goOnCode)}</label>${unknownCode && html`<p class="wrong-text" id="code-wrong" role="alert">${say(language, text.goOnUnknown)}</p>`}<input type="text" id="code" name="${fieldNames.code}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20"${unknownCode && html` aria-invalid="true" aria-describedby="code-wrong"`}></div>
<button name="${fieldNames.go}" value="resume">${say(language, text.resumeOn)}</button></form></details>`

/** Buttons of the form, so that what is filled in comes along. */
function displayButtons({ language, elder }: Pick<Look, 'language' | 'elder'>): Html {
  const other = language === 'zh' ? 'en' : 'zh'
  return html`<div class="display" role="group" aria-label="${say(language, words.display)}"><button form="first" name="${fieldNames.go}" value="${other}" lang="${langOf(other)}">${say(language, words.language)}</button><button form="first" name="${fieldNames.go}" value="${elder ? 'standard' : 'elder'}">${say(language, elder ? words.ordinary : words.elder)}</button></div>`
}

interface LastPage extends Look {
  survey: Unopened | PublicSurvey
}

const framed = ({ survey, ...look }: LastPage, title: string, main: Html, end?: Html): string =>
  frame({
    ...look,
    styles,
    ...(end && { end }),
    title: `${title} - ${survey.title[look.language]}`,
    place: 'region' in survey ? survey.region.name[look.language] : survey.title[look.language],
    display: html``,
    main,
  })

/** Thanks, and the receipt with what it is for. */
export function plainReceiptPage(last: LastPage, receipt: string): string {
  const { language } = last
  const title = say(language, text.thanks)
  return framed(
    last,
    title,
    html`<div class="paper"><h1 id="thanks">${title}</h1>
<p>${say(language, text.taken)}</p>
<div class="receipt"><h2 id="receipt-title">${say(language, text.receipt)}</h2><output id="receipt" aria-labelledby="receipt-title">${receipt}</output></div>
<p>${say(language, text.receiptUse)}</p>
<p><a class="button" href="/r/${receipt}?lang=${language}">${say(language, text.receiptPage)}</a></p></div>`,
    forgetEarly(last.survey.id, last.nonce),
  )
}

/** The code under which the answers so far are kept, and the way back to where the person was. */
export function plainParkedPage(last: LastPage, code: string, step: StepView): string {
  const { language } = last
  const title = say(language, words.parkedTitle)
  return framed(
    last,
    title,
    html`<div class="paper"><h1 id="parked">${title}</h1>
<div class="receipt"><h2 id="code-title">${say(language, text.parked)}</h2><output id="code" aria-labelledby="code-title">${code}</output></div>
<p>${say(language, words.parkedUse)}</p></div>
<details><summary>${say(language, words.goOnNow)}</summary>${renderStep(step)}</details>`,
  )
}

/** After these the answers can come to nothing any more. */
const final: ReadonlySet<EndingName> = new Set([
  ...(['declined', 'not-eligible', 'quota-full', 'invitation-used'] as const),
  ...(['already-answered', 'sent-elsewhere', 'withdrawn'] as const),
])

/** Why it ends without a receipt. */
export const plainEndingPage = (last: LastPage, name: EndingName): string =>
  framed(
    last,
    say(last.language, last.survey.title),
    endingPage(name, last.language),
    final.has(name) ? forgetEarly(last.survey.id, last.nonce) : undefined,
  )
