import type { Item } from '../../../scoring/standard/item.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Text } from '../../../scoring/text.ts'
import type { IndicatorSource, RegionResult, SchemeId } from '../../../server/shapes/evaluation.ts'

/** A line of the score tree: a dimension, an indicator or an item. */
export interface ScoreRow {
  id: string
  name: Text
  /** Points of the total for L1 and L2; the item's share of its L2 in per cent; null for deductions. */
  weight: number | null
  /** 0–100 for L1 and L2; an item's points of its L2; points off for deductions. */
  score: number | null
  bounds: [number, number] | null
  /** Points of the total; negative for deductions. */
  contribution: number | null
  source: IndicatorSource | null
  deduction: boolean
  /** An item that was scored from facts opens to how. */
  explains?: Item
  children?: ScoreRow[]
}

/** The score tree of a result, in the order of the standard. Contributions of a level add up to their parent's. */
export function scoreRows(
  scheme: SchemeId,
  result: RegionResult,
  sources: Record<string, IndicatorSource>,
): ScoreRow[] {
  return schemes[scheme].dimensions.map((dimension) => {
    const deduction = dimension.kind === 'deduction'
    const score = deduction ? result.deductions.total : (result.dimensions[dimension.id] ?? null)
    return {
      id: dimension.id,
      name: dimension.name,
      weight: deduction ? null : dimension.weight,
      score,
      bounds: deduction ? result.bounds.deductions : (result.bounds.dimensions[dimension.id] ?? null),
      contribution: contribution(score, dimension.weight, deduction),
      source: null,
      deduction,
      children: dimension.indicators.map((indicator) => {
        const score = (deduction ? result.deductions.indicators : result.indicators)[indicator.id] ?? null
        const items = indicator.items.map((item): ScoreRow => {
          const points = (deduction ? result.deductions.items : result.items)[item.id] ?? null
          const row = {
            id: item.id,
            name: item.name,
            weight: item.kind === 'scored' ? item.share : null,
            score: points,
            bounds: null,
            contribution: contribution(points, indicator.weight, deduction),
            source: sources[indicator.id] ?? null,
            deduction,
          }
          return points === null ? row : { ...row, children: [{ ...row, id: `${item.id}?`, explains: item }] }
        })
        return {
          id: indicator.id,
          name: indicator.name,
          weight: deduction ? null : indicator.weight,
          score,
          bounds: deduction ? null : (result.bounds.indicators[indicator.id] ?? null),
          contribution: contribution(score, indicator.weight, deduction),
          source: sources[indicator.id] ?? null,
          deduction,
          ...(items.length > 0 && { children: items }),
        }
      }),
    }
  })
}

function contribution(score: number | null, weight: number, deduction: boolean): number | null {
  if (score === null) return null
  return deduction ? -score : (score * weight) / 100
}

/** How many L2s have their score from a source, and what these add to the total. */
interface SourcePoints {
  source: IndicatorSource
  indicators: number
  /** Points of the total, deductions taken off; what is missing counts as nothing. */
  points: number
}

/** What the total is made of by where it comes from; together the points make up the sum before the floor at 0. */
export function pointsBySource(
  scheme: SchemeId,
  result: RegionResult,
  sources: Record<string, IndicatorSource>,
): SourcePoints[] {
  const indicators = scoreRows(scheme, result, sources).flatMap(({ children = [] }) => children)
  return (['facts', 'imported', 'survey', 'missing'] as const).flatMap((source) => {
    const own = indicators.filter((row) => row.source === source)
    if (own.length === 0) return []
    const points = own.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)
    return [{ source, indicators: own.length, points }]
  })
}
