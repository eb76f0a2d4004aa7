import { describe, expect, it } from 'vitest'
import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { addResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally } from '../../../scoring/sampling/tally/tally.ts'
import { compareGroups, scoreGroups } from '../../../scoring/subjective/scoreGroups.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import { variable } from './caseSurvey.ts'
import { key, design as margins, numbersFrom } from './sampleSurvey.ts'

/** METHOD.md section 7: does the 95 % interval cover the population's value in 95 % of samples? */
const long = process.env.TIYAN_LONG === '1'
const replications = long ? 10_000 : 300
const timeout = long ? 900_000 : 60_000
// Three Monte Carlo standard errors beside the 94–96 % of the full run.
const slack = long ? 0.01 : 3 * Math.sqrt((0.95 * 0.05) / replications)

interface Person {
  district: string
  sex: string
  codes: number[]
}
const districts = ['north', 'south', 'west']
const sexes = ['f', 'm']
const next = numbersFrom(2022)

/** 20,000 persons; A1 is skewed, B2 is rated by half of them only; opinions go with district and sex. */
const population: Person[] = Array.from({ length: 20_000 }, () => {
  const district = districts[Math.floor(next() ** 1.4 * 3)]!
  const sex = sexes[Math.floor(next() * 2)]!
  const level = districts.indexOf(district) + sexes.indexOf(sex) + next()
  const code = (shift: number) => Math.max(1, Math.min(5, Math.round(shift + 0.8 * level + 1.6 * (next() - 0.5))))
  return { district, sex, codes: [code(3.6), code(1), code(1.5), next() < 0.5 ? code(2) : 98] }
})

const inside = (district?: string) =>
  population.filter((person) => district === undefined || person.district === district)
function truth(people: Person[]) {
  return key.items.reduce((sum, { weight }, item) => {
    const ratings = people.map(({ codes }) => codes[item]!).filter((code) => code <= 5)
    return sum + (weight * (ratings.reduce((total, code) => total + code, 0) / ratings.length - 1) * 100) / 4
  }, 0)
}

const sizeOf = (name: 'district' | 'sex', code: string) => population.filter((person) => person[name] === code).length
const marginOf = (name: 'district' | 'sex', codes: string[]) => ({
  variables: [name],
  counts: codes.map((code) => ({ categories: [code], count: sizeOf(name, code) })),
  source: { zh: '', en: '' },
})
const raked: SurveyDesign = {
  ...margins,
  variables: [variable('district', districts), variable('sex', sexes)],
  margins: [marginOf('district', districts), marginOf('sex', sexes)],
  calibration: { method: 'rake', margins: [0, 1], populationTotal: population.length },
}
const { forms: _, ...optIn } = raked
const stratified: SurveyDesign = {
  ...optIn,
  calibration: { method: 'none' },
  sampling: {
    stratum: 'district',
    population: Object.fromEntries(districts.map((code) => [code, sizeOf('district', code)])),
  },
}

/** Unequal allocation without replacement, with fpc. */
function drawStratified() {
  const sizes = { north: 150, south: 150, west: 300 }
  return Object.entries(sizes).flatMap(([district, size]) => {
    const frame = inside(district)
    for (let at = 0; at < size; at += 1) {
      const other = at + Math.floor(next() * (frame.length - at))
      ;[frame[at], frame[other]] = [frame[other]!, frame[at]!]
    }
    return frame.slice(0, size).map((person) => ({ person, d: frame.length / size }))
  })
}

/** Everybody volunteers with a chance that depends on the raked variables only, multiplicatively; a small fraction does. */
function drawOptIn() {
  const chance = { north: 0.05, south: 0.02, west: 0.03 } as Record<string, number>
  return population
    .filter(({ district, sex }) => next() < chance[district]! * (sex === 'f' ? 1.3 : 0.6))
    .map((person) => ({ person, d: 1 }))
}

function simulate(design: SurveyDesign, draw: typeof drawOptIn) {
  const wanted = { score: truth(inside()), west: truth(inside('west')), difference: 0 }
  wanted.difference = wanted.west - truth(inside('north'))
  const covered = { score: 0, west: 0, difference: 0 }
  const scores: number[] = []
  let variances = 0
  for (let replication = 0; replication < replications; replication += 1) {
    const tally = emptyTally(key)
    for (const { person, d } of draw()) addResponse(tally, `${person.district}|${person.sex}`, d, person.codes)
    const data = { tally, design, key }
    const total = scoreSurvey({ ...data, kind: 'probability' })
    const west = scoreGroups(data, 'district').find(({ code }) => code === 'west')!
    const { interval } = compareGroups(data, 'district', 'west', 'north')
    const intervals = { score: total.interval!, west: west.interval!, difference: interval! }
    for (const name of ['score', 'west', 'difference'] as const)
      covered[name] += Number(intervals[name][0] <= wanted[name] && wanted[name] <= intervals[name][1]) / replications
    scores.push(total.score!)
    variances += total.se! ** 2 / replications
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / replications
  const empirical = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (replications - 1)
  return { covered, ratio: variances / empirical, bias: (mean - wanted.score) / Math.sqrt(empirical) }
}

/** Bounds of the variance ratio and of bias / SE, widened as their Monte Carlo errors are with fewer runs. */
const [spread, offset] = long ? [0.07, 0.1] : [0.25, 0.2]

describe('coverage of the 95 % intervals', () => {
  it('stratified, unequal allocation, with finite population correction', { timeout }, () => {
    const { covered, ratio, bias } = simulate(stratified, drawStratified)
    for (const share of Object.values(covered)) expect(Math.abs(share - 0.95)).toBeLessThanOrEqual(slack)
    expect(Math.abs(ratio - 1)).toBeLessThan(spread)
    expect(Math.abs(bias)).toBeLessThan(offset)
  })

  it('opt-in, raked on what drives the selection: the score as wished, groups on the safe side', { timeout }, () => {
    // The residuals are taken in the base-weight metric, as R's calibrate() does. Where raking has to mend a selection
    // that varies by a factor of five, base weights are far from the final ones and the residuals too large: groups
    // are covered in 97 %, differences in 98 %. Residuals in the final weights would cover 94–96 %.
    const { covered, ratio, bias } = simulate(optIn, drawOptIn)
    expect(Math.abs(covered.score - 0.95)).toBeLessThanOrEqual(slack)
    for (const share of [covered.west, covered.difference]) {
      expect(share).toBeGreaterThanOrEqual(0.95 - slack)
      expect(share).toBeLessThan(1)
    }
    expect(Math.abs(ratio - 1)).toBeLessThan(spread)
    expect(Math.abs(bias)).toBeLessThan(offset)
  })
})
