import type { Text } from '../../text.ts'
import type { Margin } from '../design.ts'

/** Totals further apart than this share of the larger one are of different populations, or one is wrong. */
const tolerance = 0.0001

export const totalOf = ({ counts }: Pick<Margin, 'counts'>): number => counts.reduce((sum, { count }) => sum + count, 0)

/** Where population tables do not go together: a table that adds up to another total than the first one. */
export function disagreements(margins: readonly Pick<Margin, 'variables' | 'counts'>[]): Text[] {
  const [first, ...others] = margins
  if (!first) return []
  const total = totalOf(first)
  return others.flatMap((margin) => {
    const other = totalOf(margin)
    const apart = Math.abs(other - total)
    if (apart <= tolerance * Math.max(total, other)) return []
    const [a, b] = [first, margin].map(({ variables }) => variables.join(' × '))
    const percent = ((100 * apart) / Math.max(total, other)).toFixed(2)
    return [
      {
        zh: `${a} 合计 ${total} 人，${b} 合计 ${other} 人，相差 ${percent}%`,
        en: `${a} adds up to ${total}, ${b} to ${other}: ${percent}% apart`,
      },
    ]
  })
}
