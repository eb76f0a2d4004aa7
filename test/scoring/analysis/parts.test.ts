import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { changeBetween } from '../../../scoring/analysis/change.ts'
import { changedParts } from '../../../scoring/analysis/changedParts.ts'
import { comparisonOf } from '../../../scoring/analysis/comparison.ts'
import { contributionsOf } from '../../../scoring/analysis/contributions.ts'
import { reweighted, weightProblems } from '../../../scoring/analysis/reweighted.ts'
import { waterfallOf } from '../../../scoring/analysis/waterfall.ts'
import { entriesOfRows } from '../../../scoring/objective/entry.ts'
import type { RegionData } from '../../../scoring/result/checkRegion.ts'
import type { RegionResult } from '../../../scoring/result/result.ts'
import { scoreRegion } from '../../../scoring/result/total.ts'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { madeUpFacts } from '../objective/madeUpFacts.ts'

const exampleOf = (name: string): RegionResult =>
  JSON.parse(readFileSync(new URL(`../../reference/objective/${name}.json`, import.meta.url), 'utf8')).expected

const random = exampleOf('city-example-random')
const sumOf = (parts: { points: number | null }[]) => parts.reduce((sum, { points }) => sum + (points ?? 0), 0)

function resultOf(scheme: Scheme, data: RegionData, normalizeShares = false): RegionResult {
  const { result } = scoreRegion(scheme, data, { normalizeShares })
  if (!result) throw new Error('no result')
  return result
}

const madeUp = (scheme: Scheme, seed: number): RegionData => ({
  facts: entriesOfRows(madeUpFacts(scheme, seed)),
  survey: [{ row: null, score: '71.5', se: '0.8' }],
})

test.each([
  ['city', false],
  ['county', false],
  ['county', true],
] as const)(
  'steps and parts add up to the total, step by step from where the last one ended: %s, R59 %s',
  (id, r59) => {
    const scheme = schemes[id]
    for (let seed = 0; seed < 20; seed++) {
      const result = resultOf(scheme, madeUp(scheme, seed), r59)
      const steps = waterfallOf(scheme, result)
      expect(steps.at(-1)?.to).toBeCloseTo(result.total ?? Number.NaN, 9)
      for (const [at, { from }] of steps.entries()) expect(from).toBe(at === 0 ? 0 : steps[at - 1]?.to)
      expect(sumOf(contributionsOf(scheme, result))).toBeCloseTo(result.total ?? Number.NaN, 9)
    }
  },
)

test('a total that would be below 0 is lifted to it by a part of its own', () => {
  const scheme = schemes.city
  const scores = scheme.dimensions
    .filter(({ kind }) => kind !== 'subjective')
    .flatMap(({ kind, indicators }) =>
      indicators.map(({ id }) => ({ row: null, indicator: id, score: kind === 'deduction' ? 1 : 0 })),
    )
  const result = resultOf(scheme, { scores, survey: [{ row: null, score: '5' }] })
  expect([result.totalRaw, result.total]).toEqual([-2, 0])
  expect(waterfallOf(scheme, result).at(-1)).toMatchObject({ id: 'floor', points: 2, from: -2, to: 0 })
  expect(sumOf(contributionsOf(scheme, result))).toBeCloseTo(0, 12)
})

test('the survey is told item by item where its items make up its score, else as a whole', () => {
  const item = (name: string, score: number | null, weight: number) => ({
    ...{ name, score, weight },
    label: { zh: name, en: name },
  })
  const result = { ...random, indicators: { ...random.indicators, L9P1: 62 } }
  const parts = (items: ReturnType<typeof item>[]) =>
    contributionsOf(schemes.city, result, items).filter(({ kind }) => kind === 'survey')
  const told = parts([item('A1', 60, 0.8), item('A2', 70, 0.2), item('A3', 90, 0)])
  expect(told.map(({ id }) => id)).toEqual(['A1', 'A2'])
  expect(told.map(({ points }) => points)).toEqual([expect.closeTo(19.2, 9), expect.closeTo(5.6, 9)])
  expect(parts([item('A1', 60, 0.8)])).toMatchObject([{ id: 'L9P1', points: 24.8 }])
})

test('what changes adds up to the difference of the totals, other facts, scores and weights together', () => {
  const scheme = schemes.city
  for (let seed = 0; seed < 20; seed++) {
    const before = resultOf(scheme, madeUp(scheme, seed))
    const other = reweighted(scheme, { L1P1: 8, L9P1: 37 })
    const after = resultOf(other, { ...madeUp(scheme, seed + 100), survey: [{ row: null, score: '80' }] })
    const parts = changedParts(contributionsOf(scheme, before), contributionsOf(other, after))
    const sum = parts.reduce((before, { difference }) => before + difference, 0)
    expect(sum).toBeCloseTo((after.total ?? Number.NaN) - (before.total ?? Number.NaN), 9)
    expect(parts[0]?.difference).not.toBe(0)
  }
  const same = contributionsOf(scheme, random)
  expect(changedParts(same, same)).toEqual([])
})

test('weights that do not come to 100, leave a dimension empty or belong to nothing are refused, all of them', () => {
  const wrong = (weights: Record<string, number>) => weightProblems(schemes.city, weights).map(({ id }) => id)
  expect(wrong({})).toEqual([])
  expect(wrong({ L1P1: 7 })).toEqual([null])
  expect(wrong({ L1P1: -1, L7P1: 2, L1P99: 3 })).toEqual(['L1P1', 'L7P1', 'L1P99'])
  const only = schemes.city.dimensions.find(({ indicators }) => indicators.length === 1)?.indicators[0]
  expect(only && wrong({ [only.id]: 0, L9P1: 40 + only.weight })).toHaveLength(1)
})

test('a region stands beside mean and best of its group; of deductions the least is best, what is missing is left out', () => {
  const at = (total: number | null, off: number): RegionResult => ({
    ...random,
    total,
    deductions: { ...random.deductions, total: off },
  })
  const group = [at(60, 2), at(70, 0.5), at(null, 1)].map((result, at) => ({
    name: { zh: `${at}`, en: `${at}` },
    result,
  }))
  const lines = comparisonOf(schemes.city, at(60, 2), group)
  expect(lines.find(({ id }) => id === 'total')).toMatchObject({
    ...{ own: 60, mean: 65, regions: 2 },
    best: { score: 70, name: { en: '1' } },
  })
  expect(lines.find(({ kind }) => kind === 'deduction')).toMatchObject({ own: 2, best: { score: 0.5 }, regions: 3 })
  expect(lines.filter(({ kind }) => kind === 'dimension')).toHaveLength(8)
})

test('a change is more than chance only beyond both samples’ errors, and nothing is said where one is not known', () => {
  const change = changeBetween({ score: 60, se: 0.3 }, { score: 61.2, se: 0.4 })
  expect(change).toMatchObject({ difference: expect.closeTo(1.2, 12), se: 0.5, significant: true })
  // 1.2 − 1.959964 × 0.5
  expect(change.interval?.[0]).toBeCloseTo(0.220018, 6)
  expect(changeBetween({ score: 60, se: 0.6 }, { score: 61.2, se: 0.8 }).significant).toBe(false)
  expect(changeBetween({ score: 60, se: null }, { score: 61.2, se: 0.8 })).toMatchObject({
    ...{ se: null, interval: null, significant: null },
  })
})
