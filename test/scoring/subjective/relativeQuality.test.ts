import { expect, test } from 'vitest'
import { type Arrived, createRelativeJudge } from '../../../scoring/subjective/quality/relative.ts'
import { defaultQualityRules, type FrozenRules } from '../../../scoring/subjective/quality/rules.ts'

const rules: FrozenRules = { ...defaultQualityRules, floors: {}, attention: [], contradictions: [] }
const minute = 60_000
const arrived = (at: number, more: Partial<Arrived> = {}): Arrived => ({
  channel: 'open',
  network: `n${at % 50}`,
  at: at * 3 * minute,
  // Digits of the number in base 5 before a usual spread of ratings, so that no two are alike.
  codes: `${at
    .toString(5)
    .padStart(8, '0')
    .replace(/./g, (digit) => String(Number(digit) + 1))}123454321234`,
  pace: 6 + (at % 7) * 0.5,
  own: [],
  ...more,
})
const crowd = Array.from({ length: 200 }, (_, at) => arrived(at))

function flagsOf(responses: Arrived[], by: FrozenRules = rules) {
  const { look, judge } = createRelativeJudge(by)
  for (const one of responses) look(one)
  return responses.map(judge())
}
const flagged = (responses: Arrived[], flag: string) => {
  const flags = flagsOf(responses)
  return responses.filter((_, at) => flags[at]?.some((one) => one === flag))
}

test('a crowd of honest answers has no flag', () => {
  expect(flagsOf(crowd).flat()).toEqual([])
})

test('far faster than the median, once there are enough to say so; faster than reading counts once', () => {
  const hasty = arrived(999, { pace: 1.5 })
  expect(flagged([...crowd, hasty], 'fast')).toEqual([hasty])
  expect(flagged([...crowd.slice(0, 50), hasty], 'fast')).toEqual([])
  expect(flagged([...crowd, arrived(999, { pace: 0.5, own: ['too-fast'] })], 'fast')).toEqual([])
})

test('nearly a straight line, measured by what is usual; a straight one has a flag of its own', () => {
  const nearly = arrived(700, { codes: '44444444444444444445' })
  const nearlyBad = arrived(701, { codes: '22222222221222222222' })
  const straight = arrived(702, { codes: '33333333333333333333' })
  const varied = arrived(703, { codes: '44444444443333333333' })
  expect(flagged([...crowd, nearly, nearlyBad, straight, varied], 'near-straight')).toEqual([nearly, nearlyBad])
  const calm = Array.from({ length: 200 }, (_, at) =>
    arrived(at, { codes: `${'4'.repeat(18)}${at % 2 ? '45' : '55'}` }),
  )
  expect(flagged([...calm, nearly], 'near-straight')).toEqual([])
  expect(flagged([...crowd, arrived(704, { codes: '44444777777777788888' })], 'near-straight')).toEqual([])
})

test('the same vector again and again; straight lines have a flag of their own', () => {
  const copies = Array.from({ length: 5 }, (_, at) => arrived(500 + at, { codes: '54321543215432154321' }))
  const lines = Array.from({ length: 9 }, (_, at) => arrived(600 + at, { codes: '55555555555555555555' }))
  expect(flagged([...crowd, ...copies, ...lines], 'identical')).toEqual(copies)
  expect(flagged([...crowd, ...copies.slice(1)], 'identical')).toEqual([])
})

test('a burst from one network by one channel', () => {
  const office = Array.from({ length: 40 }, (_, at) => arrived(300 + at, { network: 'office', at: 1000 * minute + at }))
  expect(flagged([...crowd, ...office], 'burst')).toEqual(office)
  const spread = office.map((one, at) => ({ ...one, at: (1000 + at * 10) * minute }))
  expect(flagged([...crowd, ...spread], 'burst')).toEqual([])
  expect(flagged([...crowd, ...office.map((one) => ({ ...one, network: null }))], 'burst')).toEqual([])
})

test('no rule looks at whether answers are good or bad: turned round, they have the same flags', () => {
  const nearly = Array.from({ length: 6 }, (_, at) => arrived(700 + at, { codes: '44444444444444444445' }))
  const all = [...crowd, ...nearly]
  const mirrored = all.map((one) => ({
    ...one,
    codes: one.codes.replace(/[1-5]/g, (code) => String(6 - Number(code))),
  }))
  expect(flagsOf(mirrored)).toEqual(flagsOf(all))
  expect(flagsOf(all).flat()).toContain('near-straight')
})

test('a rule with no points is switched off', () => {
  const off = { ...rules, points: { ...rules.points, fast: 0 } }
  expect(flagsOf([...crowd, arrived(999, { pace: 0.5 })], off).flat()).toEqual([])
})
