import { compare, type Exact, exactly, isGap, isZero, lesser, one, over } from '../exact.ts'
import type { Formula, Kind } from '../formula.ts'
import { bracketed } from '../shown.ts'

export interface Ratio {
  kind: 'ratio'
  a: Formula
  b: Formula
  capAtOne: CapBasis | null
  whenNone: number | null
}

/** Who says that a ratio above 1 counts as 1: the standard, or ruling R6 where the standard is silent. */
export type CapBasis = 'standard' | 'ruling'

/**
 * a / b, a number: 1 is the whole.
 *
 * `capAtOne`: more than the whole counts as the whole (R6). `whenNone`: the value where there is nothing to count,
 * b = 0 (R27, R29); elsewhere b = 0 is an error of the facts (R5).
 *
 * @example ratio(a, b)                   // 960 of 1000 → 0.96
 * @example ratio(a, b, { whenNone: 1 })  // 0 of 0 → 1
 */
export const ratio = (
  a: Formula,
  b: Formula,
  { capAtOne = null, whenNone = null }: Partial<Pick<Ratio, 'capAtOne' | 'whenNone'>> = {},
): Ratio => ({ kind: 'ratio', a, b, capAtOne, whenNone })

const isNone = (b: Exact) => !isGap(b) && isZero(b)
const isAbove = (a: Exact, b: Exact) => !isGap(a) && !isGap(b) && !isZero(b) && compare(a, b) > 0

const because = {
  standard: { zh: '比率超过 1,按标准取 1', en: 'the ratio is above 1; the standard takes it as 1' },
  ruling: { zh: '比率超过 1,按口径 R6 取 1', en: 'the ratio is above 1; by ruling R6 it is taken as 1' },
}

export const Ratio: Kind<Ratio, [a: Formula, b: Formula]> = {
  parts: ({ a, b }) => [a, b],
  asks: () => [],
  value: (formula, [a, b]) => {
    if (formula.whenNone !== null && isNone(b)) return exactly(formula.whenNone)
    const quotient = over(a, b, formula.b)
    return formula.capAtOne ? lesser(one, quotient) : quotient
  },
  inLetters: ({ capAtOne }, [a, b]) => inWords(capAtOne, a, b),
  inNumbers: ({ capAtOne, whenNone }, [a, b], values) =>
    whenNone !== null && isNone(values[1]) ? String(whenNone) : inWords(capAtOne, a, b),
  remark: ({ capAtOne, whenNone }, [a, b]) => {
    if (whenNone !== null && isNone(b))
      return { zh: `总数为 0,比率按 ${whenNone} 计`, en: `there is none of it; the ratio counts as ${whenNone}` }
    return capAtOne && isAbove(a, b) ? because[capAtOne] : null
  },
}

const inWords = (capped: CapBasis | null, a: string, b: string) => {
  const quotient = `${bracketed(a)} / ${bracketed(b)}`
  return capped ? `min(1, ${quotient})` : quotient
}
