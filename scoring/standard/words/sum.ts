import { plus, zero } from '../exact.ts'
import type { Formula, Kind } from '../formula.ts'

export interface Sum {
  kind: 'sum'
  terms: Formula[]
}

/**
 * b1 + b2 + …
 * @example sum(points(a, 50), points(b, 50))
 */
export const sum = (...terms: Formula[]): Sum => ({ kind: 'sum', terms })

export const Sum: Kind<Sum> = {
  parts: ({ terms }) => terms,
  asks: () => [],
  value: (_, terms) => terms.reduce(plus, zero),
  inLetters: (_, terms) => terms.join(' + '),
  inNumbers: (_, terms) => terms.join(' + '),
  remark: () => null,
}
