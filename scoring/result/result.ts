import type { SampleKind } from '../subjective/score.ts'

export type Interval = [lowest: number, highest: number]

/** One region's result: unrounded, null where something is missing (CONTRACT section 5, R4, R8). */
export interface RegionResult {
  items: Record<string, number | null>
  indicators: Record<string, number | null>
  dimensions: Record<string, number | null>
  deductions: {
    items: Record<string, number | null>
    indicators: Record<string, number | null>
    total: number | null
  }
  objective: number | null
  subjective: number | null
  totalRaw: number | null
  total: number | null
  complete: boolean
  /** Items in the order of the scheme, the survey's L2 last. */
  missing: string[]
  bounds: {
    indicators: Record<string, Interval>
    dimensions: Record<string, Interval>
    objective: Interval
    subjective: Interval
    deductions: Interval
    totalRaw: Interval
    total: Interval
  }
  /** Of the survey only; absent where it gives no standard error. */
  uncertainty?: Uncertainty
}

export interface Uncertainty {
  subjective: { score: number; se: number; interval: Interval; kind: SampleKind; nEffective: number | null }
  /** null while something is missing. */
  total: { se: number; interval: Interval } | null
}

/** Where the score of an L2 comes from. */
export type IndicatorSource = 'facts' | 'imported' | 'survey' | 'missing'
