import { compare, type Exact, exactly, isGap } from '../exact.ts'
import type { Formula, Kind } from '../formula.ts'
import { isShownExactly, shown } from '../shown.ts'

export interface Tiers {
  kind: 'tiers'
  of: Formula
  /** From the highest; a bound belongs to the tier it opens (R3). */
  steps: Step[]
  otherwise: number
}

type Step = [from: number, points: number]

/**
 * The points of the first tier whose bound is reached, compared on the exact decimals entered (R2).
 * @example tiers(hundredfold(ratio(a, b)), [[90, 30], [60, 20]], 0) // 27.9 of 31 → 30
 */
export const tiers = (of: Formula, steps: Step[], otherwise: number): Tiers => ({ kind: 'tiers', of, steps, otherwise })

const reached = ({ steps, otherwise }: Tiers, of: Exact): number | null =>
  isGap(of) ? null : (steps.find(([from]) => compare(of, exactly(from)) >= 0)?.[1] ?? otherwise)

export const Tiers: Kind<Tiers, [of: Formula]> = {
  parts: ({ of }) => [of],
  asks: () => [],
  value: (formula, [of]) => (isGap(of) ? of : exactly(reached(formula, of) ?? formula.otherwise)),
  inLetters: ({ steps, otherwise }, [of], language) => {
    const table = steps.map(([from, points]) => `≥ ${from} → ${points}`)
    return `${of}: ${[...table, `${language === 'zh' ? '其他' : 'else'} → ${otherwise}`].join(language === 'zh' ? ';' : '; ')}`
  },
  inNumbers: (formula, [part], [of]) => {
    const value = shown(of)
    return `${part === value ? value : `${part} ${isShownExactly(of) ? '=' : '≈'} ${value}`} → ${reached(formula, of) ?? '—'}`
  },
  remark: () => null,
}
