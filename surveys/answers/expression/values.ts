/** What SurveyJS takes as no answer: nothing, empty text, an empty list, an object with nothing in it. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isObject(value)) return Object.values(value).every(isEmpty)
  return !value && value !== 0 && value !== false
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/**
 * The number that a value stands for, NaN where it stands for none. A text is read with a comma or a point for decimals;
 * a long row of digits stays text.
 */
export function numberOf(value: unknown): number {
  if (typeof value !== 'string') return typeof value === 'number' && Number.isFinite(value) ? value : fromOther(value)
  const text = value.trim()
  if (text === '') return Number.NaN
  if (text.startsWith('0x')) return text.length > 32 ? Number.NaN : Number.parseInt(text, 16)
  if (text.length > 15 && /^[0-9]+$/.test(text)) return Number.NaN
  if (text.lastIndexOf('-') <= 0 && text.lastIndexOf('+') <= 0 && /[*^/%]/.test(text)) return Number.NaN
  const parts = text.split(',')
  const pointed = parts.length === 2 ? parts.join('.') : text
  return Number.isFinite(Number(pointed)) ? Number.parseFloat(pointed) : Number.NaN
}

function fromOther(value: unknown): number {
  const number = Number.parseFloat(String(value))
  return Number.isFinite(Number(value)) ? number : Number.NaN
}

export const isNumber = (value: unknown): boolean => !Number.isNaN(numberOf(value))

/**
 * The value as expressions see it: texts that are numbers or truth values are taken as such, quotes are taken away.
 * Numbers with leading zeros stay texts: they are codes.
 */
export function corrected(value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return value
  const lower = value.toLowerCase()
  if (lower === 'true' || lower === 'false') return lower === 'true'
  if (value.length > 1 && isQuote(value[0]) && isQuote(value[value.length - 1])) return value.slice(1, -1)
  if (!isNumber(value) || hasLeadingZero(value)) return value
  return numberOf(value)
}

const isQuote = (sign: string | undefined) => sign === "'" || sign === '"'

function hasLeadingZero(text: string): boolean {
  if (text[0] !== '0' || text.startsWith('0x')) return false
  const pointed = text[1] === '.' || text[1] === ','
  return pointed ? text.length < 2 : text.length > 1
}

/** Whether two values are the same to SurveyJS: 5 and '5' are, upper and lower case are, the order of a list is not looked at. */
export function isSame(a: unknown, b: unknown): boolean {
  const x = a === 'undefined' ? undefined : a
  const y = b === 'undefined' ? undefined : b
  return same(x, y, true)
}

function same(x: unknown, y: unknown, anyOrder: boolean): boolean {
  if (x === y) return true
  if (typeof x === 'string' && typeof y === 'string') return folded(x) === folded(y)
  if (isNothing(x, y) || isNothing(y, x)) return true
  if (x instanceof Date && y instanceof Date) return x.getTime() === y.getTime()
  if (readsAsNumber(x) && readsAsNumber(y) && sameNumber(x, y)) return true
  if (isEmpty(x) !== isEmpty(y)) return false
  if (typeof x === 'boolean' && typeof y === 'string') return String(x) === y.toLowerCase()
  if (typeof y === 'boolean' && typeof x === 'string') return String(y) === x.toLowerCase()
  const objects = [x, y].filter((value) => typeof value === 'object' && value !== null).length
  if (objects === 0) return looselyEqual(x, y)
  if (objects === 1) return false
  if (Array.isArray(x) && Array.isArray(y)) return sameLists(x, y, anyOrder)
  return sameMembers(Object.entries(x as object), Object.entries(y as object), anyOrder)
}

/** Lower case without space around; codes are so already, and looking costs less than copying. */
const folded = (text: string): string => (isCode(text) ? text : text.trim().toLowerCase())

/** Whether a text has nothing but a–z, 0–9 and hyphens; a regular expression takes several times as long. */
function isCode(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (!((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 45)) return false
  }
  return true
}

const isNothing = (nothing: unknown, other: unknown): boolean =>
  (nothing === undefined && Array.isArray(other) && other.length === 0) ||
  ((nothing === undefined || nothing === null) && other === '')

const readsAsNumber = (value: unknown): boolean =>
  value !== undefined && value !== null && !Array.isArray(value) && !Number.isNaN(Number(value))

const sameNumber = (x: unknown, y: unknown): boolean =>
  Number.parseInt(String(x), 10) === Number.parseInt(String(y), 10) &&
  Number.parseFloat(String(x)) === Number.parseFloat(String(y))

/** As JavaScript's `==` on values that are no objects. */
function looselyEqual(x: unknown, y: unknown): boolean {
  if (x === undefined || x === null || y === undefined || y === null) return (x ?? null) === (y ?? null)
  return typeof x === typeof y ? x === y : Number(x) === Number(y)
}

function sameLists(x: unknown[], y: unknown[], anyOrder: boolean): boolean {
  if (x.length !== y.length) return false
  const [left, right] = anyOrder ? [[...x].sort(), [...y].sort()] : [x, y]
  return left.every((value, at) => same(value, right[at], anyOrder))
}

function sameMembers(x: [string, unknown][], y: [string, unknown][], anyOrder: boolean): boolean {
  const other = new Map(y)
  return x.length === y.length && x.every(([key, value]) => other.has(key) && same(value, other.get(key), anyOrder))
}
