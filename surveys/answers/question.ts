import { type Desk, refuseProperties } from './desk.ts'
import type { Compute } from './expression/compile.ts'
import { isEmpty } from './expression/values.ts'
import { isOn, type Json } from './json.ts'
import { booleanKind } from './kinds/boolean.ts'
import { checkboxKind, choiceKind } from './kinds/choice.ts'
import type { Choice } from './kinds/choices.ts'
import type { Kind, Report } from './kinds/kind.ts'
import { matrixKind } from './kinds/matrix.ts'
import { ratingKind } from './kinds/rating.ts'
import { commentKind, textKind } from './kinds/text.ts'
import { type AnswerProblem, type AnswerProblemCode, words } from './problem.ts'
import { readValidators } from './validators.ts'

/** Longest texts where the question itself says nothing; 0: no limit. */
export interface Longest {
  text: number
  comment: number
}

/** The types whose answers can be checked. */
const kinds: ReadonlyMap<string, (json: Json, desk: Desk, path: string, longest: Longest) => Kind> = new Map([
  ['radiogroup', choiceKind],
  ['dropdown', choiceKind],
  ['checkbox', checkboxKind],
  ['rating', ratingKind],
  ['boolean', booleanKind],
  ['matrix', matrixKind],
  ['text', (json: Json, desk: Desk, path: string, longest: Longest) => textKind(json, desk, path, longest.text)],
  ['comment', (json: Json, _: Desk, __: string, longest: Longest) => commentKind(json, longest.text)],
])

/** Types that show something and ask nothing. */
export const shownOnly: ReadonlySet<string> = new Set(['html', 'image'])

/** Whether an element is shown, must be answered, can be answered. */
export interface Conditions {
  shows: Compute | true | false
  requires: Compute | true | false
  disables: Compute | true | false
}

export interface Question extends Conditions {
  kind: 'question'
  type: string
  name: string
  path: string
  json: Json
  slot: number
  /** Where `NAME-Comment` is. */
  commentSlot: number
  commentName: string
  /** Whether there is room for a comment with any answer. */
  hasComment: boolean
  choices: readonly Choice[]
  everyRow: readonly Choice[]
  offers: Kind['offers'] | undefined
  rows: Kind['rows'] | undefined
  needsComment: Kind['needsComment'] | undefined
  /** Whether it is shown only while there is a choice on offer. */
  vanishes: boolean
  /** Answers with which nothing can be wrong where the question is shown and has no comment. */
  safe: ReadonlySet<unknown> | undefined
  /** Says everything that is wrong with the answer, shown as the question is. */
  checkShown: (values: unknown[], pen: Pen) => void
}

/** Writes problems down, of the question or comment whose name it holds. */
export interface Pen {
  path: string
  problems: AnswerProblem[]
  report: Report
}

export function conditionsOf(json: Json, desk: Desk, path: string): Conditions {
  const enables = desk.expression(json, 'enableIf', path)
  return {
    shows: desk.expression(json, 'visibleIf', path) ?? json.visible !== false,
    requires: desk.expression(json, 'requiredIf', path) ?? json.isRequired === true,
    disables: enables ? (values) => enables(values) === false : json.readOnly === true,
  }
}

/** What is wrong whatever the circumstances: all that is held against a question that cannot be changed. */
const ofItself: ReadonlySet<AnswerProblemCode> = new Set([
  'wrongType',
  'unknownChoice',
  'unknownRow',
  'duplicate',
  'exclusive',
  'tooMany',
  'tooLong',
])

/** Whether a condition holds: nothing but true will do. */
export const holds = (condition: Compute | boolean, values: readonly unknown[]): boolean =>
  typeof condition === 'boolean' ? condition : condition(values) === true

interface Place {
  path: string
  slot: number
  commentSlot: number
  commentName: string
  longest: Longest
}

/** Compiles a question that can be answered; undefined where its type is refused. */
export function compileQuestion(json: Json, desk: Desk, place: Place): Question | undefined {
  const { path, slot, commentSlot } = place
  const type = String(json.type)
  const name = String(json.name)
  const make = kinds.get(type)
  if (!make) {
    desk.refuse(path, { zh: `不支持题型 ${type}`, en: `Questions of type ${type} are not supported` })
    return undefined
  }
  refuseProperties(desk, json, path, ['valueName', 'setValueIf', 'setValueExpression', 'resetValueIf'])
  const kind = make(json, desk, path, place.longest)
  const conditions = conditionsOf(json, desk, path)
  const validators = readValidators(json, desk, path)
  const hasComment = isOn(json, 'showCommentArea', 'hasComment')

  function checkShown(values: unknown[], pen: Pen): void {
    const value = values[slot]
    const { problems, report } = pen
    const before = problems.length
    pen.path = name
    const fixed = holds(conditions.disables, values)
    const empty = isEmpty(value) || (typeof value === 'string' && value.trim() === '')
    if (value !== undefined && !isBlank(value)) kind.check(value, values, report)
    if (fixed) keepOfItself(problems, before)
    else {
      if (empty && problems.length === before) {
        if (holds(conditions.requires, values)) report('required', words.required())
        else kind.checkEmpty?.(report)
      }
      if (problems.length === before) {
        for (const { run, onEmpty } of validators) if (!empty || onEmpty) run(value, values, report)
      }
    }
    pen.path = place.commentName
    checkComment(value, values[commentSlot], report, fixed)
  }

  function checkComment(value: unknown, comment: unknown, report: Report, fixed: boolean): void {
    const needed = kind.needsComment?.(value) ?? false
    if (comment === undefined) {
      if (needed && !fixed) report('otherEmpty', words.otherEmpty())
    } else if (!needed && !hasComment) report('noComment', words.noComment())
    else if (typeof comment !== 'string') report('wrongType', words.wrongType('文字', 'text'))
    else if (place.longest.comment > 0 && comment.length > place.longest.comment) {
      report('tooLong', words.tooLong(place.longest.comment))
    } else if (needed && comment.trim() === '') report('otherEmpty', words.otherEmpty())
  }

  /** An empty text where text is asked, an empty list where a list is: left empty by a client that sends everything. */
  const isBlank = (value: unknown) =>
    (value === '' && (type === 'text' || type === 'comment')) ||
    (type === 'checkbox' && Array.isArray(value) && value.length === 0)

  // Written out: questions of one shape are gone through several times as fast.
  return {
    kind: 'question',
    type,
    name,
    path,
    json,
    slot,
    commentSlot,
    commentName: place.commentName,
    hasComment,
    shows: conditions.shows,
    requires: conditions.requires,
    disables: conditions.disables,
    choices: kind.choices ?? [],
    everyRow: kind.everyRow ?? [],
    offers: kind.offers,
    rows: kind.rows,
    needsComment: kind.needsComment,
    vanishes: json.hideIfChoicesEmpty === true && kind.offers !== undefined,
    safe: validators.length === 0 ? kind.safe : undefined,
    checkShown,
  }
}

function keepOfItself(problems: AnswerProblem[], from: number): void {
  const kept = problems.slice(from).filter(({ code }) => ofItself.has(code))
  problems.splice(from, problems.length - from, ...kept)
}
