import type { PublicSurvey } from '../../../server/shapes/survey.ts'
import { linked, marks, notice, text } from '../text.ts'
import type { Look } from './frame.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

/**
 * Who asks, what for, how long it takes, and what the law wants said before the first question.
 * @param byLink whether somebody comes with a code or a host app's word
 */
export function welcome(survey: PublicSurvey, { language }: Look, byLink = false): Html {
  const { welcome, title, madeUp, identity } = survey
  const pseudonymous = identity === 'pseudonymous' || byLink
  const points = identity === 'anonymous' ? notice : [...notice, linked]
  const organiser = welcome.organiser[language]
  const contact = welcome.contact[language]
  return html`<section id="welcome" class="paper" aria-labelledby="title">
${legalMarks(welcome, language)}
<h1 id="title">${title[language]}</h1>
${madeUp && html`<p class="made-up">${say(language, text.madeUp)}</p>`}
<p class="soft">${say(language, text.organiser, { organiser })}</p>
<ul class="facts"><li>${say(language, text.minutes, { minutes: welcome.minutes })}</li><li>${say(language, text.voluntary)}</li><li>${say(language, pseudonymous ? text.pseudonymous : text.anonymous)}</li></ul>
<p>${welcome.purpose[language]}</p>
<p class="soft">${say(language, text.contact, { contact })}</p>
<details><summary>${say(language, text.privacy)}</summary><ul>${points.map((point) => html`<li>${say(language, point, { organiser, contact })}</li>`)}</ul></details>
</section>`
}

function legalMarks({ legalMarks }: PublicSurvey['welcome'], language: Look['language']): Html {
  const given = (Object.keys(marks) as (keyof typeof marks)[]).filter((mark) => legalMarks[mark] !== '')
  if (given.length === 0) {
    return html`<p class="marks" title="${say(language, text.pilotMeaning)}">${say(language, text.pilot)}</p>`
  }
  return html`<aside class="marks" aria-label="${say(language, text.legalMarks)}"><dl>${given.map(
    (mark) => html`<dt>${say(language, marks[mark])}</dt><dd>${legalMarks[mark]}</dd>`,
  )}</dl></aside>`
}
