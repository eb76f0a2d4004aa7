import type { PublicSurvey } from '../../server/shapes/survey.ts'
import { type Form, formOf, type Part } from '../../surveys/answers/form.ts'
import type { Question } from '../../surveys/answers/question.ts'
import { frame, type Look } from './page/frame.ts'
import { type Html, html, trusted } from './page/html.ts'
import { say } from './page/say.ts'
import { welcome } from './page/welcome.ts'
import { booleanText, choicesOf, choiceText, shownText, titleOf, type View } from './plain/display.ts'
import styles from './style/paper.css?inline'
import { text } from './text.ts'

interface Paper extends Look {
  survey: PublicSurvey
  /** Where the same questionnaire is answered with a phone. */
  address: string
  /** The same as a QR code, SVG. */
  code: string
}

/** The questionnaire to print and fill in with a pen; every answer has its code beside it, for whoever types it in. */
export function renderPaperPage({ survey, address, code, ...look }: Paper): string {
  const { language } = look
  const form = formOf(survey.questionnaire)
  const view: View = { form, language, values: [] }
  let number = 0
  const next = () => ++number
  return frame({
    ...look,
    elder: false,
    styles,
    title: `${survey.title[language]} - ${say(language, text.paper)}`,
    place: survey.region.name[language],
    main: html`${welcome(survey, look)}
<section class="paper-code"><div class="qr">${trusted(code)}</div><p>${say(language, text.paperCode)}<br>${address}</p></section>
<p>${say(language, text.paperUse)}</p>
${form.pages.map((page) => html`<section><h2>${titleOf(page, view)}</h2>${page.parts.map((part) => drawPart(part, { view, next }))}</section>`)}
<p>${say(language, text.paperEnd, { contact: survey.welcome.contact[language] })}</p>`,
  })
}

interface Printing {
  view: View
  next: () => number
}

function drawPart(part: Part, printing: Printing): Html {
  if (part.kind === 'group') return html`${part.parts.map((inner) => drawPart(inner, printing))}`
  return part.kind === 'question' ? drawQuestion(part, printing) : html``
}

function drawQuestion(question: Question, { view, next }: Printing): Html {
  const { name, json, type } = question
  const hint = shownText(json.description, view)
  const when = conditionOf(json.visibleIf, view)
  return html`<div class="asked"><p><b>${next()}. ${titleOf(question, view)}</b> <small>${name}</small></p>
${when !== '' && html`<p class="when">${when}</p>`}${hint !== '' && html`<p class="soft">${hint}</p>`}${spaceFor(question, type, view)}</div>`
}

function spaceFor(question: Question, type: string, view: View): Html {
  if (type === 'boolean') {
    return boxes([true, false].map((yes) => ({ label: booleanText(question, yes, view), code: String(yes) })))
  }
  const choices = choicesOf(question, view).map((choice) => ({
    label: choiceText(choice, view),
    code: String(choice.value),
  }))
  if (type === 'matrix') {
    const rows = question.rows?.([]) ?? []
    return html`${rows.map((row) => html`<p>${choiceText(row, view)}</p>${boxes(choices)}`)}`
  }
  return choices.length > 0 ? boxes(choices) : html`<div class="${type === 'comment' ? 'lines' : 'line'}"></div>`
}

const boxes = (choices: { label: string; code: string }[]): Html =>
  html`<ul class="boxes">${choices.map(({ label, code }) => html`<li>□ ${label} <small>${code}</small></li>`)}</ul>`

/** When a question is to be answered, in words where the condition is as plain as `{S5} contains 'g1'`. */
function conditionOf(condition: unknown, view: View): string {
  if (typeof condition !== 'string' || condition === '') return ''
  const { form, language } = view
  const parts = condition.split(/\s+(?:or|\|\|)\s+/i).map((part) => wordsOf(part, form, view))
  const known = parts.filter((part) => part !== undefined)
  if (known.length < parts.length) return say(language, text.paperIf)
  return say(language, text.paperIfChosen, { choices: known.join(language === 'zh' ? '或' : ' or ') })
}

const simple = /^\(?\s*\{([\w-]+)\}\s*(?:contains|anyof|=|==)\s*\[?\s*'([^']+)'\s*\]?\s*\)?$/i

function wordsOf(part: string, form: Form, view: View): string | undefined {
  const [, name, value] = simple.exec(part.trim()) ?? []
  const question = form.questions.find((one) => one.name === name)
  const choice = question?.offers?.([]).find((one) => String(one.value) === value)
  return choice && `“${choiceText(choice, view)}”`
}
