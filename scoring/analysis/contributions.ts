import type { RegionResult } from '../result/result.ts'
import type { Indicator, Scheme } from '../standard/scheme.ts'
import type { ItemEstimate } from '../subjective/score.ts'
import type { Text } from '../text.ts'

/** A part of the total that no finer one is known of. */
export interface Contribution {
  /** Item, L2 where only its score is known, question of the survey, or `floor`. */
  id: string
  name: Text
  kind: 'item' | 'indicator' | 'survey' | 'deduction' | 'floor'
  /** Points of the total, negative where they are taken off; null: missing. */
  points: number | null
}

/** Sums of doubles differ in the last digits. */
const sameScore = 1e-9

export type SurveyItems = readonly Pick<ItemEstimate, 'name' | 'label' | 'score' | 'weight'>[]

/** The total is never below 0 (R4): what lifts it there. */
export const floor: Text = { zh: '总分不低于 0', en: 'The total is not below 0' }

/**
 * All that the total is made of; where nothing is missing the points add up to it.
 * @param items of the survey carried out here; none where its score was imported
 */
export function contributionsOf(scheme: Scheme, result: RegionResult, items: SurveyItems = []): Contribution[] {
  const parts = scheme.dimensions.flatMap(({ kind, indicators }) =>
    indicators.flatMap((indicator) => {
      if (kind === 'subjective') return ofSurvey(indicator, result, items)
      return kind === 'deduction' ? ofDeduction(indicator, result) : ofIndicator(indicator, result)
    }),
  )
  return result.totalRaw !== null && result.totalRaw < 0
    ? [...parts, { id: 'floor', name: floor, kind: 'floor', points: -result.totalRaw }]
    : parts
}

function ofIndicator({ id, name, weight, items }: Indicator, result: RegionResult): Contribution[] {
  const score = result.indicators[id] ?? null
  const points = items.map((item) => result.items[item.id] ?? null)
  const known = points.reduce<number>((sum, own) => sum + (own ?? 0), 0)
  if (score !== null && points.includes(null)) return [{ id, name, kind: 'indicator', points: (score * weight) / 100 }]
  // By R59 the L2 may be more than the sum of its items.
  const factor = score !== null && known > 0 && Math.abs(score - known) > sameScore ? score / known : 1
  return items.map((item, at) => {
    const own = points[at] ?? null
    return { id: item.id, name: item.name, kind: 'item', points: own === null ? null : (own * factor * weight) / 100 }
  })
}

function ofDeduction({ id, name, items }: Indicator, { deductions }: RegionResult): Contribution[] {
  const taken = (points: number | null | undefined) => (points == null ? null : 0 - points)
  const whole = deductions.indicators[id] ?? null
  if (whole !== null && items.some((item) => deductions.items[item.id] == null))
    return [{ id, name, kind: 'deduction', points: taken(whole) }]
  return items.map((item) => ({
    id: item.id,
    name: item.name,
    kind: 'deduction',
    points: taken(deductions.items[item.id]),
  }))
}

function ofSurvey({ id, name, weight }: Indicator, result: RegionResult, items: SurveyItems): Contribution[] {
  const score = result.indicators[id] ?? null
  const rated = items.filter((item) => item.weight > 0 && item.score !== null)
  const sum = rated.reduce((before, item) => before + item.weight * (item.score ?? 0), 0)
  // Where the items do not make up the score (a dimension without answers), it stands as a whole.
  if (score === null || rated.length === 0 || Math.abs(sum - score) > sameScore)
    return [{ id, name, kind: 'survey', points: score === null ? null : (score * weight) / 100 }]
  return rated.map((item) => ({
    id: item.name,
    name: item.label,
    kind: 'survey',
    points: (item.weight * (item.score ?? 0) * weight) / 100,
  }))
}
