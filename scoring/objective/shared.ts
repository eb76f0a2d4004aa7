import { compare } from '../standard/exact.ts'
import { isFigure } from '../standard/fact.ts'
import { about, type Given } from './given.ts'

/** Facts that several items of an L2 share (R9): given once they hold for all, given differently they are a conflict. */
export function shareFacts(items: Given[]): void {
  const keys = new Set(items.flatMap(({ item }) => item.inputs.filter(({ shared }) => shared).map(({ key }) => key)))
  for (const key of keys) shareFact(items, key)
}

function shareFact(items: Given[], key: string): void {
  const first = items.find(({ facts }) => key in facts)
  const fact = first?.facts[key]
  const entry = first?.entries.get(key) ?? items.map(({ entries }) => entries.get(key)).find(Boolean)
  for (const given of items) {
    const input = given.item.inputs.find((input) => input.key === key)
    if (!input) continue
    const own = given.facts[key]
    if (own === undefined) {
      if (!given.entries.has(key) && entry) given.entries.set(key, entry)
      if (fact !== undefined && given.entries.get(key) === entry) given.facts[key] = fact
    } else if (first && isFigure(own) && isFigure(fact) && compare(own.exact, fact.exact) !== 0) {
      delete given.facts[key]
      given.findings.push({
        ...about(given.item, input, 'sharedConflict', given.entries.get(key)),
        expected: { zh: `${first.item.id} 填的是“${fact.text}”`, en: `“${fact.text}” in ${first.item.id}` },
      })
    }
  }
}
