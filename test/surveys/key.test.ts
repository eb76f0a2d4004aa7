import { describe, expect, test } from 'vitest'
import { NotScorable, scoringKey } from '../../surveys/key.ts'
import { questionnaire as town } from '../server/core/questionnaire.ts'

type Json = Record<string, unknown>

const item = (name: string, indicator: string, more: Json = {}): Json => ({
  type: 'radiogroup',
  name,
  dimension: 'D1',
  indicator,
  choices: [1, 2, 3, 4, 5, 98],
  ...more,
})
const of = (elements: Json[], more: Json = {}): Json => ({ pages: [{ name: 'p', elements }], ...more })
const weights = (questionnaire: Json) =>
  Object.fromEntries(scoringKey(questionnaire).items.map(({ name, weight }) => [name, weight]))

describe('the weight of an item', () => {
  test('is that of its dimension, shared out among L2s by weight and among an L2’s items alike', () => {
    const dimensions = [
      {
        code: 'D1',
        title: 'One',
        indicators: [
          { code: 'X', weight: 2 },
          { code: 'Y', weight: 1 },
          { code: 'Z', weight: 5 },
        ],
      },
      { code: 'D2', title: 'Two', indicators: [{ code: 'W', weight: 2 }] },
    ]
    // D1 weighs 8 of 10; Z has no item, so X and Y share it as 2 to 1; X has two items.
    const elements = [item('a', 'X'), item('b', 'X'), item('c', 'Y'), item('d', 'W', { dimension: 'D2' })]
    expect(weights(of(elements, { dimensions }))).toEqual({
      a: expect.closeTo((0.8 * 2) / 3 / 2, 12),
      b: expect.closeTo((0.8 * 2) / 3 / 2, 12),
      c: expect.closeTo(0.8 / 3, 12),
      d: expect.closeTo(0.2, 12),
    })
  })

  test('follows weights of its own, and the dimension’s own where it has one', () => {
    const dimensions = [
      { code: 'D1', weight: 1, indicators: [{ code: 'X', weight: 7 }] },
      { code: 'D2', weight: 3, indicators: [{ code: 'W', weight: 7 }] },
    ]
    const elements = [item('a', 'X', { weight: 3 }), item('b', 'X'), item('d', 'W', { dimension: 'D2' })]
    expect(weights(of(elements, { dimensions }))).toEqual({ a: 3 / 16, b: 1 / 16, d: 0.75 })
  })

  test('is 0 for one that is not scored', () => {
    expect(weights(of([item('a', 'X'), item('b', 'X', { scored: false })]))).toEqual({ a: 1, b: 0 })
  })

  test('is alike within dimensions that nobody declared', () => {
    expect(weights(town)).toEqual({ A1: 1 / 3, A2: 1 / 3, B1: 1 / 3 })
    expect(scoringKey(town)).toMatchObject({ scale: { min: 1, max: 5 }, dimensions: [{ code: 'D1', weight: 1 }] })
  })
})

test('labels are in both languages, the name where there is no title', () => {
  const { items } = scoringKey(of([item('a', 'X', { title: { 'zh-cn': '甲', en: 'A' } }), item('b', 'X')]))
  expect(items.map(({ label }) => label)).toEqual([
    { zh: '甲', en: 'A' },
    { zh: 'b', en: 'b' },
  ])
})

describe('a questionnaire that cannot be scored', () => {
  const declared = (indicators: unknown, more: Json = {}) => ({ dimensions: [{ code: 'D1', indicators, ...more }] })
  test.each<[string, Json, string[]]>([
    ['has no items', of([]), ['survey']],
    ['has only diagnostic items', of([item('a', 'X', { scored: false })]), ['survey']],
    ['names no dimension', of([item('a', 'X', { dimension: undefined })]), ['p.a.dimension']],
    ['names no indicator', of([item('a', 'X', { indicator: undefined })]), ['p.a.indicator']],
    ['weighs nothing', of([item('a', 'X', { weight: 0 })]), ['p.a.weight']],
    ['weighs words', of([item('a', 'X', { weight: 'much' })]), ['p.a.weight']],
    ['scores in words', of([item('a', 'X', { scored: 'yes' })]), ['p.a.scored']],
    ['has texts for codes', of([item('a', 'X', { choices: ['1', '2'] })]), ['p.a.choices', 'p.a.choices']],
    ['has a code out of scale', of([item('a', 'X', { choices: [1, 2, 6] })]), ['p.a.choices']],
    ['has a single code', of([item('a', 'X', { choices: [1, 98] })]), ['p.a.choices']],
    ['rates in a matrix', of([item('a', 'X', { type: 'matrix' })]), ['p.a.type']],
    ['has no such scale', of([item('a', 'X')], { scale: { min: 0, max: 10 } }), ['survey.scale']],
    [
      'has an unknown dimension',
      of([item('a', 'X', { dimension: 'D9' })], declared([{ code: 'X', weight: 1 }])),
      [...['p.a.dimension', 'dimensions.D1']],
    ],
    ['has an L2 without weight', of([item('a', 'Y')], declared([{ code: 'X', weight: 1 }])), ['p.a.indicator']],
    [
      'has a dimension without weight',
      of([item('a', 'X')], declared([{ code: 'X', weight: 1 }], { weight: 0 })),
      ['p.a.dimension'],
    ],
    [
      'has a negative weight',
      of([item('a', 'X')], declared([{ code: 'X', weight: -1 }], { weight: 1 })),
      [...['dimensions.D1.indicators', 'p.a.indicator']],
    ],
    [
      'declares a dimension twice',
      of([item('a', 'X')], {
        dimensions: [1, 2].map(() => ({ code: 'D1', indicators: [{ code: 'X', weight: 1 }] })),
      }),
      ['dimensions.D1.code'],
    ],
  ])('%s', (_, questionnaire, paths) => {
    const refusals = refusalsOf(questionnaire)
    expect(refusals.map(({ path }) => path)).toEqual(paths)
    expect(refusals.filter(({ message: { zh, en } }) => zh === '' || en === '')).toEqual([])
  })

  test('says everything at once', () => {
    expect(refusalsOf(of([item('a', 'X', { weight: -1 }), item('b', 'X', { choices: [] })]))).toHaveLength(2)
  })
})

function refusalsOf(questionnaire: Json) {
  try {
    scoringKey(questionnaire)
    return []
  } catch (error) {
    if (error instanceof NotScorable) return error.refusals
    throw error
  }
}

test('a rating is scored by its steps', () => {
  const rating = (more: Json) => of([item('a', 'X', { type: 'rating', choices: undefined, ...more })])
  expect(weights(rating({}))).toEqual({ a: 1 })
  expect(weights(rating({ rateValues: [1, 3, 5] }))).toEqual({ a: 1 })
  expect(refusalsOf(rating({ rateMax: 10 })).map(({ path }) => path)).toEqual(['p.a.choices'])
})
