import { createScanner, type Scanner } from './scanner.ts'
import type { BinaryOperator, Tree } from './tree.ts'

/** Signs of an operator as they are tried, the first that fits; words count in any case. */
type Signs = readonly (readonly [sign: string, operator: BinaryOperator])[]

/** From the loosest to the tightest; all of them group from the left. */
const levels: readonly Signs[] = [
  [
    ['||', 'or'],
    ['or', 'or'],
  ],
  [
    ['&&', 'and'],
    ['and', 'and'],
  ],
  [
    ['<=', 'lessorequal'],
    ['lessorequal', 'lessorequal'],
    ['>=', 'greaterorequal'],
    ['greaterorequal', 'greaterorequal'],
    ['==', 'equal'],
    ['equal', 'equal'],
    ['=', 'equal'],
    ['!=', 'notequal'],
    ['notequal', 'notequal'],
    ['<', 'less'],
    ['less', 'less'],
    ['>', 'greater'],
    ['greater', 'greater'],
  ],
  [
    ['+', 'plus'],
    ['-', 'minus'],
  ],
  [
    ['*', 'mul'],
    ['/', 'div'],
    ['%', 'mod'],
  ],
  [
    ['^', 'power'],
    ['power', 'power'],
  ],
  [
    ['*=', 'contains'],
    ['contains', 'contains'],
    ['contain', 'contains'],
    ['notcontains', 'notcontains'],
    ['notcontain', 'notcontains'],
    ['anyof', 'anyof'],
    ['allof', 'allof'],
    ['noneof', 'noneof'],
  ],
]

const deepest = 50

/**
 * Reads an expression as SurveyJS 3 does: the same grammar, precedence and way of choosing between readings.
 * @throws {SyntaxError} with the place where it stops making sense
 */
export function parseExpression(text: string): Tree {
  const scanner = createScanner(text)
  const tree = expression(scanner, 0)
  if (tree && scanner.atEnd()) return tree
  throw new SyntaxError(`${text.slice(0, scanner.furthest())} ⟨?⟩ ${text.slice(scanner.furthest())}`)
}

function expression(scanner: Scanner, depth: number): Tree | undefined {
  // Nobody writes so deep by hand, and the server must not run out of stack.
  if (depth > deepest) return undefined
  scanner.space()
  const tree = level(scanner, 0, depth)
  if (tree) scanner.space()
  return tree
}

function level(scanner: Scanner, index: number, depth: number): Tree | undefined {
  const signs = levels[index]
  if (!signs) return factor(scanner, depth)
  let left = level(scanner, index + 1, depth)
  while (left) {
    const before = scanner.place()
    scanner.space()
    const operator = signs.find(([sign]) => scanner.take(sign))?.[1]
    if (operator) scanner.space()
    const right = operator && level(scanner, index + 1, depth)
    if (!right) {
      scanner.back(before)
      break
    }
    left = { kind: 'binary', operator, left, right }
  }
  return left
}

function factor(scanner: Scanner, depth: number): Tree | undefined {
  return (
    scanner.attempt(() => {
      if (!scanner.take('(')) return undefined
      const inner = expression(scanner, depth + 1)
      return scanner.take(')') ? inner : undefined
    }) ??
    scanner.attempt(() => call(scanner, depth)) ??
    scanner.attempt(() => {
      if (!scanner.take('!') && !scanner.take('negate')) return undefined
      scanner.space()
      const part = depth < deepest ? factor(scanner, depth + 1) : undefined
      return part && { kind: 'unary', operator: 'negate', part }
    }) ??
    scanner.attempt(() => {
      const part = atom(scanner)
      scanner.space()
      if (part && scanner.take('empty')) return { kind: 'unary', operator: 'empty', part }
      return part && scanner.take('notempty') ? { kind: 'unary', operator: 'notempty', part } : undefined
    }) ??
    scanner.attempt(() => atom(scanner)) ??
    scanner.attempt(() => {
      if (!scanner.take('[')) return undefined
      const parts = sequence(scanner, depth)
      return scanner.take(']') ? { kind: 'list', parts } : undefined
    })
  )
}

function call(scanner: Scanner, depth: number): Tree | undefined {
  const name = scanner.word()
  if (name === undefined || !scanner.take('(')) return undefined
  const parts = sequence(scanner, depth)
  return scanner.take(')') ? { kind: 'call', name, parts } : undefined
}

function sequence(scanner: Scanner, depth: number): Tree[] {
  const parts: Tree[] = []
  const first = scanner.attempt(() => expression(scanner, depth + 1))
  if (!first) {
    scanner.space()
    return parts
  }
  parts.push(first)
  for (;;) {
    const next = scanner.attempt(() => {
      scanner.space()
      return scanner.take(',') ? expression(scanner, depth + 1) : undefined
    })
    if (!next) return parts
    parts.push(next)
  }
}

function atom(scanner: Scanner): Tree | undefined {
  scanner.space()
  if (scanner.takeExactly('undefined') || scanner.takeExactly('null')) return { kind: 'constant', value: null }
  const value = scanner.constant()
  if (value !== undefined) return { kind: 'constant', value }
  const name = scanner.braced()
  return name === undefined ? undefined : { kind: 'name', name }
}
