import type { Margin } from '../../../scoring/sampling/design.ts'
import { type Allocation, allocate } from '../../../scoring/sampling/planning/allocate.ts'
import { quotasFrom } from '../../../scoring/sampling/planning/quotas.ts'
import type { NewSurvey } from '../../../server/shapes/setup.ts'

export type Quota = NewSurvey['quotas'][number]

const quota = (variables: string[], categories: string[], target: number): Quota => ({
  id: `${variables.join('-')}-${categories.join('-')}`,
  variables,
  categories,
  target,
  policy: 'count',
  tolerance: 0,
})

/** Quotas in proportion to a margin. */
export const quotasOfMargin = (margin: Margin, total: number, response: number): Quota[] =>
  quotasFrom(margin, total, response).map(({ categories, target }) => quota(margin.variables, categories, target))

/** Two margins crossed; their counts are taken as the product, for nothing is known of how they go together. */
export const crossed = (a: Margin, b: Margin): Margin => {
  const whole = b.counts.reduce((sum, { count }) => sum + count, 0)
  return {
    variables: [...a.variables, ...b.variables],
    counts: a.counts.flatMap((one) =>
      b.counts.map((other) => ({
        categories: [...one.categories, ...other.categories],
        count: whole === 0 ? 0 : (one.count * other.count) / whole,
      })),
    ),
    source: a.source,
  }
}

/** Quotas for the parts of a region, shared out in another way than by population. */
export function quotasByAllocation(margin: Margin, total: number, method: Allocation): Quota[] {
  const strata = margin.counts.map(({ categories, count }) => ({ code: categories.join('|'), population: count }))
  const people = strata.reduce((sum, { population }) => sum + population, 0)
  const targets = allocate(strata, Math.min(total, Math.floor(people)), method)
  return margin.counts.map(({ categories }, at) => quota(margin.variables, categories, targets[at] ?? 0))
}
