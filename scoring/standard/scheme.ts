import type { Text } from '../text.ts'
import { type NumberInput, percent } from './input.ts'
import type { Item, Untabled } from './item.ts'
import type { RulingId } from './rulings.ts'

export type SchemeId = 'city' | 'county'

export const standard = 'GB/T 33356—2022'

/** 指标体系: chapter 6 or annex A. */
export interface Scheme {
  id: SchemeId
  name: Text
  /** Where it stands in the standard. */
  source: Text
  /** Table of the weights. */
  weightsTable: string
  dimensions: Dimension[]
}

export type DimensionKind = 'objective' | 'deduction' | 'subjective'

/** 一级指标 */
export interface Dimension {
  id: string
  name: Text
  kind: DimensionKind
  /** Percent of the total; 0 for the deductions. */
  weight: number
  indicators: Indicator[]
}

/** 二级指标 */
export interface Indicator {
  id: string
  name: Text
  /** Percent of the total; 0 for a deduction. */
  weight: number
  /** Its table; null for the survey. */
  table: string | null
  rulings: RulingId[]
  /** None for the survey. */
  items: Item[]
  /** How its score is entered where it was worked out elsewhere; only of the survey. */
  survey?: NumberInput
  /** The id the standard prints where that is a misprint (R62). */
  printedId?: string
}

interface AboutIndicator {
  weight: number
  table: string
  rulings?: RulingId[]
}

export const indicator = (
  id: string,
  zh: string,
  en: string,
  { weight, table, rulings = [] }: AboutIndicator,
  items: Untabled[],
): Indicator => ({ id, name: { zh, en }, weight, table, rulings, items: items.map((item) => item(table)) })

const dimensionOf =
  (kind: DimensionKind) =>
  (id: string, zh: string, en: string, weight: number, indicators: Indicator[]): Dimension => ({
    id,
    name: { zh, en },
    kind,
    weight,
    indicators,
  })

export const dimension = dimensionOf('objective')

/** Its points are subtracted from the weighted sum (R4). */
export const deductions = (id: string, zh: string, en: string, indicators: Indicator[]): Dimension =>
  dimensionOf('deduction')(id, zh, en, 0, indicators)

/** The dimension that residents score: one L2 without items (R43). */
export const survey = (
  id: string,
  weight: number,
  more: { rulings?: RulingId[]; printedId?: string } = {},
): Dimension =>
  dimensionOf('subjective')(id, '市民体验', 'Citizen experience', weight, [
    {
      id: `${id}P1`,
      name: { zh: '市民体验调查', en: 'Citizen experience survey' },
      weight,
      table: null,
      rulings: [],
      items: [],
      survey: { key: 'survey', ...percent('市民体验调查得分', 'Citizen experience survey score', '分') },
      ...more,
    },
  ])
