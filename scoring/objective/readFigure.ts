import { compare, decimal, exactly, isInteger } from '../standard/exact.ts'
import type { Figure } from '../standard/fact.ts'
import type { NumberInput } from '../standard/input.ts'
import type { Written } from './entry.ts'
import type { Reason } from './problem.ts'

/** What a value says, or what is wrong with it. */
export type Reading<F> = { fact: F } | { reason: Reason }

/** R11: ASCII digits, no hex, no sign of per cent, no separator of thousands. */
const numeral = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
const nonFinite = /^[+-]?(?:nan|inf|infinity)$/i

/** Null, empty or blank text. */
export const isEmpty = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '')

const texts: Record<Written, (value: unknown) => string | Reason> = {
  csv: (value) => {
    const text = String(value).trim()
    if (nonFinite.test(text)) return 'notFinite'
    return numeral.test(text) ? text : 'notNumber'
  },
  json: (value) => (typeof value === 'number' ? (Number.isFinite(value) ? String(value) : 'notFinite') : 'notNumber'),
}

/** A number from 0, with the exact value of the text that was entered. */
export function readFigure(value: unknown, written: Written): Reading<Figure> {
  if (isEmpty(value)) return { reason: 'emptyValue' }
  const text = texts[written](value)
  if (text === 'notFinite' || text === 'notNumber') return { reason: text }
  const double = Number(text)
  if (!Number.isFinite(double)) return { reason: 'notFinite' }
  if (double < 0) return { reason: 'negative' }
  return { fact: { text: double === 0 ? '0' : text, exact: decimal(text) } }
}

/** The largest value of each type (R11). */
export const largest: Record<NumberInput['type'], number> = {
  count: Number.MAX_SAFE_INTEGER,
  amount: Number.MAX_SAFE_INTEGER,
  percent: 100,
}

/** Doubles tell, save where the nearest one is the limit itself. */
const above = ({ text, exact }: Figure, limit: number) => {
  const double = Number(text)
  return double === limit ? compare(exact, exactly(limit)) > 0 : double > limit
}

/** The same, not above a limit. */
export function readUpTo(limit: number, value: unknown, written: Written): Reading<Figure> {
  const reading = readFigure(value, written)
  return 'fact' in reading && above(reading.fact, limit) ? { reason: 'outOfRange' } : reading
}

export function readNumber(type: NumberInput['type'], value: unknown, written: Written): Reading<Figure> {
  const reading = readFigure(value, written)
  if ('reason' in reading) return reading
  if (type === 'count' && !isInteger(reading.fact.exact)) return { reason: 'notInteger' }
  return above(reading.fact, largest[type]) ? { reason: 'outOfRange' } : reading
}
