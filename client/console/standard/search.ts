import { rulingsOf } from '../../../scoring/objective/trace.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import type { Indicator } from '../../../scoring/standard/scheme.ts'

/** Everything an item can be found by, in both languages. */
function wordsOf(item: Item, indicator: Indicator): string {
  const texts = [
    item.name,
    indicator.name,
    ...item.inputs.flatMap((input) => [
      input.label,
      ...('options' in input ? input.options.map(({ label }) => label) : []),
    ]),
    ...rulingsOf(item).map(({ text }) => text),
  ]
  return [item.id, ...item.inputs.map(({ key }) => key), ...item.rulings, ...texts.flatMap(({ zh, en }) => [zh, en])]
    .join('\n')
    .toLowerCase()
}

/** The items of an indicator that hold every word of the query; all of them for an empty one. */
export function itemsFound(indicator: Indicator, query: string): Item[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return wanted.length === 0
    ? indicator.items
    : indicator.items.filter((item) => {
        const words = wordsOf(item, indicator)
        return wanted.every((word) => words.includes(word))
      })
}
