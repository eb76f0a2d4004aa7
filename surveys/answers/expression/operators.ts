import { datesAlike } from './dates.ts'
import type { BinaryOperator, Combining, Comparing, UnaryOperator } from './tree.ts'
import { isEmpty, isNumber, isSame } from './values.ts'

type Unary = (value: unknown) => unknown
type Binary = (left: unknown, right: unknown) => unknown

export const unaryOperators: Record<UnaryOperator, Unary> = {
  empty: isEmpty,
  notempty: (value) => !isEmpty(value),
  negate: (value) => !value,
}

const isEqual: Binary = (left, right) => {
  if (left === right) return true
  // No date among them: most comparisons by far.
  if (typeof left !== 'object' && typeof right !== 'object') return isSame(left, right)
  return isSame(...datesAlike(left, right))
}

const comparing: Record<Comparing, Binary> = {
  equal: isEqual,
  notequal: (left, right) => !isEqual(left, right),
  greater: isGreater,
  less: isLess,
  greaterorequal: (left, right) => isEqual(left, right) || isGreater(left, right),
  lessorequal: (left, right) => isEqual(left, right) || isLess(left, right),
  contains: (left, right) => contains(left, right, true),
  notcontains: (left, right) => (!left && !isEmpty(right)) || contains(left, right, false),
  anyof: isAnyOf,
  noneof: (left, right) => !isAnyOf(left, right),
  allof: (left, right) => {
    if (!left && !isEmpty(right)) return false
    return Array.isArray(right) ? right.every((one) => contains(left, one, true)) : contains(left, right, true)
  },
}

const combining: Record<Combining, Binary> = {
  or: (left, right) => left || right,
  and: (left, right) => left && right,
  plus: add,
  // What is no number counts as JavaScript counts it: SurveyJS leaves it at that.
  minus: (left, right) => rounded(left, right, (left as number) - (right as number)),
  mul: (left, right) => roundedTo(decimals(left) + decimals(right), (left as number) * (right as number)),
  div: (left, right) => (right ? (left as number) / (right as number) : null),
  mod: (left, right) => (right ? (left as number) % (right as number) : null),
  power: (left, right) => (left as number) ** (right as number),
}

const filledFirst =
  (run: Binary): Binary =>
  (left, right) => {
    const first = filled(left, right)
    return run(first, filled(right, first))
  }

export const binaryOperators: Record<BinaryOperator, Binary> = {
  ...comparing,
  or: filledFirst(combining.or),
  and: filledFirst(combining.and),
  plus: filledFirst(combining.plus),
  minus: filledFirst(combining.minus),
  mul: filledFirst(combining.mul),
  div: filledFirst(combining.div),
  mod: filledFirst(combining.mod),
  power: filledFirst(combining.power),
}

/** An empty operand becomes what adds nothing to the other one. */
function filled(value: unknown, other: unknown): unknown {
  if (!isEmpty(value)) return value
  if (typeof other === 'number') return 0
  if (typeof value === 'string') return value
  if (typeof other === 'string') return ''
  return Array.isArray(other) ? [] : 0
}

function add(left: unknown, right: unknown): unknown {
  if (isNumber(left) && isNumber(right)) {
    const sum = (left as number) + (right as number)
    return typeof sum === 'string' ? sum : rounded(left, right, sum)
  }
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right]
  if (Array.isArray(left) && typeof right === 'number') return total(left, right)
  if (Array.isArray(right) && typeof left === 'number') return total(right, left)
  if (Array.isArray(left) && typeof right === 'string') return `${left.join(', ')}${right}`
  if (Array.isArray(right) && typeof left === 'string') return `${left}${right.join(', ')}`
  return (left as number) + (right as number)
}

function total(list: unknown[], more: number): number {
  const numbers = list.filter((one) => typeof one === 'number')
  return [...numbers, more].reduce((sum, one) => rounded(sum, one, sum + one), 0)
}

/** A sum or difference with as many decimals as its operands have: without the noise of binary fractions. */
export const rounded = (left: unknown, right: unknown, result: number): number =>
  roundedTo(Math.max(decimals(left), decimals(right)), result)

// Texts among the operands may have made the result a text.
const roundedTo = (digits: number, result: number): number =>
  digits > 0 && digits <= 100 && typeof result === 'number' ? Number.parseFloat(result.toFixed(digits)) : result

function decimals(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || Number.isInteger(value)) return 0
  return String(value).split('.')[1]?.length ?? 0
}

function isGreater(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a > b
  const [left, right] = datesAlike(a, b)
  return !isMissing(left) && !isMissing(right) && (left as number) > (right as number)
}

function isLess(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b
  if (isMissing(a) || isMissing(b)) return false
  const [left, right] = datesAlike(a, b)
  return !isMissing(left) && !isMissing(right) && (left as number) < (right as number)
}

const isMissing = (value: unknown) => value === undefined || value === null

function contains(left: unknown, right: unknown, wanted: boolean): boolean {
  if (Array.isArray(left)) {
    if (left.length === 0) return !wanted
    if (!Array.isArray(right)) return (left.includes(right) || left.some((own) => isSame(own, right))) === wanted
    return right.every((one) => left.some((own) => isSame(own, one))) === wanted
  }
  if (!left && left !== 0 && left !== false) return false
  if (!right) return false
  return String(left).toLowerCase().includes(String(right).toLowerCase()) === wanted
}

function isAnyOf(left: unknown, right: unknown): boolean {
  if (isEmpty(left)) return isEmpty(right)
  if (isEmpty(right)) return true
  if (!Array.isArray(left)) return contains(right, left, true)
  return Array.isArray(right) ? right.some((one) => contains(left, one, true)) : contains(left, right, true)
}
