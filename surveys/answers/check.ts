import { isEmpty } from './expression/values.ts'
import type { Form, Group, Part } from './form.ts'
import { type AnswerProblem, words } from './problem.ts'
import { holds, type Pen, type Question } from './question.ts'
import { type Listed, listed } from './written.ts'

/** A set of answers as the form sees it. */
export interface Sheet {
  values: unknown[]
  /** By slot: whether the question is shown. */
  shown: boolean[]
  problems: AnswerProblem[]
}

/** Goes through the whole form with a set of answers, and lists everything that is wrong with them. */
export const checkAnswers = (form: Form, answers: Record<string, unknown>): Sheet => checkListed(form, listed(answers))

/** The same of answers whose names and values are apart. */
export function checkListed(form: Form, answers: Listed): Sheet {
  const problems: AnswerProblem[] = []
  const values = valuesOf(form, answers, (path) => {
    problems.push({ path, code: 'unknownQuestion', message: words.unknownQuestion() })
  })
  const sheet: Sheet = { values, shown: new Array(form.size).fill(false), problems }
  const pen = penOf(problems)
  for (const page of form.pages) checkPart(page, true, sheet, pen)
  return sheet
}

function penOf(problems: AnswerProblem[]): Pen {
  const pen: Pen = {
    path: '',
    problems,
    report: (code, message, row) => {
      problems.push({ path: row === undefined ? pen.path : `${pen.path}.${row}`, code, message })
    },
  }
  return pen
}

/** The answers as a row of values, with what is worked out. */
export function valuesOf(form: Form, answers: Listed, unknown: (name: string) => void): unknown[] {
  const values: unknown[] = new Array(form.size).fill(undefined)
  let at = 0
  for (const name of answers.names) {
    const slot = form.slots.get(name)
    if (slot !== undefined) values[slot] = answers.values[at]
    else if (!form.slots.has(name)) unknown(name)
    at++
  }
  form.workOut(values)
  return values
}

function checkPart(part: Part, aboveShown: boolean, sheet: Sheet, pen: Pen): void {
  const isShown = aboveShown && holds(part.shows, sheet.values)
  if (part.kind === 'group') {
    for (const inner of part.parts) checkPart(inner, isShown, sheet, pen)
    if (isShown) checkGroup(part, sheet)
  } else if (part.kind === 'question') {
    if (isShown && isSafe(part, sheet.values)) sheet.shown[part.slot] = true
    else if (isShown && !hasVanished(part, sheet.values)) {
      sheet.shown[part.slot] = true
      part.checkShown(sheet.values, pen)
    } else checkHidden(part, sheet)
  }
}

/** Most answers are one of the choices that are always there: nothing else of the question need be looked at. */
const isSafe = ({ safe, slot, commentSlot }: Question, values: unknown[]): boolean =>
  safe?.has(values[slot]) === true && values[commentSlot] === undefined

/** Whether it is to be shown with choices only, and has none. */
export const hasVanished = ({ vanishes, offers }: Question, values: unknown[]): boolean =>
  vanishes && offers !== undefined && offers(values).length === 0

function checkHidden({ name, slot, commentName, commentSlot }: Question, { values, problems }: Sheet): void {
  if (values[slot] !== undefined) problems.push({ path: name, code: 'hidden', message: words.hidden() })
  if (values[commentSlot] !== undefined) problems.push({ path: commentName, code: 'hidden', message: words.hidden() })
}

/** A group that is required needs one answer in it, unless nothing of it is shown. */
function checkGroup(group: Group, { values, shown, problems }: Sheet): void {
  if (group.requires === false || !holds(group.requires, values) || holds(group.disables, values)) return
  const asked = questionsOf(group).filter(({ slot }) => shown[slot])
  if (asked.length === 0 || asked.some(({ slot }) => !isEmpty(values[slot]))) return
  problems.push({ path: group.name, code: 'oneRequired', message: words.oneRequired() })
}

/** The questions of a group, those of the groups in it included. */
export const questionsOf = ({ parts }: Group): Question[] =>
  parts.flatMap((part) => (part.kind === 'group' ? questionsOf(part) : part.kind === 'question' ? [part] : []))
