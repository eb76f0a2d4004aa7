import { exactly, times } from '../exact.ts'
import type { Formula, Kind } from '../formula.ts'
import { bracketed } from '../shown.ts'

export interface Share {
  kind: 'share'
  percent: number
  of: Formula
}

/**
 * So many percent of a value: the item's share of its L2.
 * @example share(40, hundredfold(ratio(a, b))) // 960 of 1000 → 38.4
 */
export const share = (percent: number, of: Formula): Share => ({ kind: 'share', percent, of })

export const Share: Kind<Share, [of: Formula]> = {
  parts: ({ of }) => [of],
  asks: () => [],
  value: ({ percent }, [of]) => times({ n: exactly(percent).n, d: exactly(percent).d * 100n }, of),
  inLetters: ({ percent }, [of]) => `${percent}% × ${bracketed(of)}`,
  inNumbers: ({ percent }, [of]) => `${percent}% × ${bracketed(of)}`,
  remark: () => null,
}
