import type { PublicSurvey } from '../../server/shapes/survey.ts'
import { shownDate } from './page/date.ts'
import { frame, type Look } from './page/frame.ts'
import { html, trusted } from './page/html.ts'
import { say } from './page/say.ts'
import { poster } from './posterText.ts'
import styles from './style/poster.css?inline'

interface Poster extends Look {
  survey: PublicSurvey
  /** Where it is answered. */
  address: string
  /** The same as a QR code, SVG. */
  code: string
}

/** A page of A4 to hang up: who asks, what for, until when, and the code to begin with. */
export function renderPosterPage({ survey, address, code, ...look }: Poster): string {
  const { language } = look
  const { organiser, purpose, minutes, contact, legalMarks } = survey.welcome
  const until = survey.closesAt && shownDate(new Date(survey.closesAt), language)
  const marks = [legalMarks.formNumber, legalMarks.approvalNumber, legalMarks.validUntil].filter((mark) => mark !== '')
  return frame({
    ...look,
    elder: false,
    styles,
    title: `${survey.title[language]} - ${say(language, poster.name)}`,
    place: survey.region.name[language],
    display: html``,
    main: html`<section class="poster">
<h1>${survey.title[language]}</h1>
<p class="poster-purpose">${purpose[language]}</p>
<div class="poster-code">${trusted(code)}</div>
<p class="poster-scan">${say(language, poster.scan, { minutes })}</p>
<p class="poster-address">${address}</p>
${until && html`<p>${say(language, poster.until, { date: until })}</p>`}
<p class="soft">${say(language, poster.foot, { organiser: organiser[language], contact: contact[language] })}</p>
${survey.madeUp && html`<p>${say(language, poster.madeUp)}</p>`}
${marks.length > 0 && html`<p class="soft">${marks.join(' · ')}</p>`}
</section>`,
  })
}
