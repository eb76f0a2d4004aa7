import { exactly, times } from '../exact.ts'
import type { Formula, Kind } from '../formula.ts'
import { bracketed } from '../shown.ts'

export interface Hundredfold {
  kind: 'hundredfold'
  of: Formula
}

/**
 * A ratio in points: × 100.
 * @example hundredfold(ratio(a, b)) // 960 of 1000 → 96
 */
export const hundredfold = (of: Formula): Hundredfold => ({ kind: 'hundredfold', of })

export const Hundredfold: Kind<Hundredfold, [of: Formula]> = {
  parts: ({ of }) => [of],
  asks: () => [],
  value: (_, [of]) => times(of, exactly(100)),
  inLetters: (_, [of]) => `${bracketed(of)} × 100`,
  inNumbers: (_, [of]) => `${bracketed(of)} × 100`,
  remark: () => null,
}
