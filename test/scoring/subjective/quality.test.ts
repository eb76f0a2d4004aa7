import { describe, expect, test } from 'vitest'
import { flagsOnArrival } from '../../../scoring/subjective/quality/arrival.ts'
import { paceOf, skimming } from '../../../scoring/subjective/quality/pace.ts'
import {
  defaultQualityRules,
  type FrozenRules,
  pointsOf,
  type QualityFlag,
} from '../../../scoring/subjective/quality/rules.ts'

const ratings = [5, 4, 3, 5, 4, 2, 5, 4, 3, 4, 5, 1]
const answers: Record<string, unknown> = Object.fromEntries(ratings.map((code, at) => [`A${at}`, code]))
const rules: FrozenRules = {
  ...defaultQualityRules,
  floors: {
    'zh-cn': Object.fromEntries(Object.keys(answers).map((name) => [name, 1000])),
    en: Object.fromEntries(Object.keys(answers).map((name) => [name, 1500])),
  },
  attention: [{ question: 'check', answer: 2 }],
  contradictions: [
    { questions: ['A0', 'A11'], apart: 5 },
    { questions: ['used', 'A1'], answers: [['never'], [1, 2, 3, 4, 5]] },
  ],
}
const honest = {
  answers,
  codes: ratings,
  locale: 'zh-cn',
  timings: { p1: 21_000, p2: 14_000, p3: 9000 },
  timed: true,
  helped: false,
  deviceKnown: false,
}
const flagsOf = (change: Partial<typeof honest> | { timings: undefined } = {}) =>
  flagsOnArrival({ ...honest, ...change }, rules).flags

describe('on arrival', () => {
  test('an honest answer has no flag, and a pace', () => {
    expect(flagsOnArrival(honest, rules)).toEqual({ flags: [], pace: 44_000 / 12_000 })
  })

  const odd: [QualityFlag, Parameters<typeof flagsOf>[0]][] = [
    ['too-fast', { timings: { p1: 6000, p2: 5900, p3: 0 } }],
    ['untimed', { timings: undefined }],
    ['straight-line', { codes: ratings.map(() => 4) }],
    ['attention', { answers: { ...answers, check: 1 } }],
    ['contradictory', { answers: { ...answers, used: 'never' } }],
    ['same-device', { deviceKnown: true }],
  ]
  test.each(odd)('%s', (flag, change) => {
    expect(flagsOf(change)).toEqual([flag])
  })

  test('regular', () => {
    const timings = { p1: 9000, p2: 9010, p3: 8990, p4: 9001, p5: 9003 }
    expect(flagsOnArrival({ ...honest, timings }, rules).flags).toEqual(['regular'])
  })

  test('who has more to read, because of the language or the number of questions, needs longer', () => {
    const timings = { p1: 12_500, p2: 0, p3: 0 }
    expect(flagsOf({ timings })).toEqual([])
    expect(flagsOf({ timings, locale: 'en' })).toEqual(['too-fast'])
    const few = Object.fromEntries(Object.entries(answers).slice(0, 8))
    expect(flagsOnArrival({ ...honest, answers: few, timings, locale: 'en' }, rules).flags).toEqual([])
  })

  test('an unknown language is held against the one that is read fastest', () => {
    expect(paceOf({ ...honest, locale: 'fr' }, rules)).toBe(paceOf(honest, rules))
    expect(paceOf({ ...honest, locale: 'ZH-CN' }, rules)).toBe(paceOf(honest, rules))
  })

  test('empty and zero times are none: leaving them out gains nothing', () => {
    for (const timings of [undefined, {}, { p1: 0 }])
      expect(flagsOnArrival({ ...honest, timings }, rules).flags).toEqual(['untimed'])
    expect(pointsOf(rules, ['untimed'])).toBe(pointsOf(rules, ['too-fast']))
  })

  test('where nothing can be timed its absence says nothing, nor where there was nothing to read', () => {
    expect(flagsOnArrival({ ...honest, timings: undefined, timed: false }, rules).flags).toEqual([])
    expect(
      flagsOnArrival({ ...honest, answers: { consent: true }, codes: [], timings: undefined }, rules).flags,
    ).toEqual([])
  })

  test('who was asked by somebody else, or filled in paper, is not judged by pace or attention', () => {
    const helped = { ...honest, helped: true, timed: false }
    for (const change of [
      { answers: { ...answers, check: 1 } },
      { timings: { p1: 1, p2: 1, p3: 1 } },
      { timings: undefined },
    ])
      expect(flagsOnArrival({ ...helped, ...change }, rules)).toEqual({ flags: [], pace: null })
  })

  test('an attention check that was passed, or not shown, is no flag', () => {
    expect(flagsOnArrival({ ...honest, answers: { ...answers, check: 2 } }, rules).flags).toEqual([])
  })

  test('don’t know to everything is no straight line, and contradicts nothing', () => {
    const unknown = Object.fromEntries(Object.keys(answers).map((name) => [name, 98]))
    const codes = ratings.map(() => 98)
    expect(flagsOnArrival({ ...honest, answers: { ...unknown, used: 'never' }, codes }, rules).flags).toEqual([])
  })

  test('ratings of the same thing contradict each other when they are far apart, whichever is better', () => {
    const apart: FrozenRules = { ...rules, contradictions: [{ questions: ['A0', 'A1'], apart: 3 }] }
    const flags = (A0: unknown, A1: unknown) =>
      flagsOnArrival({ ...honest, answers: { ...answers, A0, A1 } }, apart).flags
    expect([flags(5, 2), flags(2, 5), flags(5, 3), flags(98, 1)]).toEqual([
      ['contradictory'],
      ['contradictory'],
      [],
      [],
    ])
  })

  test('a rule with no points is switched off', () => {
    const off = { ...rules, points: { ...rules.points, attention: 0 } }
    expect(flagsOnArrival({ ...honest, answers: { ...answers, check: 1 } }, off).flags).toEqual([])
  })
})

test('texts are skimmed by their words, or their characters where words are not told apart', () => {
  const { reading } = defaultQualityRules
  expect(skimming('用手机上网的速度', reading)).toBeCloseTo((1000 * 8) / 14.5, 9)
  expect(skimming('Internet speed on your <b>mobile</b> phone', reading)).toBeCloseTo((1000 * 6) / 7.5, 9)
  expect(skimming('办理 GB/T 33356 业务', reading)).toBeCloseTo(1000 * (4 / 14.5 + 3 / 7.5), 9)
  expect(skimming('', reading)).toBe(0)
})

test('no rule looks at whether answers are good or bad: turned round, they have the same flags', () => {
  const turned = (codes: number[]) => codes.map((code) => (code < 97 ? 6 - code : code))
  for (const codes of [ratings, ratings.map(() => 5), ratings.map(() => 1), [...ratings, 98, 99]]) {
    const own = Object.fromEntries(codes.map((code, at) => [`A${at}`, code]))
    const other = Object.fromEntries(turned(codes).map((code, at) => [`A${at}`, code]))
    expect(flagsOnArrival({ ...honest, answers: other, codes: turned(codes) }, rules)).toEqual(
      flagsOnArrival({ ...honest, answers: own, codes }, rules),
    )
  }
})

test('one soft sign alone excludes nobody', () => {
  const { points, threshold } = defaultQualityRules
  for (const [flag, value] of Object.entries(points)) {
    if (flag !== 'same-device') expect(value).toBeLessThan(threshold)
  }
  expect(pointsOf(rules, ['same-device'])).toBeGreaterThanOrEqual(threshold)
})
