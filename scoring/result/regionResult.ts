import { exactly, type Fraction } from '../standard/exact.ts'
import type { Dimension } from '../standard/scheme.ts'
import type { IndicatorScore } from './indicatorScore.ts'
import type { RegionResult } from './result.ts'
import { boundsOf, notBelowZero, numberOf, type Span, scaleSpan, subtractSpan, sumSpans } from './span.ts'
import { type Survey, uncertaintyOf } from './survey.ts'

export interface DimensionScore {
  dimension: Dimension
  indicators: IndicatorScore[]
  /** 0–100; of the deductions, points off the total. */
  span: Span
}

/** Weighted sum minus deductions (R4), with what is missing and what it could be worth (R8). */
export function resultOf(dimensions: DimensionScore[], survey: Survey | null): RegionResult {
  const ofKind = (kind: Dimension['kind']) => dimensions.filter(({ dimension }) => dimension.kind === kind)
  const weighted = dimensions.filter(({ dimension }) => dimension.kind !== 'deduction')
  const objective = contribution(ofKind('objective'))
  const subjective = contribution(ofKind('subjective'))
  const deductions = sumSpans(ofKind('deduction').map(({ span }) => span))
  const totalRaw = subtractSpan(sumSpans([objective, subjective]), deductions)
  const total = notBelowZero(totalRaw)
  const missing = missingOf(dimensions)
  const uncertainty = survey && uncertaintyOf(survey, surveyShare(dimensions), numberOf(totalRaw))
  return {
    items: itemScores(ofKind('objective')),
    indicators: byIndicator(weighted, numberOf),
    dimensions: byDimension(weighted, numberOf),
    deductions: {
      items: itemScores(ofKind('deduction')),
      indicators: byIndicator(ofKind('deduction'), numberOf),
      total: numberOf(deductions),
    },
    objective: numberOf(objective),
    subjective: numberOf(subjective),
    totalRaw: numberOf(totalRaw),
    total: numberOf(total),
    complete: missing.length === 0,
    missing,
    bounds: {
      indicators: byIndicator(weighted, boundsOf),
      dimensions: byDimension(weighted, boundsOf),
      objective: boundsOf(objective),
      subjective: boundsOf(subjective),
      deductions: boundsOf(deductions),
      totalRaw: boundsOf(totalRaw),
      total: boundsOf(total),
    },
    ...(uncertainty && { uncertainty }),
  }
}

const percent = (weight: number): Fraction => ({ n: exactly(weight).n, d: 100n * exactly(weight).d })

const contribution = (dimensions: DimensionScore[]) =>
  sumSpans(dimensions.map(({ dimension, span }) => scaleSpan(span, percent(dimension.weight))))

const surveyShare = (dimensions: DimensionScore[]) =>
  dimensions.reduce((sum, { dimension: { kind, weight } }) => sum + (kind === 'subjective' ? weight / 100 : 0), 0)

const indicatorsOf = (dimensions: DimensionScore[]) => dimensions.flatMap(({ indicators }) => indicators)

const itemScores = (dimensions: DimensionScore[]) =>
  Object.fromEntries(
    indicatorsOf(dimensions).flatMap(({ items }) => items.map(({ item, span }) => [item.id, numberOf(span)])),
  )

const byIndicator = <V>(dimensions: DimensionScore[], of: (span: Span) => V): Record<string, V> =>
  Object.fromEntries(indicatorsOf(dimensions).map(({ indicator, span }) => [indicator.id, of(span)]))

const byDimension = <V>(dimensions: DimensionScore[], of: (span: Span) => V): Record<string, V> =>
  Object.fromEntries(dimensions.map(({ dimension, span }) => [dimension.id, of(span)]))

/** In the order of the scheme; the survey's L2, the last dimension, stands for itself. */
const missingOf = (dimensions: DimensionScore[]): string[] =>
  indicatorsOf(dimensions).flatMap(({ indicator, kind, items, span }) =>
    kind === 'subjective'
      ? span.value === null
        ? [indicator.id]
        : []
      : items.flatMap(({ item, missing }) => (missing ? [item.id] : [])),
  )
