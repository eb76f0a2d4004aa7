import { type Desk, refuseProperties } from './desk.ts'
import type { Compute } from './expression/compile.ts'
import { isEmpty } from './expression/values.ts'
import { isOn, type Json } from './json.ts'
import { booleanKind } from './kinds/boolean.ts'
import { checkboxKind, choiceKind } from './kinds/choice.ts'
import type { Kind, Report } from './kinds/kind.ts'
import { matrixKind } from './kinds/matrix.ts'
import { ratingKind } from './kinds/rating.ts'
import { commentKind, textKind } from './kinds/text.ts'
import { type AnswerProblemCode, words } from './problem.ts'
import { readValidators } from './validators.ts'

/** Longest texts where the question itself says nothing; 0: no limit. */
export interface Longest {
  text: number
  comment: number
}

/** The types whose answers can be checked. */
const kinds: Record<string, ((json: Json, desk: Desk, path: string, longest: Longest) => Kind) | undefined> = {
  radiogroup: choiceKind,
  dropdown: choiceKind,
  checkbox: checkboxKind,
  rating: ratingKind,
  boolean: booleanKind,
  matrix: matrixKind,
  text: (json, desk, path, longest) => textKind(json, desk, path, longest.text),
  comment: (json, _, __, longest) => commentKind(json, longest.text),
}

/** Types that show something and ask nothing. */
export const shownOnly: ReadonlySet<string> = new Set(['html', 'image'])

/** Whether an element is shown, must be answered, can be answered. */
export interface Conditions {
  shows: Compute | true | false
  requires: Compute | true | false
  disables: Compute | true | false
}

export interface Question extends Conditions, Kind {
  kind: 'question'
  type: string
  name: string
  path: string
  json: Json
  slot: number
  /** Where `NAME-Comment` is. */
  commentSlot: number
  commentName: string
  /** Says everything that is wrong with the answer, shown as the question is. */
  checkShown: (values: unknown[], report: Report, reportComment: Report) => void
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
  const make = kinds[type]
  if (!make) {
    desk.refuse(path, { zh: `不支持题型 ${type}`, en: `Questions of type ${type} are not supported` })
    return undefined
  }
  refuseProperties(desk, json, path, ['valueName', 'setValueIf', 'setValueExpression', 'resetValueIf'])
  const kind = make(json, desk, path, place.longest)
  const conditions = conditionsOf(json, desk, path)
  const validators = readValidators(json, desk, path)
  const hasComment = isOn(json, 'showCommentArea', 'hasComment')

  function checkShown(values: unknown[], report: Report, reportComment: Report): void {
    const value = values[slot]
    const free = holds(conditions.disables, values)
    let faults = 0
    const count: Report = (code, message, row) => {
      if (free && !ofItself.has(code)) return
      faults++
      report(code, message, row)
    }
    const empty = isEmpty(value)
    if (value !== undefined && !isBlank(value)) kind.check(value, values, count)
    if (empty && !free) {
      if (faults === 0 && holds(conditions.requires, values)) count('required', words.required())
      if (faults === 0) kind.checkEmpty?.(count)
    }
    if (faults === 0 && !free) {
      for (const { run, onEmpty } of validators) if (!empty || onEmpty) run(value, values, count)
    }
    checkComment(values, reportComment)
  }

  function checkComment(values: unknown[], report: Report): void {
    const comment = values[commentSlot]
    const needed = kind.needsComment?.(values[slot]) ?? false
    if (comment === undefined) {
      if (needed) report('otherEmpty', words.otherEmpty())
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

  return { ...kind, ...conditions, ...place, kind: 'question', type, name: String(json.name), json, checkShown }
}
