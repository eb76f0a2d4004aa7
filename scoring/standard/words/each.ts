import { exactly, times } from '../exact.ts'
import type { Formula, Kind } from '../formula.ts'
import { bracketed } from '../shown.ts'

export interface Each {
  kind: 'each'
  points: number
  n: Formula
}

/**
 * 每实现一项得…分: so many points for each.
 * @example upTo(100, each(20, n)) // 6 → 100
 */
export const each = (points: number, n: Formula): Each => ({ kind: 'each', points, n })

export const Each: Kind<Each, [n: Formula]> = {
  parts: ({ n }) => [n],
  asks: () => [],
  value: ({ points }, [n]) => times(exactly(points), n),
  inLetters: ({ points }, [n]) => `${points} × ${bracketed(n)}`,
  inNumbers: ({ points }, [n]) => `${points} × ${bracketed(n)}`,
  remark: () => null,
}
