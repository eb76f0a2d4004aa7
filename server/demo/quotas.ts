import type { Margin, SurveyDesign } from '../../scoring/sampling/design.ts'
import type { Text } from '../../scoring/text.ts'
import type { PlannedQuota } from '../services/publish.ts'

/** Shares a whole number out in proportion, by largest remainder: the parts add up to it. */
export function shareOut(total: number, counts: readonly number[]): number[] {
  const sum = counts.reduce((all, count) => all + count, 0)
  const exact = counts.map((count) => (total * count) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((all, part) => all + part, 0)
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of byRemainder.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1
  return parts
}

/** A quota that only counts for each category of a margin, in proportion. */
export function marginQuotas({ variables, counts }: Margin, total: number): PlannedQuota[] {
  const targets = shareOut(
    total,
    counts.map(({ count }) => count),
  )
  return counts.map(({ categories }, at) => ({
    id: `${variables.join('-')}-${categories.join('-')}`,
    variables,
    categories,
    target: targets[at] ?? 0,
    policy: 'count',
  }))
}

/** Quotas for two margins crossed, their counts taken as the product: nothing is known of how they go together. */
export function productQuotas(a: Margin, b: Margin, total: number): PlannedQuota[] {
  const counts = a.counts.flatMap((one) =>
    b.counts.map((other) => ({
      categories: [...one.categories, ...other.categories],
      count: one.count * other.count,
    })),
  )
  return marginQuotas({ variables: [...a.variables, ...b.variables], counts, source: a.source }, total)
}

/** What was decided about crossed quotas, shown with the survey. */
export const productDecision: Text = {
  zh: '性别 × 年龄的交叉配额按两项结构的乘积推算（没有交叉的普查数），只用于观察进度，不限制参与。',
  en: 'The sex × age quotas are the product of two margins (there is no crossed census table); they only watch the fieldwork and turn nobody away.',
}

/** The margin of one variable. */
export function marginOf({ margins }: Pick<SurveyDesign, 'margins'>, variable: string): Margin {
  const found = margins.find(({ variables }) => variables.length === 1 && variables[0] === variable)
  if (!found) throw new Error(`no margin of ${variable}`)
  return found
}
