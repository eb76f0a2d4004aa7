import type { Text } from '../../text.ts'
import type { Margin } from '../design.ts'
import { largestRemainder } from './largestRemainder.ts'

export interface PlannedQuota {
  categories: string[]
  /** Persons in the population. */
  population: number
  target: number
  /** What must be looked at before launch; null where nothing must. */
  problem: Text | null
}

/**
 * Quotas in proportion to a population table, in whole responses by largest remainder, with the cells that can't be
 * filled, or would stay empty, pointed out.
 * @param expectedResponse share of the persons in a cell who can be hoped to answer, above 0, at most 1
 */
export function quotasFrom(
  { counts }: Pick<Margin, 'counts'>,
  total: number,
  expectedResponse: number,
): PlannedQuota[] {
  const targets = largestRemainder(
    counts.map(({ count }) => count),
    total,
  )
  return counts.map(({ categories, count }, at) => {
    const target = targets[at]!
    return {
      categories,
      population: count,
      target,
      problem: problemOf(count, target, Math.floor(count * expectedResponse)),
    }
  })
}

function problemOf(population: number, target: number, reachable: number): Text | null {
  if (population > 0 && target === 0)
    return {
      zh: '总体中有人，但按比例配额为 0：加权时将没有答卷代表他们。请与相近类别合并，或增加样本量。',
      en: 'There are people here but the quota is 0: no response would speak for them when weighting. Fold the category into a similar one, or enlarge the sample.',
    }
  if (target > reachable)
    return {
      zh: `配额 ${target} 超过预计可答人数 ${reachable}（总体 ${population} 人）。请减少样本量、合并类别或提高应答率。`,
      en: `The quota of ${target} is more than the ${reachable} who can be expected to answer (population ${population}). Lower the sample size, fold the category or raise the response.`,
    }
  return null
}
