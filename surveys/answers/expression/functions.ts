import { dateOf } from './dates.ts'
import { rounded } from './operators.ts'
import { isNumber, numberOf } from './values.ts'

type Run = (parts: readonly unknown[]) => unknown

/** All values, lists taken apart; numbers in texts as numbers. */
const flat = (parts: readonly unknown[]): unknown[] =>
  parts
    .flat(Number.POSITIVE_INFINITY)
    .filter((value) => value !== undefined && value !== null)
    .map((value) => (isNumber(value) ? numberOf(value) : value))

const sum: Run = (parts) =>
  flat(parts).reduce<number>((total, value) => rounded(total, value, total + (value as number)), 0)

const extreme =
  (beats: (one: number, other: number) => boolean): Run =>
  (parts) => {
    let best: unknown
    for (const value of flat(parts)) if (best === undefined || beats(value as number, best as number)) best = value
    return best
  }

function monthsBetween(from: unknown, to: unknown): number {
  const [first, last] = [dateOf(from), dateOf(to)]
  const months = (last.getFullYear() - first.getFullYear()) * 12 + last.getMonth() - first.getMonth()
  return last.getDate() < first.getDate() ? months - 1 : months
}

const inUnit = (months: number, unit: unknown) => (unit === 'months' ? months : Math.trunc(months / 12))

function daysBetween(from: unknown, to: unknown): number {
  const [first, last] = [from, to].map((value) => {
    const date = dateOf(value)
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  })
  return Math.ceil(Math.abs((last ?? 0) - (first ?? 0)) / 86_400_000)
}

const seconds: Record<string, number> = { hours: 3600, minutes: 60, seconds: 1 }

function difference([from, to, unit = 'days']: readonly unknown[]): unknown {
  if (!from || !to) return null
  const length = seconds[String(unit)]
  if (length !== undefined) return Math.ceil(Math.abs(dateOf(to).getTime() - dateOf(from).getTime()) / (1000 * length))
  return unit === 'days' ? daysBetween(from, to) : inUnit(monthsBetween(from, to), unit)
}

function midnight(plusDays: unknown): Date {
  const date = new Date()
  date.setHours(0, 0, 0, 0)
  if (typeof plusDays === 'number') date.setDate(date.getDate() + plusDays)
  return date
}

const partOfDate =
  (part: (date: Date) => number): Run =>
  ([value]) =>
    part(value ? dateOf(value) : midnight(undefined))

/** The functions that may be called; the values they give are those of SurveyJS. */
export const functions: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['sum', sum],
  ['min', extreme((one, other) => one < other)],
  ['max', extreme((one, other) => one > other)],
  ['count', (parts) => flat(parts).length],
  ['avg', (parts) => (flat(parts).length > 0 ? (sum(parts) as number) / flat(parts).length : 0)],
  ['round', (parts) => round(flat(parts))],
  ['iif', ([condition, yes, no]) => (condition ? yes : no)],
  ['age', ([born, unit]) => (born ? inUnit(monthsBetween(born, undefined), unit) : null)],
  ['dateDiff', difference],
  ['diffDays', ([from, to]) => (from && to ? daysBetween(from, to) : 0)],
  ['getDate', ([value]) => (value ? dateOf(value) : null)],
  ['currentDate', () => new Date()],
  ['today', ([plusDays]) => midnight(plusDays)],
  ['currentYear', () => new Date().getFullYear()],
  ['getYear', ([value]) => (value ? dateOf(value).getFullYear() : undefined)],
  ['year', partOfDate((date) => date.getFullYear())],
  ['month', partOfDate((date) => date.getMonth() + 1)],
  ['day', partOfDate((date) => date.getDate())],
  ['weekday', partOfDate((date) => date.getDay())],
  ['substring', substring],
])

function round([value, precision]: readonly unknown[]): number {
  const digits = precision || 0
  if (!isNumber(value) || !isNumber(digits)) return Number.NaN
  const power = 10 ** numberOf(digits)
  return Math.round(numberOf(value) * power * (1 + Number.EPSILON)) / power
}

function substring([text, from, to]: readonly unknown[]): string {
  if (typeof text !== 'string' || !isNumber(from)) return ''
  return isNumber(to) ? text.substring(numberOf(from), numberOf(to)) : text.substring(numberOf(from))
}
