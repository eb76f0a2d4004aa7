import type { FactRow } from '../../../scoring/objective/entry.ts'
import type { Input } from '../../../scoring/standard/input.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import type { Indicator, Scheme } from '../../../scoring/standard/scheme.ts'

/** Numbers from 0 to below 1 from a seed. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number

export const itemsOf = ({ dimensions }: Scheme): { indicator: Indicator; item: Item }[] =>
  dimensions.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => indicator.items.map((item) => ({ indicator, item }))),
  )

/** Valid facts, made up: of every item with this probability, in the order of the scheme. */
export function madeUpFacts(scheme: Scheme, seed: number, presence = 1): FactRow[] {
  const random = numbersFrom(seed)
  return scheme.dimensions.flatMap(({ indicators }) =>
    indicators.flatMap(({ items }) => {
      const shared = new Map<string, string>()
      return items.flatMap((item) => (random() < presence ? rowsFor(item, shared, random) : []))
    }),
  )
}

function rowsFor(item: Item, shared: Map<string, string>, random: Random): FactRow[] {
  const values = new Map<string, string>()
  // Wholes before their parts.
  const ordered = [...item.inputs].sort((a, b) => depth(item, a) - depth(item, b))
  for (const input of ordered) {
    const known = input.shared ? shared.get(input.key) : undefined
    const value = known ?? valueFor(item, input, values, random)
    values.set(input.key, value)
    if (input.shared) shared.set(input.key, value)
  }
  return item.inputs.map(({ key }) => ({ row: null, indicator: item.id, input: key, value: values.get(key) ?? '' }))
}

const depth = ({ inputs }: Item, input: Input): number => {
  const whole = 'atMost' in input ? inputs.find(({ key }) => key === input.atMost) : undefined
  return whole ? 1 + depth({ inputs } as Item, whole) : 0
}

function valueFor(item: Item, input: Input, values: Map<string, string>, random: Random): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  if (input.type === 'boolean') return pick(['true', 'false'])
  if (input.type === 'choice') return pick(input.options).key
  if (input.type === 'set') {
    return input.options
      .filter(() => random() < 0.6)
      .map(({ key }) => key)
      .join(';')
  }
  if (input.type === 'percent') return pick(['0', '100', '79.99', '80', '90', '95', (random() * 100).toFixed(2)])
  const limit = 'atMost' in input && input.atMost !== undefined ? Number(values.get(input.atMost)) : null
  const taken = item.sumAtMost
    .filter(({ keys }) => keys.includes(input.key))
    .flatMap(({ keys }) => keys.map((key) => Number(values.get(key) ?? 0)))
    .reduce((sum, one) => sum + one, 0)
  const most = limit === null ? null : limit - taken
  if (input.type === 'count') {
    return String(most === null ? 1 + Math.floor(random() * 40) : pick([0, most, Math.floor(random() * (most + 1))]))
  }
  return most === null ? (0.1 + random() * 50).toFixed(2) : pick(['0', String(most), (random() * most).toFixed(2)])
}
