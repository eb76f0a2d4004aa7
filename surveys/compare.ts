import type { Text } from '../scoring/text.ts'
import { isJson, type Json } from './answers/json.ts'
import { elementsIn, type Placed } from './elements.ts'
import { readKey } from './key.ts'
import { choiceProperties } from './publishing/choiceLists.ts'
import { shownProperties, textsOf } from './publishing/texts.ts'

/** One difference between two versions of a questionnaire. */
export interface Change {
  /** Names from the outside in, then the property; where the element is gone, its old place. */
  path: string
  kind: 'added' | 'removed' | 'moved' | 'reworded' | 'reweighted' | 'changed'
  before?: unknown
  after?: unknown
  /** Why answers to the two versions must not be pooled: the item keeps its code but is another question. */
  caution?: Text
}

/** What changed from one version to the next: elements by their names, texts, weights, and everything else by property. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Change[] {
  const old = elementsByKey(before)
  const now = elementsByKey(after)
  const changes = differences({ path: 'survey', before: around(before), after: around(after) })
  for (const [key, { path }] of old) if (!now.has(key)) changes.push({ path, kind: 'removed' })
  for (const [key, element] of now) {
    const previous = old.get(key)
    if (previous) changes.push(...changesOf(previous, element))
    else changes.push({ path: element.path, kind: 'added' })
  }
  return [...changes, ...moves([...old.keys()], [...now.keys()], now), ...reweighted(before, after)]
}

const elementsByKey = (json: Json) => new Map(elementsIn(json).map((one) => [keyOf(one), one]))

const keyOf = ({ kind, json }: Placed) => `${kind} ${json.name}`

/** The survey without its pages, a page or panel without what stands in it. */
const around = ({ pages: _, elements: __, questions: ___, ...own }: Json): Json => own

function changesOf(before: Placed, after: Placed): Change[] {
  const moved =
    before.path === after.path
      ? []
      : [{ path: after.path, kind: 'moved' as const, before: before.path, after: after.path }]
  const changes = differences({ path: after.path, before: around(before.json), after: around(after.json) })
  const isRated = after.json.indicator !== undefined && before.json.indicator !== undefined
  return [...moved, ...(isRated ? changes.map(cautioned) : changes)]
}

const sameCode: Text = {
  zh: '换了问法却沿用原代码：新旧答案不是同一道题，请改用新代码',
  en: 'It asks something else under the same code: old and new answers are not of one question; give it a new code',
}

const cautioned = (change: Change): Change =>
  change.kind === 'reworded' || asksElse.some((property) => change.path.endsWith(`.${property}`))
    ? { ...change, caution: sameCode }
    : change

const asksElse = ['type', 'indicator', ...choiceProperties]

interface Pair {
  path: string
  before: Json
  after: Json
}

/** Texts one by one; of other properties only that they differ. */
function differences({ path, before, after }: Pair): Change[] {
  const changes: Change[] = []
  const old = textsByPlace(before)
  const now = textsByPlace(after)
  for (const [place, value] of now) {
    const previous = old.get(place)
    if (previous !== undefined && differ(previous, value)) {
      changes.push({ path: `${path}.${place}`, kind: 'reworded', before: previous, after: value })
    } else if (previous === undefined && !place.includes('.')) {
      changes.push({ path: `${path}.${place}`, kind: 'added', after: value })
    }
  }
  for (const [place, value] of old) {
    if (!now.has(place) && !place.includes('.'))
      changes.push({ path: `${path}.${place}`, kind: 'removed', before: value })
  }
  for (const property of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (shownProperties.has(property)) continue
    const [was, is] = [wordless(before[property]), wordless(after[property])]
    if (differ(was, is)) changes.push({ path: `${path}.${property}`, kind: 'changed', before: was, after: is })
  }
  return changes
}

const textsByPlace = (json: Json) => new Map(textsOf(json).map(({ path, value }) => [path, value]))

/** The value without its texts, which are compared for themselves. */
function wordless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wordless)
  if (!isJson(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([property]) => !shownProperties.has(property))
      .map(([property, own]) => [property, wordless(own)]),
  )
}

/** Whatever the order of keys. */
const differ = (one: unknown, other: unknown) => sorted(one) !== sorted(other)

const sorted = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, own: unknown) =>
    isJson(own) ? Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1))) : own,
  )

/** Elements that both have, in another order. */
function moves(old: string[], now: string[], elements: Map<string, Placed>): Change[] {
  const kept = old.filter((key) => elements.has(key))
  const order = now.filter((key) => old.includes(key))
  const first = order.findIndex((key, at) => key !== kept[at])
  if (first < 0) return []
  const path = elements.get(order[first] ?? '')?.path ?? 'survey'
  return [{ path, kind: 'moved', before: kept.slice(first).map(nameIn), after: order.slice(first).map(nameIn) }]
}

const nameIn = (key: string) => key.slice(key.indexOf(' ') + 1)

/** Items and dimensions that both have, with another share of the score. */
function reweighted(before: Json, after: Json): Change[] {
  const old = weightsOf(before)
  return [...weightsOf(after)].flatMap(([path, weight]): Change[] => {
    const was = old.get(path)
    return was === undefined || Math.abs(was - weight) < 1e-12
      ? []
      : [{ path, kind: 'reweighted', before: was, after: weight }]
  })
}

function weightsOf(questionnaire: Json): Map<string, number> {
  const { dimensions, items } = readKey(questionnaire).key
  return new Map([
    ...dimensions.map(({ code, weight }) => [`dimensions.${code}`, weight] as const),
    ...items.map(({ name, weight }) => [name, weight] as const),
  ])
}
