import { compare, exactly, isGap, lesser } from '../exact.ts'
import type { Formula, Kind } from '../formula.ts'

export interface UpTo {
  kind: 'upTo'
  limit: number
  of: Formula
}

/**
 * 最高得…分: a value that stops at a limit.
 * @example upTo(100, each(20, n)) // 6 → 100
 */
export const upTo = (limit: number, of: Formula): UpTo => ({ kind: 'upTo', limit, of })

export const UpTo: Kind<UpTo, [of: Formula]> = {
  parts: ({ of }) => [of],
  asks: () => [],
  value: ({ limit }, [of]) => lesser(exactly(limit), of),
  inLetters: ({ limit }, [of]) => `min(${limit}, ${of})`,
  inNumbers: ({ limit }, [of]) => `min(${limit}, ${of})`,
  remark: ({ limit }, [of]) =>
    !isGap(of) && compare(of, exactly(limit)) > 0
      ? { zh: `超过上限,按 ${limit} 计`, en: `above the limit; counted as ${limit}` }
      : null,
}
