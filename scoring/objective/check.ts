import type { Indicator, Scheme } from '../standard/scheme.ts'
import { inconsistencies } from './consistency.ts'
import type { Entry } from './entry.ts'
import { type Given, isProvided, readItem } from './given.ts'
import { groupBy } from './groupBy.ts'
import { type Finding, said } from './messages.ts'
import { type DataProblem, inOrder } from './problem.ts'
import { type ItemScore, scoreItem } from './scoreItem.ts'
import { shareFacts } from './shared.ts'
import { type EnteredSurvey, readSurveyEntries } from './surveyEntry.ts'

export interface CheckedFacts {
  /** By item, with its facts; only items that are provided. They hold where there is no problem. */
  steps: Record<string, ItemScore>
  /** L2s of which anything was given, the survey's included. */
  indicators: Set<string>
  survey: EnteredSurvey | null
  /** All of them, in order; where there is one nothing may be scored (R11). */
  problems: DataProblem[]
}

/** Checks one region's facts, all of them before anything is scored (R8, R9, R11, R12). */
export function checkFacts(scheme: Scheme, entries: readonly Entry[]): CheckedFacts {
  const byItem = groupBy(entries, ({ item }) => item)
  const indicators = scheme.dimensions.flatMap((dimension) => dimension.indicators)
  const steps: Record<string, ItemScore> = {}
  const given = new Set<string>()
  const findings = unknownItems(indicators, byItem)
  let survey: EnteredSurvey | null = null
  for (const indicator of indicators) {
    if (indicator.survey) {
      const read = readSurveyEntries(indicator, indicator.survey, byItem.get(indicator.id) ?? [])
      survey = read.survey
      findings.push(...read.findings)
      if (survey) given.add(indicator.id)
      continue
    }
    const items = indicator.items.map((item) => readItem(item, byItem.get(item.id) ?? []))
    if (items.some(hasAny)) given.add(indicator.id)
    shareFacts(items)
    for (const item of items) {
      findings.push(...item.findings)
      if (!isProvided(item)) continue
      const score = scoreItem(item.item, item.facts)
      findings.push(...inconsistencies(item, score.step))
      steps[item.item.id] = score
    }
  }
  return { steps, indicators: given, survey, problems: inOrder(scheme, findings.map(said)) }
}

const hasAny = ({ item, entries }: Given) => item.inputs.some(({ key }) => entries.has(key))

function unknownItems(indicators: Indicator[], byItem: Map<string, Entry[]>): Finding[] {
  const known = new Set(indicators.flatMap(({ id, survey, items }) => (survey ? [id] : items.map((item) => item.id))))
  return [...byItem].flatMap(([item, [first]]) =>
    known.has(item)
      ? []
      : [{ item, key: null, reason: 'unknownItem', row: first?.row ?? null, name: { zh: '', en: '' }, found: item }],
  )
}
