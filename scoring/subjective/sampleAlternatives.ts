import type { ImportancePoint } from '../analysis/importance.ts'
import { type Alternative, alternatives } from './alternatives.ts'
import { basisOf } from './basis.ts'
import { combineIndependent } from './independent.ts'
import { partsOf, type SampledSurvey } from './scoreSample.ts'

/**
 * The score by the other common choices of weights and scale, over the same samples and by the same shares as the score
 * itself; its first row is the score.
 * @param importance weight of each dimension by its code; absent: no such row
 * @throws RangeError where a mixed sample comes without its drawn part
 */
export function sampleAlternatives(sampled: SampledSurvey, importance?: Record<string, number>): Alternative[] {
  const parts = partsOf(sampled).map(({ data, share }) => ({
    rows: alternatives(data, importance),
    degreesOfFreedom: basisOf(data).degreesOfFreedom,
    coefficient: share,
  }))
  const [first, ...others] = parts
  if (first === undefined) return []
  if (others.length === 0) return first.rows
  return first.rows.map(({ code, label }, row) => {
    const { value, se, interval } = combineIndependent(
      parts.map(({ rows, ...part }) => ({ ...part, estimate: rows[row]! })),
    )
    return { code, label, score: value, se, interval }
  })
}

/**
 * Weights of the dimensions by how many named them as what they would most like to see improved (question O3):
 * descriptive only. A dimension that nobody named has the weight 0; undefined where nobody named any.
 */
export function importanceWeights({
  points,
}: {
  points: readonly Pick<ImportancePoint, 'code' | 'importance'>[]
}): Record<string, number> | undefined {
  const total = points.reduce((sum, { importance }) => sum + importance, 0)
  if (!(total > 0)) return undefined
  return Object.fromEntries(points.map(({ code, importance }) => [code, importance / total]))
}
