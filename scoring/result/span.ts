import {
  addFractions,
  compare,
  divideFractions,
  exactly,
  type Fraction,
  multiplyFractions,
  toNumber,
  zero,
} from '../standard/exact.ts'
import type { Interval } from './result.ts'

/** A score with the least and the most that it can be while something is missing (R8). */
export interface Span {
  /** null: something is missing. */
  value: Fraction | null
  lowest: Fraction
  highest: Fraction
}

export const known = (value: Fraction): Span => ({ value, lowest: value, highest: value })

export const unknownUpTo = (most: number): Span => ({ value: null, lowest: zero, highest: exactly(most) })

export const addSpans = (a: Span, b: Span): Span =>
  a.value && b.value
    ? known(addFractions(a.value, b.value))
    : { value: null, lowest: addFractions(a.lowest, b.lowest), highest: addFractions(a.highest, b.highest) }

const subtract = (a: Fraction, b: Fraction) => addFractions(a, { n: -b.n, d: b.d })

/** The lowest takes the highest of what is subtracted. */
export const subtractSpan = (a: Span, b: Span): Span =>
  a.value && b.value
    ? known(subtract(a.value, b.value))
    : { value: null, lowest: subtract(a.lowest, b.highest), highest: subtract(a.highest, b.lowest) }

const mapped = ({ value, lowest, highest }: Span, change: (value: Fraction) => Fraction): Span =>
  value ? known(change(value)) : { value: null, lowest: change(lowest), highest: change(highest) }

export const scaleSpan = (span: Span, factor: Fraction): Span =>
  mapped(span, (value) => multiplyFractions(value, factor))

export const sumSpans = (spans: Span[]): Span => spans.reduce(addSpans, known(zero))

/** Σ w·score / Σ w */
export function averageSpans(spans: { span: Span; weight: number }[]): Span {
  const total = exactly(spans.reduce((sum, { weight }) => sum + weight, 0))
  const sum = sumSpans(spans.map(({ span, weight }) => scaleSpan(span, exactly(weight))))
  return mapped(sum, (value) => divideFractions(value, total))
}

export const notBelowZero = (span: Span): Span => mapped(span, (value) => (compare(value, zero) < 0 ? zero : value))

export const numberOf = ({ value }: Span): number | null => value && toNumber(value)

export function boundsOf({ lowest, highest }: Span): Interval {
  const least = toNumber(lowest)
  return [least, highest === lowest ? least : toNumber(highest)]
}
