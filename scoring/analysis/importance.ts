import type { DimensionEstimate } from '../subjective/score.ts'
import type { Text } from '../text.ts'
import { median } from './median.ts'

/** Where a dimension stands by how many want it better and how content they are, against the middle of all. */
export type ImportanceQuadrant = 'improve' | 'keep' | 'later' | 'enough'

export interface ImportancePoint {
  code: string
  label: Text
  /** Per cent of those asked who named it among what should be improved. */
  importance: number
  /** Score of the dimension, 0–100. */
  satisfaction: number
  quadrant: ImportanceQuadrant
}

export interface ImportanceMatrix {
  /** Who named anything. */
  people: number
  /** Medians of the dimensions, by which the quadrants are told. */
  middle: { importance: number; satisfaction: number }
  points: ImportancePoint[]
}

/**
 * Importance beside satisfaction (GB/T 19039—2009, appendix D) by what people say should be improved: descriptive, not
 * weighted, and no part of the score.
 * @param mentions people who named each dimension, by its code
 */
export function importanceMatrix(
  dimensions: readonly Pick<DimensionEstimate, 'code' | 'label' | 'score'>[],
  mentions: Readonly<Record<string, number>>,
  people: number,
): ImportanceMatrix {
  const known = dimensions.flatMap(({ code, label, score }) =>
    score === null || people === 0
      ? []
      : [{ code, label, importance: (100 * (mentions[code] ?? 0)) / people, satisfaction: score }],
  )
  const middle = {
    importance: median(known.map(({ importance }) => importance)),
    satisfaction: median(known.map(({ satisfaction }) => satisfaction)),
  }
  const quadrantOf = (important: boolean, content: boolean): ImportanceQuadrant => {
    if (important) return content ? 'keep' : 'improve'
    return content ? 'enough' : 'later'
  }
  return {
    people,
    middle,
    points: known.map((point) => ({
      ...point,
      quadrant: quadrantOf(point.importance >= middle.importance, point.satisfaction >= middle.satisfaction),
    })),
  }
}
