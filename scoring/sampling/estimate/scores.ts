import type { Estimand, ScoreRule } from './designFile.ts'
import type { Input } from './readInput.ts'

/** Numeric columns by name, NaN where a cell is missing. */
export type NumericColumns = ReadonlyMap<string, Float64Array>

const itemsOf = (dimension: ScoreRule['dimensions'][number]) => dimension.items.map(({ name }) => name)

/** Names of all scored items, dimension by dimension. */
export const scoredItems = ({ dimensions }: ScoreRule): string[] => dimensions.flatMap(itemsOf)

/** A rating on 0…100. */
export const onHundred = (values: Float64Array, { item_min, item_max }: ScoreRule): Float64Array =>
  values.map((value) => ((value - item_min) / (item_max - item_min)) * 100)

/**
 * For each dimension and row the mean of the answered items on 0…100, NaN where fewer than `min_items` are answered.
 * @throws TypeError if a column is missing: the reading of the input sees to that
 */
function dimensionScores(score: ScoreRule, columns: NumericColumns): Float64Array[] {
  return score.dimensions.map((dimension) => {
    const items = itemsOf(dimension).map((name) => onHundred(columns.get(name)!, score))
    return new Float64Array(items[0]?.length ?? 0).map((_, row) => {
      let sum = 0
      let answered = 0
      for (const values of items)
        if (!Number.isNaN(values[row])) {
          sum += values[row]!
          answered += 1
        }
      return answered >= score.min_items ? sum / answered : Number.NaN
    })
  })
}

/** Weighted mean of the dimensions a row has, NaN where it has fewer than `min_dimensions`. */
function compositeScore({ dimensions, min_dimensions }: ScoreRule, scores: Float64Array[]): Float64Array {
  return new Float64Array(scores[0]?.length ?? 0).map((_, row) => {
    let sum = 0
    let weight = 0
    let available = 0
    dimensions.forEach((dimension, index) => {
      const score = scores[index]![row]!
      if (Number.isNaN(score)) return
      sum += dimension.weight * score
      weight += dimension.weight
      available += 1
    })
    return available >= min_dimensions ? sum / weight : Number.NaN
  })
}

/** An estimand with its value for each row, NaN where it is missing. */
export interface Values {
  name: string
  kind: Estimand['kind']
  y: Float64Array
}

/** The value of every estimand for each row. */
export function valuesBy({ design: { score, estimands }, columns, topbox }: Input): Values[] {
  const scores = score === null ? [] : dimensionScores(score, columns)
  const dimensions = new Map(score?.dimensions.map(({ name }, index) => [name, scores[index]!]))
  const composite = score === null ? new Float64Array() : compositeScore(score, scores)
  const valuesOf = (estimand: Estimand): Float64Array => {
    if (estimand.kind === 'item') return columns.get(estimand.column)!
    if (estimand.kind === 'topbox') return topbox.get(estimand.name)!
    return estimand.kind === 'dimension' ? dimensions.get(estimand.dimension)! : composite
  }
  return estimands.map((estimand) => ({ name: estimand.name, kind: estimand.kind, y: valuesOf(estimand) }))
}
