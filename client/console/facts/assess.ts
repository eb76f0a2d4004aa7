import { checkFacts } from '../../../scoring/objective/check.ts'
import { entriesOfRows, type FactRow } from '../../../scoring/objective/entry.ts'
import { nameOf } from '../../../scoring/objective/given.ts'
import type { DataProblem } from '../../../scoring/objective/problem.ts'
import { type Trace, traceOf } from '../../../scoring/objective/trace.ts'
import type { RegionData } from '../../../scoring/result/checkRegion.ts'
import type { RegionResult } from '../../../scoring/result/result.ts'
import { scoreRegion } from '../../../scoring/result/total.ts'
import type { Input } from '../../../scoring/standard/input.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import type { Language } from '../../../scoring/text.ts'

export interface Assessment {
  /** By item, for those whose facts are in order. */
  traces: Record<string, Trace>
  problems: DataProblem[]
  /** With every item that has a problem left out; null where even so something is in conflict. */
  result: RegionResult | null
}

/** Checks and scores what is filled in, by the very code that the server runs. `others`: scores and survey of the region. */
export function assess(scheme: Scheme, rows: readonly FactRow[], others: Omit<RegionData, 'facts'>): Assessment {
  const { steps, problems } = checkFacts(scheme, entriesOfRows(rows))
  const faulty = new Set(problems.map(({ item }) => item))
  const items = scheme.dimensions.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items))
  const shared = new Set(
    items.flatMap(({ id, inputs }) => inputs.filter((input) => input.shared).map(({ key }) => `${id}.${key}`)),
  )
  const wrong = new Set(problems.map(({ item, key }) => `${item}.${key}`))
  // A shared fact of a faulty item still holds for its neighbours.
  const sound = rows.filter(({ indicator, input }) => {
    const place = `${indicator}.${input}`
    return !faulty.has(indicator) || (shared.has(place) && !wrong.has(place))
  })
  return {
    problems,
    traces: Object.fromEntries(
      items.flatMap((item) => {
        const score = steps[item.id]
        return score && !faulty.has(item.id) ? [[item.id, traceOf(score)]] : []
      }),
    ),
    result: scoreRegion(scheme, { ...others, facts: entriesOfRows(sound) }, { normalizeShares: false }).result,
  }
}

/** A problem's words without the place, where that stands beside it already. */
export function wordsOf(
  { message }: DataProblem,
  item: Pick<Item, 'id' | 'name'>,
  input: Input,
  language: Language,
): string {
  const place = `${item.id} ${nameOf(item, input)[language]}:`
  return message[language].startsWith(place) ? message[language].slice(place.length).trim() : message[language]
}
