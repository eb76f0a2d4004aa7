import type { PublicSurvey } from '../../../server/shapes/survey.ts'
import { marks, notice, text } from '../text.ts'
import type { Look } from './frame.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

/** Who asks, what for, how long it takes, and what the law wants said before the first question. */
export function welcome({ welcome, title, madeUp }: PublicSurvey, { language }: Look): Html {
  const organiser = welcome.organiser[language]
  const contact = welcome.contact[language]
  return html`<section id="welcome" class="paper" aria-labelledby="title">
${legalMarks(welcome, language)}
<h1 id="title">${title[language]}</h1>
${madeUp && html`<p class="made-up">${say(language, text.madeUp)}</p>`}
<p class="soft">${say(language, text.organiser, { organiser })}</p>
<ul class="facts"><li>${say(language, text.minutes, { minutes: welcome.minutes })}</li><li>${say(language, text.voluntary)}</li><li>${say(language, text.anonymous)}</li></ul>
<p>${welcome.purpose[language]}</p>
<p class="soft">${say(language, text.contact, { contact })}</p>
<details><summary>${say(language, text.privacy)}</summary><ul>${notice.map((point) => html`<li>${say(language, point, { organiser, contact })}</li>`)}</ul></details>
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
