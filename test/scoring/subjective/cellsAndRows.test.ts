import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { estimate } from '../../../scoring/sampling/estimate/estimate.ts'
import { addResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally } from '../../../scoring/sampling/tally/tally.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import { variable } from './caseSurvey.ts'
import { numbersFrom } from './sampleSurvey.ts'

const text = (words: string) => ({ zh: words, en: words })

/** Everything about a made-up survey that a design can vary. */
interface Wish {
  seed: number
  /** Categories of each variable. */
  sizes: number[]
  /** Indices of the variables of each margin. */
  margins: number[][]
  items: number
  stratified: boolean
  fpc: boolean
  /** Different base weights. */
  weights: number
  missing: number
  /** Share of values of a variable that are not known. */
  unknown: number
  trim: boolean
}

const wish: fc.Arbitrary<Wish> = fc
  .record({
    seed: fc.nat(),
    sizes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 4 }),
    items: fc.integer({ min: 2, max: 6 }),
    stratified: fc.boolean(),
    fpc: fc.boolean(),
    weights: fc.integer({ min: 1, max: 5 }),
    missing: fc.constantFrom(0, 0.1, 0.4),
    unknown: fc.constantFrom(0, 0, 0.1),
    trim: fc.boolean(),
    crossed: fc.boolean(),
  })
  .map(({ crossed, ...given }) => {
    const single = [...given.sizes.keys()].map((at) => [at])
    return { ...given, margins: crossed ? [[0, 1], ...single.slice(2)] : single }
  })

interface Person {
  values: string[]
  stratum: string
  d: number
  codes: number[]
}

function madeUp({ seed, sizes, items, weights, missing, unknown, stratified }: Wish): Person[] {
  const next = numbersFrom(seed)
  return Array.from({ length: 300 }, () => {
    const values = sizes.map((size) => (next() < unknown ? '' : `c${Math.floor(next() ** 1.4 * size)}`))
    const level = values.reduce((sum, value) => sum + Number(value.slice(1) || 0), 0) / sizes.length
    return {
      values,
      stratum: stratified ? `h${Math.floor(next() * 3)}` : '',
      d: 1 + 0.37 * Math.floor(next() * weights),
      codes: Array.from({ length: items }, () =>
        next() < missing ? 98 : Math.max(1, Math.min(5, Math.round(1.5 + level + 3 * next()))),
      ),
    }
  })
}

const marginName = (at: number[]) => at.map((index) => `v${index}`).join(':')

function countsOf({ sizes, margins, seed }: Wish) {
  const next = numbersFrom(seed + 1)
  // Margins of one population: shares of its cells, so that they do not contradict each other.
  const cells = sizes
    .reduce<string[][]>(
      (all, size) => all.flatMap((cell) => [...Array(size).keys()].map((k) => [...cell, `c${k}`])),
      [[]],
    )
    .map((values) => ({ values, count: 100 + 500 * next() }))
  return margins.map((at) => {
    const counts = new Map<string, number>()
    for (const { values, count } of cells) {
      const category = at.map((index) => values[index]!).join(':')
      counts.set(category, (counts.get(category) ?? 0) + count)
    }
    return { name: marginName(at), at, counts }
  })
}

const sizeOf = (stratum: string) => 400 + 100 * Number(stratum.slice(1) || 9)
const bounds = { lower: 0.3, upper: 2.5 }

/** From the tally: cells alone. */
function fromCells(given: Wish, people: Person[]) {
  const { sizes, items, stratified, fpc, trim } = given
  const variables = sizes.map((size, at) =>
    variable(
      `v${at}`,
      [...Array(size).keys()].map((k) => `c${k}`),
    ),
  )
  const strata = ['h0', 'h1', 'h2']
  const margins = countsOf(given)
  const total = [...(margins.at(-1)?.counts.values() ?? [])].reduce((sum, count) => sum + count, 0)
  const design: SurveyDesign = {
    variables: [...variables, ...(stratified ? [variable('h', strata)] : [])],
    margins: margins.map(({ at, counts }) => ({
      variables: at.map((index) => `v${index}`),
      counts: [...counts].map(([category, count]) => ({ categories: category.split(':'), count })),
      source: text('made up'),
    })),
    calibration: {
      method: 'rake',
      margins: [...margins.keys()],
      populationTotal: total,
      ...(trim && { trim: { ...bounds, cycles: 0 } }),
    },
    sampling: {
      ...(stratified && { stratum: 'h' }),
      ...(fpc && { population: Object.fromEntries((stratified ? strata : ['']).map((code) => [code, sizeOf(code)])) }),
    },
    decisions: [],
  }
  const key: ScoringKey = {
    scale: { min: 1, max: 5 },
    dimensions: [{ code: 'D', label: text('D'), weight: 1 }],
    items: Array.from({ length: items }, (_, at) => ({
      name: `q${at}`,
      label: text(`q${at}`),
      dimension: 'D',
      indicator: `L${at}`,
      scored: true,
      weight: 1 / items,
    })),
  }
  const tally = emptyTally(key)
  for (const { values, stratum, d, codes } of people)
    addResponse(tally, [...values, ...(stratified ? [stratum] : [])].join('|'), d, codes)
  return { score: scoreSurvey({ tally, design, key, kind: 'model' }), total }
}

/** Row by row, as from files. */
function fromFiles(given: Wish, people: Person[], total: number) {
  const { sizes, items, stratified, fpc, trim } = given
  const variables = [...sizes.keys()].map((at) => `v${at}`)
  const names = Array.from({ length: items }, (_, at) => `q${at}`)
  const mean = total / people.length
  const result = estimate({
    design: {
      weights: 'd',
      strata: stratified ? 'h' : null,
      fpc: fpc ? 'N' : null,
      calibration: trim ? 'trimmed-rake' : 'rake',
      margins: given.margins.map(marginName),
      trim: trim ? { lower: bounds.lower * mean, upper: bounds.upper * mean, strict: true, cycles: 0 } : null,
      missing_codes: [97, 98, 99],
      score: { level: 'item', item_min: 1, item_max: 5, dimensions: [{ name: 'D', weight: 1, items: names }] },
    },
    responses: {
      columns: [...variables, 'h', 'N', 'd', ...names],
      rows: people.map(({ values, stratum, d, codes }) =>
        [...values, stratum, sizeOf(stratum), d, ...codes].map(String),
      ),
    },
    population: {
      columns: ['variable', 'category', 'count'],
      rows: countsOf(given).flatMap(({ name, counts }) =>
        [...counts].map(([category, count]) => [name, category, String(count)]),
      ),
    },
    multipliers: null,
  })
  if ('problems' in result) return null
  return result.estimates
}

describe('cells and rows over random designs', () => {
  it('give the same score, standard error, weights and degrees of freedom', { timeout: 600_000 }, () => {
    let compared = 0
    fc.assert(
      fc.property(wish, (given) => {
        const people = madeUp(given)
        const { score, total } = fromCells(given, people)
        const rows = fromFiles(given, people, total)
        fc.pre(rows !== null && score.cautions.every(({ code }) => code !== 'zero-cell' && code !== 'thin-item'))
        compared += 1
        const { available_case: wanted } = rows.composite_item_level!

        expect(Math.abs(score.score! / wanted.estimate - 1)).toBeLessThan(1e-11)
        expect(Math.abs(score.se! / wanted.se - 1)).toBeLessThan(1e-9)
        expect(score.degreesOfFreedom).toBe(rows.degf)
        expect(Math.abs(score.designEffect / rows.weights.kish_deff - 1)).toBeLessThan(1e-9)
        for (const [at, item] of score.items.entries())
          expect(Math.abs(item.score! / wanted.item_means_0_100[at]! - 1)).toBeLessThan(1e-11)
      }),
      { numRuns: process.env.TIYAN_LONG === '1' ? 2000 : 60, seed: 11 },
    )
    expect(compared).toBeGreaterThan(20)
  })
})
