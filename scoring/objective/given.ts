import type { Fact } from '../standard/fact.ts'
import type { Input } from '../standard/input.ts'
import type { Item } from '../standard/item.ts'
import type { Text } from '../text.ts'
import type { Entry } from './entry.ts'
import { expected } from './expected.ts'
import type { Finding } from './messages.ts'
import { readFact } from './readFact.ts'

/** What one region gave for one item, value by value. */
export interface Given {
  item: Item
  /** The first entry of every key, valid or not. */
  entries: Map<string, Entry>
  /** The valid values. */
  facts: Record<string, Fact>
  findings: Finding[]
}

export const nameOf = (item: Pick<Item, 'name'>, input?: Input): Text => ({
  zh: input ? `${item.name.zh} · ${input.label.zh}` : item.name.zh,
  en: input ? `${item.name.en} · ${input.label.en}` : item.name.en,
})

/** A finding about one input of an item. */
export const about = (item: Item, input: Input, reason: Finding['reason'], entry?: Entry): Finding => ({
  item: item.id,
  key: input.key,
  reason,
  row: entry?.row ?? null,
  name: nameOf(item, input),
  found: entry?.value,
  expected: expected(input),
})

/** Reads the entries of one item, each value by itself (R11 down to the options, and what is given twice). */
export function readItem(item: Item, list: Entry[]): Given {
  const given: Given = { item, entries: new Map(), facts: {}, findings: [] }
  for (const entry of list) {
    const input = item.inputs.find(({ key }) => key === entry.key)
    const repeated = given.entries.has(entry.key)
    given.entries.set(entry.key, given.entries.get(entry.key) ?? entry)
    if (!input) {
      if (!repeated) given.findings.push(unknownInput(item, entry))
      continue
    }
    const reading = readFact(input, entry.value, entry.written)
    if ('reason' in reading) given.findings.push(about(item, input, reading.reason, entry))
    else if (repeated) given.findings.push(about(item, input, 'duplicateInput', entry))
    else given.facts[input.key] = reading.fact
  }
  return given
}

const unknownInput = (item: Item, { key, row }: Entry): Finding => ({
  item: item.id,
  key,
  reason: 'unknownInput',
  row,
  name: nameOf(item),
  found: key,
  expected: listOf(item.inputs),
})

export const listOf = (inputs: Input[]): Text => ({
  zh: inputs.map(({ key, label }) => `${key}(${label.zh})`).join('、'),
  en: inputs.map(({ key, label }) => `${key} (${label.en})`).join(', '),
})

/** Whether anything of its own was given; a shared fact alone provides no item (R8, R9). */
export const isProvided = ({ item, entries }: Given): boolean =>
  item.inputs.some(({ key, shared }) => !shared && entries.has(key))
