import type { ScoringKey } from './key.ts'
import type { ScoringRules } from './rules.ts'

export interface ItemsInUse {
  /** Share of the survey score that each item carries; 0 for one that is not scored. They sum to 1 if no dimension is empty. */
  weights: Float64Array
  /** Indices of items that should be scored but have too few raters. */
  thin: number[]
  /** Codes of dimensions with a weight but without an item left. */
  emptyDimensions: string[]
}

/**
 * Which items are scored, and with what weight (SURVEY-PRACTICE 5.7 step 6): the weight of an item with too few raters
 * goes to the other items of its L2, in proportion to theirs; if there are none, to those of its dimension. Decided once,
 * for the region.
 * @param raters respondents with a rating, by item
 */
export function itemsInUse(
  { items, dimensions }: Pick<ScoringKey, 'items' | 'dimensions'>,
  raters: ArrayLike<number>,
  { fewestRaters, spreadEmptyDimensions }: Pick<ScoringRules, 'fewestRaters' | 'spreadEmptyDimensions'>,
): ItemsInUse {
  const scored = [...items.keys()].filter((item) => items[item]!.scored && items[item]!.weight > 0)
  const thin = scored.filter((item) => raters[item]! < fewestRaters)
  const weights = Float64Array.from(items, ({ weight }, item) =>
    scored.includes(item) && !thin.includes(item) ? weight : 0,
  )
  const emptyDimensions: string[] = []
  for (const { code, weight } of dimensions) {
    const members = scored.filter((item) => items[item]!.dimension === code)
    for (const indicator of new Set(members.map((item) => items[item]!.indicator))) {
      const own = members.filter((item) => items[item]!.indicator === indicator)
      scaleTo(weights, own, totalOf(items, own))
    }
    const left = members.filter((item) => weights[item]! > 0)
    if (left.length === 0 && weight > 0) emptyDimensions.push(code)
    scaleTo(weights, left, totalOf(items, members))
  }
  if (spreadEmptyDimensions) scaleTo(weights, scored, totalOf(items, scored))
  return { weights, thin, emptyDimensions }
}

const totalOf = (items: ScoringKey['items'], members: number[]) =>
  members.reduce((sum, item) => sum + items[item]!.weight, 0)

/** Scales the weights of `members` so that they sum to `total`, if any is above 0. */
function scaleTo(weights: Float64Array, members: number[], total: number) {
  const present = members.reduce((sum, item) => sum + weights[item]!, 0)
  if (present === 0 || Math.abs(present / total - 1) < 1e-12) return
  for (const item of members) weights[item]! *= total / present
}
