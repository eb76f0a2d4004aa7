import { type Exact, type Fraction, isGap } from './exact.ts'

/** Decimal places of a step's value in a trace; the score itself is shown with two. */
const places = 4

/**
 * A fraction as decimals, half away from zero (R2), without idle zeros.
 * @example decimals({ n: 2n, d: 3n }, 4) // '0.6667'
 */
export function decimals({ n, d }: Fraction, places: number): string {
  const size = n < 0n ? -n : n
  const scaled = (2n * size * 10n ** BigInt(places) + d) / (2n * d)
  const digits = scaled.toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const rest = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${n < 0n && scaled > 0n ? '-' : ''}${whole}${rest && `.${rest}`}`
}

/** The value of a step, for reading. */
export const shown = (value: Exact): string => (isGap(value) ? '—' : decimals(value, places))

/** A part within a product or quotient: in brackets where it would otherwise fall apart. */
export function bracketed(part: string): string {
  let depth = 0
  for (const [index, character] of [...part].entries()) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (depth === 0 && / [+/→] |: /.test(part.slice(index, index + 3))) return `(${part})`
  }
  return part
}

/** Whether `shown` tells the whole value. */
export const isShownExactly = (value: Exact): boolean =>
  isGap(value) || (value.n * 10n ** BigInt(places)) % value.d === 0n
