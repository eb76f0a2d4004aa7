import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importanceMatrix } from '../../../scoring/analysis/importance.ts'
import { dimensionGapsOf, perceptionGapsOf } from '../../../scoring/analysis/perceptionGap.ts'
import { weakPointsOf } from '../../../scoring/analysis/weakPoints.ts'
import type { RegionResult } from '../../../scoring/result/result.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'

const exampleOf = (name: string): RegionResult =>
  JSON.parse(readFileSync(new URL(`../../reference/objective/${name}.json`, import.meta.url), 'utf8')).expected

const random = exampleOf('city-example-random')

test('the points to be won make up, with the score, all there is', () => {
  const weak = weakPointsOf(schemes.city, random, null)
  const survey = 40 - (random.subjective ?? 0)
  const won = weak.reduce((sum, { recoverable }) => sum + recoverable, 0)
  expect((random.totalRaw ?? 0) + won + survey).toBeCloseTo(100, 9)
  expect(weak.map(({ recoverable }) => recoverable)).toEqual(
    weak.map(({ recoverable }) => recoverable).sort((a, b) => b - a),
  )
})

test('where only the score of an L2 is known, the L2 itself is the weak point; the survey’s dimensions count as well', () => {
  const imported: RegionResult = {
    ...random,
    items: { ...random.items, 'L1P1-A1': null, 'L1P1-A2': null, 'L1P1-A3': null },
    indicators: { ...random.indicators, L1P1: 60 },
  }
  const dimensions = [
    { code: 'D1', label: { zh: '政务', en: 'Services' }, weight: 0.25, n: 9, score: 70, se: 1, interval: null },
  ]
  const weak = weakPointsOf(schemes.city, imported, { dimensions })
  expect(weak.find(({ id }) => id === 'L1P1')).toMatchObject({ kind: 'indicator', score: 60, recoverable: 2 })
  expect(weak.find(({ id }) => id === 'D1')).toMatchObject({ kind: 'survey', indicator: null, recoverable: 3 })
})

test('indicators are told apart by the middle of each side, never by comparing the two scales', () => {
  const result = { ...random, indicators: { L1P1: 90, L1P2: 50, L1P3: 80, L2P1: 40 } }
  const item = (indicator: string, score: number | null, weight = 0.1) => ({ indicator, score, weight, scored: true })
  const { gaps, middle } = perceptionGapsOf(schemes.city, result, [
    item('L1P1', 70, 1),
    item('L1P1', 40, 2),
    item('L1P2', 65),
    item('L1P3', 72),
    item('L2P1', 30),
    { ...item('L2P1', 99), scored: false },
    item('L2P2', 50),
  ])
  expect(middle).toEqual({ objective: 65, perceived: 57.5 })
  expect(gaps.map(({ part, perceived, quadrant }) => [part.id, Number(perceived.toFixed(9)), quadrant])).toEqual([
    ['L1P1', 50, 'facts-higher'],
    ['L1P2', 65, 'residents-higher'],
    ['L1P3', 72, 'both-high'],
    ['L2P1', 30, 'both-low'],
  ])
})

test('a dimension is perceived by all items that speak of its indicators', () => {
  const result = { ...random, dimensions: { L1: 80, L2: 60 } }
  const item = (indicator: string, score: number | null, weight: number) => ({ indicator, score, weight, scored: true })
  const { gaps } = dimensionGapsOf(schemes.city, result, [
    item('L1P1', 70, 1),
    item('L1P2', 40, 2),
    item('L2P1', 90, 1),
    item('L4P1', 90, 1),
  ])
  expect(gaps.map(({ part, perceived, quadrant }) => [part.id, perceived, quadrant])).toEqual([
    ['L1', 50, 'facts-higher'],
    ['L2', 90, 'residents-higher'],
  ])
})

test('importance is the share of people who want a dimension improved; four quadrants by the medians', () => {
  const dimension = (code: string, score: number | null) => ({ code, score, label: { zh: code, en: code } })
  const dimensions = [
    dimension('D1', 40),
    dimension('D2', 80),
    dimension('D3', 50),
    dimension('D4', 90),
    dimension('D5', null),
  ]
  const { points, middle } = importanceMatrix(dimensions, { D1: 30, D2: 40, D3: 10, D5: 9 }, 50)
  expect(middle).toEqual({ importance: 40, satisfaction: 65 })
  expect(points.map(({ code, importance, quadrant }) => [code, importance, quadrant])).toEqual([
    ['D1', 60, 'improve'],
    ['D2', 80, 'keep'],
    ['D3', 20, 'later'],
    ['D4', 0, 'enough'],
  ])
  expect(importanceMatrix(dimensions, {}, 0).points).toEqual([])
})
