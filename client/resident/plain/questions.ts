import type { Language } from '../../../scoring/text.ts'
import type { Display, Form, Group, Part, Worked } from '../../../surveys/answers/form.ts'
import { type Look, lookAt } from '../../../surveys/answers/look.ts'
import type { AnswerProblem } from '../../../surveys/answers/problem.ts'
import { holds, type Question } from '../../../surveys/answers/question.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import { type Html, html } from '../page/html.ts'
import { shownHtml, shownText, titleOf, type View } from './display.ts'
import { boxes, radios, rating, select, yesOrNo } from './fields/choices.ts'
import type { Field } from './fields/field.ts'
import { matrix } from './fields/matrix.ts'
import { line, lines } from './fields/text.ts'
import { words } from './words.ts'

interface Shown {
  form: Form
  /** One of the form's pages. */
  page: Group
  answers: Record<string, unknown>
  /** What is wrong with the answers; only what concerns the page is shown. */
  problems: readonly AnswerProblem[]
  language: Language
}

/** The questions of a page that its conditions show, as fields of an HTML form named after the questions. */
export function renderQuestions({ form, page, answers, problems, language }: Shown): Html {
  const look = lookAt(form, answers)
  const view: View = { form, language, values: look.values }
  return html`${page.parts.filter(look.shows).map((part) => draw(part, { look, view, problems }))}`
}

interface Drawing {
  look: Look
  view: View
  problems: readonly AnswerProblem[]
}

function draw(part: Part, drawing: Drawing): Html {
  switch (part.kind) {
    case 'group':
      return panel(part, drawing)
    case 'display':
      return part.type === 'image' ? image(part, drawing.view) : richText(part, drawing.view)
    case 'worked':
      return worked(part, drawing.view)
    case 'question':
      return question(part, drawing)
  }
}

/** Drawn together: what asks for one thing has a label, what asks for one of several has a legend. */
const single: Record<string, ((field: Field) => Html) | undefined> = { dropdown: select, text: line, comment: lines }
const grouped: Record<string, ((field: Field) => Html) | undefined> = {
  radiogroup: radios,
  rating,
  checkbox: boxes,
  boolean: yesOrNo,
  matrix,
}

function question(asked: Question, { view, problems }: Drawing): Html {
  const { name, slot, type, json, commentName, commentSlot } = asked
  const id = idOf(asked)
  const own = problems.filter(({ path }) => concerns(path, name))
  const ofComment = problems.filter(({ path }) => path === commentName)
  const hint = shownText(json.description, view)
  const field: Field = {
    question: asked,
    view,
    id,
    value: view.values[slot],
    describedBy: [hint !== '' && `${id}-hint`, own.length > 0 && `${id}-wrong`].filter(Boolean).join(' '),
    wrong: own.length > 0,
  }
  const title = html`${titleOf(asked, view)}${
    holds(asked.requires, view.values) &&
    html`&nbsp;<span class="required"><span aria-hidden="true">*</span><span class="hidden">${words.required[view.language]}</span></span>`
  }`
  const told = html`${hint !== '' && html`<p class="hint" id="${id}-hint">${hint}</p>`}${mistakes(own, `${id}-wrong`, asked, view)}`
  const one = single[type]
  const body = one
    ? html`<label class="question-title" for="${id}-0">${title}</label>${told}${one(field)}`
    : html`<fieldset class="choices"${field.describedBy !== '' && html` aria-describedby="${field.describedBy}"`}><legend class="question-title">${title}</legend>${told}${grouped[type]?.(field)}</fieldset>`
  return html`<div class="question${own.length + ofComment.length > 0 && ' wrong'}" id="${id}">${body}${comment(asked, view, ofComment, view.values[commentSlot])}</div>`
}

/** A problem of a row is one of its question. */
const concerns = (path: string, name: string) => path === name || path.startsWith(`${name}.`)

export const idOf = ({ slot }: Question): string => `q${slot}`

function mistakes(problems: readonly AnswerProblem[], id: string, asked: Question, view: View): Html {
  if (problems.length === 0) return html``
  return html`<p class="wrong-text" id="${id}"><span class="hidden">${words.mistake[view.language]}</span>${messageOf(problems, asked, view)}</p>`
}

/** What is wrong, in the questionnaire's own words where it has some. */
export function messageOf(problems: readonly AnswerProblem[], { json }: Question, { language }: View): string {
  const own: Record<string, unknown> = { required: json.requiredErrorText, otherEmpty: json.otherErrorText }
  const said = problems.map(({ code, message }) => (own[code] ? textOf(own[code]) : message)[language])
  return [...new Set(said)].join(language === 'zh' ? '；' : '; ')
}

/** The room for a comment; where it belongs to "other" alone, it is always there, as nothing can make it appear. */
function comment(asked: Question, view: View, problems: readonly AnswerProblem[], value: unknown): Html {
  const hasOther = asked.offers?.([...view.values]).some(({ isOther }) => isOther) ?? false
  if (!hasOther && !asked.hasComment) return html``
  const id = `${idOf(asked)}-comment`
  const own = asked.json[hasOther ? 'otherPlaceholder' : 'commentText']
  const label = own === undefined ? words[hasOther ? 'say' : 'comment'][view.language] : shownText(own, view)
  return html`<div class="comment"><label for="${id}">${label}</label>${mistakes(problems, `${id}-wrong`, asked, view)}<input type="text" id="${id}" name="${asked.commentName}" value="${value === undefined ? '' : String(value)}" autocomplete="off"${problems.length > 0 && html` aria-invalid="true" aria-describedby="${id}-wrong"`}></div>`
}

function panel(group: Group, drawing: Drawing): Html {
  const { look, view, problems } = drawing
  const title = group.json.title === undefined ? '' : titleOf(group, view)
  const hint = shownText(group.json.description, view)
  const own = problems.filter(({ path }) => path === group.name)
  return html`<div class="panel" role="group"${title !== '' && html` aria-label="${title}"`}>${title !== '' && html`<p class="panel-title">${title}</p>`}${hint !== '' && html`<p class="hint">${hint}</p>`}${own.map(({ message }) => html`<p class="wrong-text">${message[view.language]}</p>`)}${group.parts.filter(look.shows).map((part) => draw(part, drawing))}</div>`
}

/** Its HTML was sanitised on publication. */
const richText = ({ json }: Display, view: View): Html => html`<div class="rich">${shownHtml(json.html, view)}</div>`

const image = ({ json, name }: Display, view: View): Html =>
  html`<p class="rich"><img src="${textOf(json.imageLink)[view.language]}" alt="${textOf(json.altText ?? json.text ?? json.title ?? name)[view.language]}"></p>`

function worked(part: Worked, view: View): Html {
  const value = view.values[part.slot]
  const shown = value === undefined || value === null ? '' : String(value)
  const format = shownText(part.json.format, view)
  return html`<div class="question"><p class="question-title">${titleOf(part, view)}</p><output>${format === '' ? shown : format.replaceAll('{0}', shown)}</output></div>`
}
