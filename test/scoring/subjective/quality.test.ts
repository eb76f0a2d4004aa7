import { describe, expect, test } from 'vitest'
import { flagsOnArrival, timePerQuestion } from '../../../scoring/subjective/quality/arrival.ts'
import { type Arrived, relativeFlags } from '../../../scoring/subjective/quality/relative.ts'
import { defaultQualityRules, pointsOf, type QualityRules } from '../../../scoring/subjective/quality/rules.ts'

const rules: QualityRules = { ...defaultQualityRules, attention: [{ question: 'check', answer: 2 }] }
const ratings = [5, 4, 3, 5, 4, 2, 5, 4, 3, 4, 5, 1]
const answers = Object.fromEntries(ratings.map((code, at) => [`A${at}`, code]))
const honest = { answers, codes: ratings, timings: { p1: 21_000, p2: 14_000, p3: 9000 }, deviceKnown: false }

describe('on arrival', () => {
  test('an honest answer has no flag', () => {
    expect(flagsOnArrival(honest, rules)).toEqual([])
    expect(flagsOnArrival({ ...honest, timings: undefined }, rules)).toEqual([])
  })

  test.each([
    ['too-fast', { timings: { p1: 2000, p2: 1500 } }],
    ['straight-line', { codes: ratings.map(() => 4) }],
    ['attention', { answers: { ...answers, check: 1 } }],
    ['same-device', { deviceKnown: true }],
    ['regular', { timings: { p1: 9000, p2: 9010, p3: 8990, p4: 9001, p5: 9003 } }],
  ])('%s', (flag, change) => {
    expect(flagsOnArrival({ ...honest, ...change }, rules)).toEqual([flag])
  })

  test('an attention check that was passed, or not shown, is no flag', () => {
    expect(flagsOnArrival({ ...honest, answers: { ...answers, check: 2 } }, rules)).toEqual([])
  })

  test('don’t know to everything is no straight line', () => {
    expect(flagsOnArrival({ ...honest, codes: ratings.map(() => 98) }, rules)).toEqual([])
  })

  test('no time is known where nothing was timed', () => {
    expect(timePerQuestion(answers, {})).toBeUndefined()
    expect(timePerQuestion({}, { p1: 1 })).toBeUndefined()
  })
})

const minute = 60_000
const arrived = (at: number, more: Partial<Arrived> = {}): Arrived => ({
  id: `r${at}`,
  channel: 'open',
  network: `n${at % 50}`,
  at: at * 3 * minute,
  // Digits of the number in base 5, so that no two are alike.
  codes: at
    .toString(5)
    .padStart(20, '0')
    .replace(/./g, (digit) => String(Number(digit) + 1)),
  pace: 6000 + (at % 7) * 500,
  ...more,
})
const crowd = Array.from({ length: 200 }, (_, at) => arrived(at))
const flagged = (responses: Arrived[], flag: string) =>
  [...relativeFlags(responses, rules)].filter(([, flags]) => flags.some((one) => one === flag)).map(([id]) => id)

describe('all together', () => {
  test('a crowd of honest answers has no flag', () => {
    expect(relativeFlags(crowd, rules).size).toBe(0)
  })

  test('far faster than the median, once there are enough to say so', () => {
    const hasty = arrived(999, { pace: 1500 })
    expect(flagged([...crowd, hasty], 'fast')).toEqual(['r999'])
    expect(flagged([...crowd.slice(0, 50), hasty], 'fast')).toEqual([])
  })

  test('the same vector again and again; straight lines have a flag of their own', () => {
    const copies = Array.from({ length: 5 }, (_, at) => arrived(500 + at, { codes: '54321543215432154321' }))
    const lines = Array.from({ length: 9 }, (_, at) => arrived(600 + at, { codes: '55555555555555555555' }))
    expect(flagged([...crowd, ...copies, ...lines], 'identical')).toEqual(copies.map(({ id }) => id))
    expect(flagged([...crowd, ...copies.slice(1)], 'identical')).toEqual([])
  })

  test('a burst from one network by one channel', () => {
    const office = Array.from({ length: 40 }, (_, at) =>
      arrived(300 + at, { network: 'office', at: 1000 * minute + at }),
    )
    expect(flagged([...crowd, ...office], 'burst')).toEqual(office.map(({ id }) => id))
    const spread = office.map((one, at) => ({ ...one, at: (1000 + at * 10) * minute }))
    expect(flagged([...crowd, ...spread], 'burst')).toEqual([])
    expect(flagged([...crowd, ...office.map((one) => ({ ...one, network: null }))], 'burst')).toEqual([])
  })
})

test('no rule looks at whether answers are good or bad: turned round, they have the same flags', () => {
  const turned = (codes: number[]) => codes.map((code) => (code < 97 ? 6 - code : code))
  for (const codes of [ratings, ratings.map(() => 5), ratings.map(() => 1), [...ratings, 98, 99]]) {
    expect(flagsOnArrival({ ...honest, codes: turned(codes) }, rules)).toEqual(
      flagsOnArrival({ ...honest, codes }, rules),
    )
  }
  const mirrored = crowd.map((one) => ({
    ...one,
    codes: one.codes.replace(/[1-5]/g, (code) => String(6 - Number(code))),
  }))
  expect(relativeFlags(mirrored, rules)).toEqual(relativeFlags(crowd, rules))
})

test('one soft sign alone excludes nobody', () => {
  const { points, threshold } = defaultQualityRules
  const soft = ['too-fast', 'fast', 'straight-line', 'attention', 'identical', 'burst', 'regular'] as const
  for (const flag of soft) expect(points[flag]).toBeLessThan(threshold)
  expect(pointsOf(rules, ['same-device'])).toBeGreaterThanOrEqual(threshold)
})
