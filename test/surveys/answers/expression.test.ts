import { ExpressionRunner } from 'survey-core'
import { describe, expect, test } from 'vitest'
import { compileTree, UnknownName } from '../../../surveys/answers/expression/compile.ts'
import { parseExpression } from '../../../surveys/answers/expression/parse.ts'
import { createScope } from '../../../surveys/answers/scope.ts'
import { type Dice, diceFrom } from './dice.ts'

function ours(expression: string, values: Record<string, unknown>): unknown {
  const scope = createScope()
  const row: unknown[] = []
  for (const [name, value] of Object.entries(values)) row[scope.add(name)] = value ?? null
  return compileTree(parseExpression(expression), scope.resolve)(row)
}

/** SurveyJS gives null for a text that it cannot read, and answers with a warning on the console. */
const theirs = (expression: string, values: Record<string, unknown>): unknown => {
  const runner = new ExpressionRunner(expression)
  try {
    return runner.canRun() ? runner.runValues(structuredClone(values)) : undefined
  } catch (error) {
    // A sum of texts and decimals is more than SurveyJS can round.
    if (error instanceof TypeError) return failed
    throw error
  }
}

const failed = Symbol('failed')

const alike = (value: unknown) => (value === undefined ? null : value)

describe('an expression means what SurveyJS takes it for', () => {
  const values = { a: 'x', n: 5, list: ['g1', 'g2'], grid: { r1: 2 }, empty: [], text: '12', yes: true, zero: 0 }
  test.each([
    ["{a} = 'x'", true],
    ["{a} = 'X'", true],
    ['{a} == x', true],
    ["{a} <> 'x'", undefined],
    ['{n} > 4 and {n} <= 5', true],
    ['{n} + 2 * 3 = 11', true],
    ['({n} + 2) * 3', 21],
    ['{n} ^ 2 % 7', 4],
    ['0.1 + 0.2', 0.3],
    ['{text} > 9', true],
    ["{list} contains 'g1'", true],
    ["{list} contains 'g3' or {list} contains 'g2'", true],
    ["{list} anyof ['g3', 'g2']", true],
    ["{list} allof ['g1', 'g2']", true],
    ["{list} noneof ['g3']", true],
    ['{list} notempty && {empty} empty', true],
    ['{list.length} = 2', true],
    ["{list[1]} = 'g2'", true],
    ['{grid.r1} = 2', true],
    ['{grid.r2} empty', true],
    ['!({yes}) or {zero} = 0', true],
    ['not {yes}', undefined],
    ["iif({n} > 3, 'many', 'few')", 'many'],
    ['sum({n}, {text}, [1, 2])', 20],
    ['round(avg(1, 2, 2), 2)', 1.67],
    ['min(3, {n}) + max(3, {n}) + count(1, 2)', 10],
    ["substring('smart city', 0, 5)", 'smart'],
    ["dateDiff('2026-01-31', '2026-03-01', 'months')", 1],
    ["diffDays('2026-01-01', '2026-03-01')", 59],
    ["getYear('2026-05-01') = year('2026-05-01')", true],
    ["{missing} = 'x'", undefined],
    ["'it''s'", undefined],
    ["'it\\'s'", "it's"],
    ['{n} >', undefined],
    ['((((1))))', 1],
    ["'5' + 5", '55'],
    ['5 = 5.0', true],
    ["'05' = 5", true],
    ['{#text}', '12'],
  ])('%s → %j', (expression, expected) => {
    if (expected === undefined) {
      expect(() => ours(expression, values)).toThrow()
      return
    }
    expect(ours(expression, values)).toEqual(expected)
    expect(theirs(expression, values)).toEqual(expected)
  })
})

describe('what SurveyJS and the server make of drawn expressions is the same', () => {
  const drawn = [
    undefined,
    'x',
    'X',
    '',
    ' x ',
    '12',
    '012',
    'true',
    "'q'",
    0,
    1,
    -2.5,
    98,
    true,
    false,
    [],
    ['x', 2],
    [1, '2'],
    { x: 1 },
    {},
  ]
  const constants = ['1', '-2.5', "'x'", 'x', "'12'", "''", 'true', 'FALSE', '0', "['x', 2]", '[1]', '0x10']
  const operators = [
    '=',
    '==',
    '!=',
    '<',
    '<=',
    '>',
    '>=',
    '+',
    '-',
    '*',
    '/',
    '%',
    '^',
    'and',
    'or',
    '&&',
    '||',
    'contains',
    '*=',
    'notcontains',
    'anyof',
    'allof',
    'noneof',
    'less',
    'greaterorequal',
    'power',
    'notequal',
  ]

  function term(dice: Dice, depth: number): string {
    if (depth < 3 && dice.chance(0.5)) {
      const inner = `${term(dice, depth + 1)} ${dice.one(operators)} ${term(dice, depth + 1)}`
      return dice.chance(0.5) ? `(${inner})` : inner
    }
    if (dice.chance(0.1)) return `!${term(dice, 3)}`
    if (dice.chance(0.1)) return `{${dice.one(['a', 'b', 'c'])}} ${dice.one(['empty', 'notempty'])}`
    if (dice.chance(0.1))
      return `${dice.one(['sum', 'min', 'max', 'count', 'iif', 'round'])}(${term(dice, 3)}, ${term(dice, 3)})`
    return dice.chance(0.5) ? `{${dice.one(['a', 'b', 'C', 'b.x', 'c.length'])}}` : dice.one(constants)
  }

  test.each(Array.from({ length: 20 }, (_, at) => at + 1))('seed %i', (seed) => {
    const dice = diceFrom(seed)
    for (let draw = 0; draw < 200; draw++) {
      const expression = term(dice, 0)
      const values = { a: dice.one(drawn), b: dice.one(drawn), c: dice.one(drawn) }
      const seen = `${expression} with ${JSON.stringify(values)}`
      const expected = theirs(expression, values)
      if (expected !== failed) expect(alike(ours(expression, values)), seen).toEqual(alike(expected))
    }
  })
})

test('a name or function that is not there is said so', () => {
  expect(() => ours('{nobody} = 1', {})).toThrow(UnknownName)
  expect(() => ours('nothing(1)', {})).toThrow('nothing()')
})

test('what cannot be read shows the place', () => {
  expect(() => parseExpression('{a} = 1 and > {b}')).toThrow('{a} = 1 and ⟨?⟩')
  expect(() => parseExpression('('.repeat(10_000))).toThrow(SyntaxError)
})
