import type { Formula } from './formula.ts'

/** n / d, d > 0: every step of a formula is exact, so tiers compare the decimals that were entered (R2). */
export interface Fraction {
  n: bigint
  d: bigint
}

/** A value that does not exist, and why: what is 0 though something is divided by it (nothing: a fact was not given). */
export interface Gap {
  divisors: Formula[]
}

export type Exact = Fraction | Gap

export const isGap = (value: Exact): value is Gap => 'divisors' in value
export const zero: Fraction = { n: 0n, d: 1n }
export const one: Fraction = { n: 1n, d: 1n }

/** Longer texts are read as the double they stand for: no entered figure needs more digits, and big integers cost time. */
const longestExact = 400

/**
 * The exact value of a decimal text that a double can hold, e.g. `27.9` → 279/10; what a double holds as 0 is 0.
 * @example decimal('1e-3') // 1/1000
 */
export function decimal(text: string): Fraction {
  const double = Number(text)
  if (double === 0) return zero
  if (plainInteger.test(text)) return { n: BigInt(double), d: 1n }
  const [mantissa = '', exponent = '0'] = (text.length > longestExact ? String(double) : text).toLowerCase().split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  const sign = whole.startsWith('-') ? -1n : 1n
  const digits = sign * BigInt(`${whole.replace(/^[+-]/, '')}${decimals}`)
  const power = Number(exponent) - decimals.length
  return power < 0 ? { n: digits, d: tenTo(-power) } : { n: digits * tenTo(power), d: 1n }
}

/** What a double holds exactly, as nearly every figure is written. */
const plainInteger = /^\d{1,15}$/

const powers = Array.from({ length: 20 }, (_, power) => 10n ** BigInt(power))
const tenTo = (power: number): bigint => powers[power] ?? 10n ** BigInt(power)

/** The exact value of the shortest decimal that names this double: 0.9 is 9/10. */
export function exactly(value: number): Fraction {
  const known = constants.get(value)
  if (known) return known
  const fraction = Number.isSafeInteger(value) ? { n: BigInt(value), d: 1n } : decimal(String(value))
  if (constants.size < mostConstants) constants.set(value, fraction)
  return fraction
}

/** The standard's own numbers come again with every region. */
const constants = new Map<number, Fraction>()
const mostConstants = 1000

/** Where one of the values is missing, so is the result, for the reasons of all. */
const combine =
  (operation: (a: Fraction, b: Fraction) => Exact) =>
  (a: Exact, b: Exact): Exact => {
    if (isGap(a)) return { divisors: isGap(b) ? [...a.divisors, ...b.divisors] : a.divisors }
    return isGap(b) ? b : operation(a, b)
  }

export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d]
  return Number(left > right) - Number(left < right)
}

export const isZero = (value: Fraction): boolean => value.n === 0n
export const isInteger = (value: Fraction): boolean => value.n % value.d === 0n

export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
export const multiplyFractions = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })
export const divideFractions = (a: Fraction, b: Fraction): Fraction =>
  b.n < 0n ? { n: -a.n * b.d, d: -a.d * b.n } : { n: a.n * b.d, d: a.d * b.n }

export const plus = combine(addFractions)
export const times = combine(multiplyFractions)
export const lesser = combine((a, b) => (compare(a, b) <= 0 ? a : b))

/** a / b; by 0: a gap that names the divisor, whether or not there is an a. */
export const over = (a: Exact, b: Exact, divisor: Formula): Exact =>
  !isGap(b) && isZero(b) ? combineGaps(a, divisor) : combine(divideFractions)(a, b)

const combineGaps = (a: Exact, divisor: Formula): Gap => ({ divisors: isGap(a) ? [...a.divisors, divisor] : [divisor] })

/** The double nearest to the fraction. */
export function toNumber({ n, d }: Fraction): number {
  const simple = Number(n) / Number(d)
  if (Number.isSafeInteger(Number(n)) && Number.isSafeInteger(Number(d))) return simple
  const size = n < 0n ? -n : n
  const shift = 64 + bits(d) - bits(size)
  const quotient = shift >= 0 ? (size << BigInt(shift)) / d : size / (d << BigInt(-shift))
  const value = Number(quotient) * 2 ** -shift
  return n < 0n ? -value : value
}

const bits = (value: bigint) => value.toString(16).length * 4
