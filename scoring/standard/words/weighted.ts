import { addFractions, divideFractions, type Exact, exactly, isGap, plus, times, zero } from '../exact.ts'
import type { Formula, Kind } from '../formula.ts'
import { bracketed } from '../shown.ts'

export interface Weighted {
  kind: 'weighted'
  terms: Term[]
  whereAny: boolean
}

type Term = [weight: number, of: Formula]

/**
 * 0.5 × b1 + 0.5 × b2
 * @example weighted([0.4, ratio(a, b)], [0.6, ratio(c, d)])
 */
export const weighted = (...terms: Term[]): Weighted => ({ kind: 'weighted', terms, whereAny: false })

/**
 * The same, but a ratio of which there is nothing to count leaves its weight to the others (R17).
 * @example weightedWhereAny([0.5, ratio(a, b)], [0.5, ratio(c, d)]) // 3 of 4 and 0 of 0 → 0.75
 */
export const weightedWhereAny = (...terms: Term[]): Weighted => ({ kind: 'weighted', terms, whereAny: true })

/** Terms that count: all, or those that are divided by something. */
const counted = ({ terms, whereAny }: Weighted, values: readonly Exact[]) => {
  const all = terms.map(([weight], index) => ({ weight: exactly(weight), value: values[index] ?? zero, index }))
  const existing = all.filter(({ value }) => !isGap(value) || value.divisors.length === 0)
  return whereAny ? (existing.length > 0 ? existing : all.slice(0, 1)) : all
}

const factor = (formula: Weighted, values: readonly Exact[]) =>
  divideFractions(
    counted({ ...formula, whereAny: false }, values).reduce((sum, { weight }) => addFractions(sum, weight), zero),
    counted(formula, values).reduce((sum, { weight }) => addFractions(sum, weight), zero),
  )

const inWords = ({ terms }: Weighted, parts: readonly string[]) =>
  terms.map(([weight], index) => `${weight} × ${bracketed(parts[index] ?? '')}`).join(' + ')

export const Weighted: Kind<Weighted> = {
  parts: ({ terms }) => terms.map(([, of]) => of),
  asks: () => [],
  value: (formula, values) =>
    times(
      factor(formula, values),
      counted(formula, values).reduce<Exact>((sum, { weight, value }) => plus(sum, times(weight, value)), zero),
    ),
  inLetters: inWords,
  inNumbers: (formula, parts, values) => {
    const left = counted(formula, values)
    const [only] = left
    return left.length === 1 && formula.terms.length > 1 && only
      ? `1 × ${bracketed(parts[only.index] ?? '')}`
      : inWords(formula, parts)
  },
  remark: (formula, values) =>
    counted(formula, values).length < formula.terms.length
      ? {
          zh: '没有可计的对象的一部分不计,其权重归于其余部分(R17)',
          en: 'a part with nothing to count is left out; its weight goes to the other (R17)',
        }
      : null,
}
