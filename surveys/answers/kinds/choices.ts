import type { Desk } from '../desk.ts'
import type { Compute } from '../expression/compile.ts'
import { isJson, isOn, type Json, listOf, numberIn } from '../json.ts'
import { words } from '../problem.ts'
import { itemSlot } from '../scope.ts'
import type { Report } from './kind.ts'

/** A choice, column or row of a question, as it is stored. */
export interface Choice {
  value: string | number | boolean
  /** What is shown: text, or texts by locale; undefined where the value is shown. */
  text: unknown
  visible: Compute | undefined
  enabled: Compute | undefined
  /** Cannot be chosen together with others. */
  exclusive: boolean
  /** The choice whose meaning is told in `NAME-Comment`. */
  isOther: boolean
}

export interface Choices {
  all: readonly Choice[]
  offered: (values: unknown[]) => Choice[]
  /** Values that are always on offer and need no comment. */
  safe: ReadonlySet<unknown>
  /** Reports what is not on offer. */
  check: (value: unknown, values: unknown[], report: Report, row?: string) => Choice | undefined
}

interface Source {
  property: string
  visibleIf?: string
  enableIf?: string
}

/** Reads choices (or columns, rows) with the conditions under which each is on offer. */
export function readChoices(json: Json, desk: Desk, path: string, { property, visibleIf, enableIf }: Source): Choices {
  const shared = {
    visible: visibleIf ? desk.expression(json, visibleIf, path) : undefined,
    enabled: enableIf ? desk.expression(json, enableIf, path) : undefined,
  }
  const own = listOf(json[property]).flatMap((item) => readChoice(item, desk, `${path}.${property}`, shared))
  return choicesOf(property === 'choices' ? [...own, ...numbered(json), ...special(json)] : own)
}

function readChoice(item: unknown, desk: Desk, path: string, shared: Pick<Choice, 'visible' | 'enabled'>): Choice[] {
  const json = isJson(item) ? item : { value: item }
  const { value, text } = json
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    desk.refuse(path, {
      zh: `选项的值应为文字或数字：${JSON.stringify(item)}`,
      en: `The value of a choice must be text or a number: ${JSON.stringify(item)}`,
    })
    return []
  }
  const place = `${path}.${value}`
  for (const property of ['showCommentArea', 'elements']) {
    if (json[property] === undefined || json[property] === false) continue
    desk.refuse(`${place}.${property}`, {
      zh: '不支持选项内的附加栏;“其他”请用 showOtherItem',
      en: 'A field within a choice is not supported; use showOtherItem for “other”',
    })
  }
  return [
    {
      value,
      text,
      visible: both(shared.visible, desk.expression(json, 'visibleIf', place)),
      enabled: both(shared.enabled, desk.expression(json, 'enableIf', place)),
      exclusive: isOn(json, 'isExclusive'),
      isOther: false,
    },
  ]
}

function both(one: Compute | undefined, other: Compute | undefined): Compute | undefined {
  // The condition of the choice itself takes the place of the shared one.
  return other ?? one
}

/** A dropdown may be given a range of numbers. */
function numbered(json: Json): Choice[] {
  const min = numberIn(json, 'choicesMin')
  const max = numberIn(json, 'choicesMax')
  const step = numberIn(json, 'choicesStep') ?? 1
  if (json.type !== 'dropdown' || min === undefined || max === undefined || step < 1 || max < min) return []
  return Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, at) => plain(min + at * step, undefined))
}

const plain = (value: Choice['value'], text: unknown, also: Partial<Choice> = {}): Choice => ({
  value,
  text,
  visible: undefined,
  enabled: undefined,
  exclusive: false,
  isOther: false,
  ...also,
})

function special(json: Json): Choice[] {
  const choices: Choice[] = []
  if (isOn(json, 'showNoneItem', 'hasNone')) choices.push(plain('none', json.noneText, { exclusive: true }))
  if (isOn(json, 'showRefuseItem')) choices.push(plain('refused', json.refuseText, { exclusive: true }))
  if (isOn(json, 'showDontKnowItem')) choices.push(plain('dontknow', json.dontKnowText, { exclusive: true }))
  if (isOn(json, 'showOtherItem', 'hasOther')) choices.push(plain('other', json.otherText, { isOther: true }))
  return choices
}

export function choicesOf(all: readonly Choice[]): Choices {
  const byValue = new Map(all.map((choice) => [choice.value as unknown, choice]))
  const offered = (values: unknown[]) => all.filter((choice) => isOffered(choice, values))
  return {
    all,
    offered,
    safe: new Set([...byValue.values()].filter(isSafe).map(({ value }) => value)),
    check: (value, values, report, row) => {
      const choice = byValue.get(value)
      if (choice && isOffered(choice, values)) return choice
      const listed = offered(values).map((one) => one.value)
      report('unknownChoice', words.unknownChoice(listed), row)
      return undefined
    },
  }
}

const isSafe = ({ value, visible, enabled }: Choice): boolean =>
  !visible && !enabled && value !== 'other' && (typeof value !== 'string' || value.trim() !== '')

function isOffered({ value, visible, enabled }: Choice, values: unknown[]): boolean {
  if (!visible && !enabled) return true
  values[itemSlot] = value
  return (!visible || isTrue(visible(values))) && (!enabled || isTrue(enabled(values)))
}

/** SurveyJS takes 1 and '1' for yes here. */
const isTrue = (value: unknown): boolean => value === true || value === 1 || value === '1'
