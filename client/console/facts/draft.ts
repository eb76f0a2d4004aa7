import type { FactRow } from '../../../scoring/objective/entry.ts'
import type { Input } from '../../../scoring/standard/input.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import type { Indicator, Scheme } from '../../../scoring/standard/scheme.ts'
import type { FactInput } from '../../../server/shapes/inputs.ts'

/** Where a fact of an item comes from. */
export interface Evidence {
  source: string
  date: string
  note: string
}

/** What is filled in, before it is saved. */
export interface Draft {
  /** By `placeOf`, in the CSV form of R12; absent: not given. An empty text is the empty set. */
  values: Record<string, string>
  /** By item. */
  evidence: Record<string, Evidence>
}

export const placeOf = (item: string, key: string): string => `${item}.${key}`

export const noEvidence: Evidence = { source: '', date: '', note: '' }

/** A fact that items of an indicator share (R9) is filled in at the first of them. */
export function askedIn({ items }: Indicator, item: Item, { key, shared }: Input): string {
  if (!shared) return item.id
  return items.find(({ inputs }) => inputs.some((input) => input.key === key && input.shared))?.id ?? item.id
}

interface Asked {
  item: string
  name: string
  input: Input
  /** Where it is filled in. */
  at: string
}

/** Every value a scheme asks for, in its order; the survey's own as well. */
const askedBy = ({ dimensions }: Scheme): Asked[] =>
  dimensions.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => [
      ...(indicator.survey
        ? [{ item: indicator.id, name: indicator.survey.key, input: indicator.survey, at: indicator.id }]
        : []),
      ...indicator.items.flatMap((item) =>
        item.inputs.map((input) => ({ item: item.id, name: input.key, input, at: askedIn(indicator, item, input) })),
      ),
    ]),
  )

/** What was saved, as it is filled in. */
export function draftOf(scheme: Scheme, rows: readonly FactInput[]): Draft {
  const at = new Map(askedBy(scheme).map((asked) => [placeOf(asked.item, asked.name), asked.at]))
  const draft: Draft = { values: {}, evidence: {} }
  for (const { indicator, input, value, source = '', date = '', note = '' } of rows) {
    const place = placeOf(at.get(placeOf(indicator, input)) ?? indicator, input)
    draft.values[place] ??= value
    const before = draft.evidence[indicator] ?? noEvidence
    if (source || date || note) {
      draft.evidence[indicator] = {
        source: before.source || source,
        date: before.date || date,
        note: before.note || note,
      }
    }
  }
  return draft
}

/** What is filled in as the rows of a facts file, in the order of the scheme; evidence stands on the first row of its item. */
export function rowsOf(scheme: Scheme, { values, evidence }: Draft): (FactRow & Evidence)[] {
  const told = new Set<string>()
  return askedBy(scheme).flatMap(({ item, name, at }) => {
    const value = values[placeOf(item, name)]
    if (at !== item || value === undefined) return []
    const own = told.has(item) ? noEvidence : (evidence[item] ?? noEvidence)
    told.add(item)
    return [{ row: null, indicator: item, input: name, value, ...own }]
  })
}

/** The draft with one value changed; undefined: not given. */
export function withValue({ values, evidence }: Draft, place: string, value: string | undefined): Draft {
  const { [place]: _, ...others } = values
  return { evidence, values: value === undefined ? others : { ...others, [place]: value } }
}

export const sameDraft = (a: Draft, b: Draft): boolean => signature(a) === signature(b)

const signature = ({ values, evidence }: Draft) =>
  JSON.stringify([
    Object.entries(values).sort(),
    Object.entries(evidence)
      .filter(([, { source, date, note }]) => source || date || note)
      .map(([item, { source, date, note }]) => [item, source, date, note])
      .sort(),
  ])
