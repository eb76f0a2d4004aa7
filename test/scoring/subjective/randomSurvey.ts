import fc from 'fast-check'
import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { addResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally } from '../../../scoring/sampling/tally/tally.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import { variable } from './caseSurvey.ts'
import { numbersFrom } from './sampleSurvey.ts'

const text = (words: string) => ({ zh: words, en: words })

/** Everything about a made-up survey that a design can vary. */
export interface Wish {
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
  /** Rounds of trimming and raking again. */
  cycles: number
}

/** Random designs. */
export const wish: fc.Arbitrary<Wish> = fc
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
    cycles: fc.constantFrom(0, 3, 60),
    crossed: fc.boolean(),
  })
  .map(({ crossed, ...given }) => {
    const single = [...given.sizes.keys()].map((at) => [at])
    return { ...given, margins: crossed ? [[0, 1], ...single.slice(2)] : single }
  })

export interface Person {
  values: string[]
  stratum: string
  d: number
  codes: number[]
}

/** People who answered such a survey. */
export function madeUp({ seed, sizes, items, weights, missing, unknown, stratified }: Wish): Person[] {
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

export const marginName = (at: number[]) => at.map((index) => `v${index}`).join(':')

export function countsOf({ sizes, margins, seed }: Wish) {
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

export const sizeOf = (stratum: string) => 400 + 100 * Number(stratum.slice(1) || 9)
export const bounds = { lower: 0.3, upper: 2.5 }

/** The survey as Tiyan has it: a design, a scoring key, a tally and its responses. */
export function surveyOf(given: Wish, people: Person[]) {
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
      ...(trim && { trim: { ...bounds, cycles: given.cycles } }),
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
  const responses = people.map(({ values, stratum, d, codes }) => ({
    cell: [...values, ...(stratified ? [stratum] : [])].join('|'),
    baseWeight: d,
    codes,
  }))
  const tally = emptyTally(key)
  for (const { cell, baseWeight, codes } of responses) addResponse(tally, cell, baseWeight, codes)
  return { data: { tally, design, key }, responses, total }
}
