import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { addResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import { variable } from './caseSurvey.ts'
import type { Person, RowDesign } from './fromRows.ts'

const text = (words: string) => ({ zh: words, en: words })

export interface Response {
  district: string
  sex: string
  age: string
  form: string
  d: number
  codes: number[]
}

const margin = (name: string, counts: Record<string, number>) => ({
  variables: [name],
  counts: Object.entries(counts).map(([category, count]) => ({ categories: [category], count })),
  source: text('made up'),
})

const margins = {
  district: { north: 400, south: 350, west: 250 },
  sex: { f: 520, m: 480 },
  age: { young: 300, middle: 450, old: 250 },
}

/** Three margins, two forms (the short one does not ask A2 and B2), no strata. */
export const design: SurveyDesign = {
  variables: [
    variable('district', ['north', 'south', 'west']),
    variable('sex', ['f', 'm']),
    variable('age', ['young', 'middle', 'old']),
    variable('form', ['full', 'short']),
  ],
  margins: [margin('district', margins.district), margin('sex', margins.sex), margin('age', margins.age)],
  calibration: { method: 'rake', margins: [0, 1, 2], populationTotal: 1000 },
  forms: { variable: 'form', asks: { full: ['A2', 'B2'], short: [] } },
  decisions: [],
}

const item = (name: string, dimension: string, weight: number) => ({
  name,
  label: text(name),
  dimension,
  indicator: `L${name}`,
  scored: true,
  weight,
})

export const key: ScoringKey = {
  scale: { min: 1, max: 5 },
  dimensions: [
    { code: 'A', label: text('A'), weight: 0.6 },
    { code: 'B', label: text('B'), weight: 0.4 },
  ],
  items: [item('A1', 'A', 0.4), item('A2', 'A', 0.2), item('B1', 'B', 0.25), item('B2', 'B', 0.15)],
}

/** A small generator with a seed (mulberry32). */
export function numbersFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Made-up responses; `unknown` is the share without a value, of each variable by itself. */
export function responses(
  seed: number,
  count: number,
  {
    unknown = {},
    short = 0,
  }: {
    unknown?: Partial<Record<'district' | 'sex' | 'age', number>>
    short?: number
  } = {},
): Response[] {
  const next = numbersFrom(seed)
  const pick = <T>(list: T[]) => list[Math.floor(next() ** 1.3 * list.length)]!
  return Array.from({ length: count }, () => {
    const [district, sex, age] = [pick(['north', 'south', 'west']), pick(['f', 'm']), pick(['young', 'middle', 'old'])]
    const form = next() < (age === 'old' ? 2 * short : short) ? 'short' : 'full'
    const level = 1 + (sex === 'f' ? 1 : 0) + (age === 'old' ? 1 : 0) + 2 * next()
    const codes = key.items.map(({ name }) => {
      if (form === 'short' && name.endsWith('2')) return 97
      const draw = next()
      if (draw < 0.1) return 98
      return draw < 0.2 ? 97 : Math.max(1, Math.min(5, Math.round(level + 2 * next() - 1)))
    })
    const hide = (name: 'district' | 'sex' | 'age', value: string) => (next() < (unknown[name] ?? 0) ? '' : value)
    return {
      district: hide('district', district),
      sex: hide('sex', sex),
      age: hide('age', age),
      form,
      d: pick([1, 1.5, 0.3]),
      codes,
    }
  })
}

export function tallyOf(list: Response[]): Tally {
  const tally = emptyTally(key)
  for (const { district, sex, age, form, d, codes } of list)
    addResponse(tally, [district, sex, age, form].join('|'), d, codes)
  return tally
}

/** The same for the direct computation. */
export const rowDesign: RowDesign = {
  shares: Object.values(margins).map((counts) =>
    Object.fromEntries(Object.entries(counts).map(([category, count]) => [category, count / 1000])),
  ),
  total: 1000,
  blockOf: [0, 1, 0, 1],
  weights: key.items.map(({ weight }) => weight),
}

export const people = (list: Response[], sideOf: (response: Response) => number = () => 1): Person[] =>
  list.map((response) => ({
    d: response.d,
    stratum: '',
    margins: [response.district, response.sex, response.age].map((value) => value || undefined),
    ratings: response.codes.map((code) => (code > 5 ? undefined : ((code - 1) / 4) * 100)),
    asked: [true, response.form === 'full'],
    side: sideOf(response),
  }))
