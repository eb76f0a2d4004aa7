import type { DataProblem } from '../objective/problem.ts'
import type { ItemScore } from '../objective/scoreItem.ts'
import type { Dimension, Scheme } from '../standard/scheme.ts'
import { type CheckedRegion, checkRegion, type RegionData } from './checkRegion.ts'
import { scoreIndicator } from './indicatorScore.ts'
import { type DimensionScore, resultOf } from './regionResult.ts'
import type { IndicatorSource, RegionResult } from './result.ts'
import { averageSpans, sumSpans } from './span.ts'

export interface Options {
  /** R59: multiply the score of an L2 whose shares do not add up to 100 %. Named in every result in which it is on. */
  normalizeShares: boolean
}

export interface ScoredRegion {
  /** null where there are errors. */
  result: RegionResult | null
  errors: DataProblem[]
  /** By L2. */
  sources: Record<string, IndicatorSource>
  /** By item, of those scored from facts; `traceOf` puts one into words. */
  steps: Record<string, ItemScore>
}

/** Checks and scores one region: facts, imported scores and survey together (R4, R8, R11, R59; section 7 of the standard). */
export function scoreRegion(scheme: Scheme, data: RegionData, options: Options): ScoredRegion {
  const region = checkRegion(scheme, data)
  if (region.problems.length > 0) return { result: null, errors: region.problems, sources: {}, steps: {} }
  const dimensions = scheme.dimensions.map((dimension) => scoreDimension(dimension, region, options))
  const indicators = dimensions.flatMap((dimension) => dimension.indicators)
  return {
    result: resultOf(dimensions, region.survey),
    errors: [],
    sources: Object.fromEntries(indicators.map(({ indicator, source }) => [indicator.id, source])),
    steps: Object.fromEntries(indicators.flatMap(({ steps }) => steps.map((score) => [score.item.id, score]))),
  }
}

function scoreDimension(dimension: Dimension, region: CheckedRegion, { normalizeShares }: Options): DimensionScore {
  const indicators = dimension.indicators.map((indicator) =>
    scoreIndicator(indicator, dimension.kind, region, normalizeShares),
  )
  const span =
    dimension.kind === 'deduction'
      ? sumSpans(indicators.map((indicator) => indicator.span))
      : averageSpans(indicators.map(({ span, indicator }) => ({ span, weight: indicator.weight })))
  return { dimension, indicators, span }
}
