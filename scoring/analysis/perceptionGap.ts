import type { RegionResult } from '../result/result.ts'
import type { Dimension, Indicator, Scheme } from '../standard/scheme.ts'
import type { ItemEstimate } from '../subjective/score.ts'
import { median } from './median.ts'

/** Where an indicator stands against the middle of all compared ones: by the facts, and by what residents say. */
export type Quadrant = 'both-high' | 'facts-higher' | 'residents-higher' | 'both-low'

/** A part of the standard that is known from both sides. */
export interface PerceptionGap<Part extends { id: string } = Indicator> {
  /** The indicator or dimension. */
  part: Part
  /** Score by the standard, 0–100. */
  objective: number
  /** Mean of the survey's items of it, weighted as in the survey score, 0–100. */
  perceived: number
  quadrant: Quadrant
}

export interface PerceptionGaps<Part extends { id: string } = Indicator> {
  gaps: PerceptionGap<Part>[]
  /** Medians of the compared parts, by which the quadrants are told. */
  middle: { objective: number; perceived: number }
}

type PerceivedItem = Pick<ItemEstimate, 'indicator' | 'scored' | 'score' | 'weight'>

/**
 * Indicators that are known from both sides. The two scales measure different things (what there is, and how content
 * people are), so only the order within each side is compared, never one number with the other.
 */
export const perceptionGapsOf = (
  { dimensions }: Scheme,
  { indicators }: RegionResult,
  items: readonly PerceivedItem[],
): PerceptionGaps =>
  gapsAmong(
    dimensions.filter(({ kind }) => kind === 'objective').flatMap((dimension) => dimension.indicators),
    ({ id }) => indicators[id] ?? null,
    ({ id }) => items.filter((item) => item.indicator === id),
  )

/** The same for whole dimensions, each by all items that speak of its indicators. */
export const dimensionGapsOf = (
  scheme: Scheme,
  { dimensions }: RegionResult,
  items: readonly PerceivedItem[],
): PerceptionGaps<Dimension> =>
  gapsAmong(
    scheme.dimensions.filter(({ kind }) => kind === 'objective'),
    ({ id }) => dimensions[id] ?? null,
    ({ indicators }) => items.filter((item) => indicators.some(({ id }) => id === item.indicator)),
  )

function gapsAmong<Part extends { id: string }>(
  parts: readonly Part[],
  objectiveOf: (part: Part) => number | null,
  itemsOf: (part: Part) => readonly PerceivedItem[],
): PerceptionGaps<Part> {
  const both = parts.flatMap((part) => {
    const objective = objectiveOf(part)
    const perceived = mean(itemsOf(part).filter(({ scored }) => scored))
    return objective === null || perceived === null ? [] : [{ part, objective, perceived }]
  })
  const middle = {
    objective: median(both.map(({ objective }) => objective)),
    perceived: median(both.map(({ perceived }) => perceived)),
  }
  return {
    middle,
    gaps: both.map((gap) => ({
      ...gap,
      quadrant: quadrantOf(gap.objective >= middle.objective, gap.perceived >= middle.perceived),
    })),
  }
}

function quadrantOf(factsHigh: boolean, residentsHigh: boolean): Quadrant {
  if (factsHigh) return residentsHigh ? 'both-high' : 'facts-higher'
  return residentsHigh ? 'residents-higher' : 'both-low'
}

function mean(items: readonly Pick<ItemEstimate, 'score' | 'weight'>[]): number | null {
  const rated = items.filter(({ score, weight }) => score !== null && weight > 0)
  const weight = rated.reduce((sum, item) => sum + item.weight, 0)
  return weight === 0 ? null : rated.reduce((sum, item) => sum + (item.score ?? 0) * item.weight, 0) / weight
}
