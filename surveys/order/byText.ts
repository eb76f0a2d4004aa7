import { isOn, type Json } from '../answers/json.ts'
import type { Choice } from '../answers/kinds/choices.ts'

/** The choices of a question in the order of their texts where its `choicesOrder` is `asc` or `desc`, as SurveyJS has them. */
export function inOrderOfTexts(offered: readonly Choice[], json: Json, textOf: (choice: Choice) => string): Choice[] {
  const order = String(json.choicesOrder ?? 'none').toLowerCase()
  const direction = order === 'asc' ? 1 : order === 'desc' ? -1 : 0
  if (direction === 0) return [...offered]
  const own = offered.filter((choice) => !isAdded(choice, json))
  const added = offered.filter((choice) => isAdded(choice, json))
  return [...own.sort((one, other) => direction * compareTexts(textOf(one), textOf(other))), ...added]
}

/** What SurveyJS adds to the choices comes after them. */
const isAdded = ({ value, isOther }: Choice, json: Json): boolean =>
  isOther ||
  (value === 'none' && isOn(json, 'showNoneItem', 'hasNone')) ||
  (value === 'refused' && isOn(json, 'showRefuseItem')) ||
  (value === 'dontknow' && isOn(json, 'showDontKnowItem'))

/** Character by character; where both have digits in the same place, by the numbers that begin there. */
function compareTexts(one: string, other: string): number {
  const [a, b] = [one.trim(), other.trim()]
  if (a === b) return 0
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at] && !isDigit(a[at])) at++
  const difference = numberAt(a, at) - numberAt(b, at)
  if (difference) return difference
  return a > b ? 1 : -1
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character)

/** NaN where there is none. */
const numberAt = (text: string, at: number): number =>
  isDigit(text[at]) ? Number.parseInt(text.slice(at), 10) : Number.NaN
