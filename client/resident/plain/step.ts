import type { Language } from '../../../scoring/text.ts'
import { questionsOf } from '../../../surveys/answers/check.ts'
import type { Form, Group } from '../../../surveys/answers/form.ts'
import { lookAt } from '../../../surveys/answers/look.ts'
import type { AnswerProblem } from '../../../surveys/answers/problem.ts'
import { type Html, html } from '../page/html.ts'
import { keepsAs } from '../page/keepEarly.ts'
import { say } from '../page/say.ts'
import { text } from '../text.ts'
import { titleOf, type View } from './display.ts'
import { firstOf } from './fields/field.ts'
import { idOf, messageOf, renderQuestions } from './questions.ts'
import { withoutPage } from './read.ts'
import { type Carried, fieldNames, type State, writeState } from './state.ts'
import { type Answers, askedOn } from './walk.ts'
import { words } from './words.ts'

/** A page of the questionnaire with the answers so far. */
export interface StepView {
  survey: string
  form: Form
  page: Group
  answers: Answers
  problems: readonly AnswerProblem[]
  /** Names of the texts that seem to hold personal data. */
  personal?: readonly string[]
  language: Language
  elder: boolean
  carried: Carried
}

/** The page's questions as an HTML form that works without scripts and carries the other answers with it. */
export function renderStep(step: StepView): Html {
  const { survey, form, page, answers, language, elder, carried } = step
  const { pages } = lookAt(form, answers)
  const state: State = {
    ...carried,
    answers: withoutPage(answers, page),
    page: page.name,
    asked: askedOn(form, page, answers),
  }
  const isFirst = pages[0] === page
  const isLast = pages.at(-1) === page
  // The first button is what the Enter key presses.
  return html`<form id="first" class="plain" method="post" action="/s/${encodeURIComponent(survey)}/plain" novalidate${keepsAs(survey, form, page, answers)}>
<button class="hidden" name="${fieldNames.go}" value="next" tabindex="-1" aria-hidden="true">${say(language, words.next)}</button>
<input type="hidden" name="${fieldNames.state}" value="${writeState(state)}">
<input type="hidden" name="${fieldNames.language}" value="${language}">
<input type="hidden" name="${fieldNames.view}" value="${elder ? 'elder' : ''}">
${renderQuestions(step)}
<p class="wrong-text" role="alert" id="offline" hidden>${say(language, words.offline)}</p>
<div class="steps"><button class="go" name="${fieldNames.go}" value="next">${say(language, onwards(step, isLast))}</button>${
    !isFirst && html`<button name="${fieldNames.go}" value="back">${say(language, words.back)}</button>`
  }</div></form>`
}

const onwards = ({ personal = [] }: StepView, isLast: boolean) =>
  personal.length > 0 ? text.personalKeep : isLast ? words.send : words.next

/** Everything that is wrong on the page, each with a link to the field. */
export function renderSummary({ form, page, answers, problems, language }: StepView): Html {
  if (problems.length === 0) return html``
  const view: View = { form, language, values: lookAt(form, answers).values }
  const lines = questionsOf(page).flatMap((question) => {
    const own = problems.filter(({ path }) => path === question.name || path.startsWith(`${question.name}.`))
    const ofComment = problems.filter(({ path }) => path === question.commentName)
    const target = own.length > 0 ? firstOf(idOf(question)) : `${idOf(question)}-comment`
    const all = [...own, ...ofComment]
    return all.length === 0
      ? []
      : [
          html`<li><a href="#${target}">${leading(titleOf(question, view), language)}${messageOf(all, question, view)}</a></li>`,
        ]
  })
  const ofGroups = problems
    .filter(({ code }) => code === 'oneRequired')
    .map(({ message }) => html`<li>${message[language]}</li>`)
  const count = lines.length + ofGroups.length
  return html`<div class="wrong-summary" role="alert" aria-labelledby="wrong-title" tabindex="-1"><h2 id="wrong-title">${
    count === 1 ? say(language, words.summaryOne) : say(language, words.summary, { count })
  }</h2><ul>${lines}${ofGroups}</ul></div>`
}

/** Warns of personal data before they are sent; pressing the button once more leaves them as they are. */
export function renderCaution({ form, page, answers, personal = [], language }: StepView): Html {
  if (personal.length === 0) return html``
  const view: View = { form, language, values: lookAt(form, answers).values }
  const lines = questionsOf(page).flatMap((question) =>
    [question.name, question.commentName]
      .filter((name) => personal.includes(name))
      .map((name) => {
        const target = name === question.name ? firstOf(idOf(question)) : `${idOf(question)}-comment`
        return html`<li><a href="#${target}">${titleOf(question, view)}</a></li>`
      }),
  )
  return html`<div class="wrong-summary" role="alert"><p>${say(language, text.personal)}</p><ul>${lines}</ul></div>`
}

/** A title that something follows; a question mark needs no colon after it. */
function leading(title: string, language: Language): string {
  if (/[?？.。!！:：]$/.test(title)) return language === 'zh' ? title : `${title} `
  return `${title}${language === 'zh' ? '：' : ': '}`
}

/** How far it is. */
export function partOf(step: StepView): string {
  const { at, all } = placeOf(step)
  return say(step.language, words.part, { at, all })
}

function placeOf({ form, page, answers }: StepView) {
  const { pages } = lookAt(form, answers)
  return { at: pages.indexOf(page) + 1, all: pages.length }
}

/** How far it is, in words and as a bar. */
export function renderProgress(step: StepView): Html {
  const { at, all } = placeOf(step)
  return html`<div class="progress"><span id="part">${partOf(step)}</span><progress max="${all}" value="${at}" aria-labelledby="part"></progress></div>`
}
