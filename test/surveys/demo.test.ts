import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cellOf, type Margin, type SurveyDesign } from '../../scoring/sampling/design.ts'
import { addResponse } from '../../scoring/sampling/tally/addResponse.ts'
import { emptyTally } from '../../scoring/sampling/tally/tally.ts'
import { scoreSurvey } from '../../scoring/subjective/scoreSurvey.ts'
import { compileCheck } from '../../surveys/answers/compile.ts'
import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { countyDesign, countyQuestionnaire } from '../../surveys/demo/county.ts'
import { demoDesign } from '../../surveys/demo/design.ts'
import { districts } from '../../surveys/demo/districts.ts'
import { madeUpResident } from '../../surveys/demo/residents.ts'
import { madeUpVillager } from '../../surveys/demo/villagers.ts'
import { scoringKey } from '../../surveys/key.ts'
import { designFaults } from '../../surveys/publishing/design.ts'

/** The rows of a shipped margin file: variable, category, count. */
const rowsOf = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../surveys/margins', name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

const countsOf = (name: string, variable: string) =>
  rowsOf(name).flatMap(([of, category, count]) => (of === variable ? [{ category, count: Number(count) }] : []))

const marginOf = ({ margins }: SurveyDesign, variable: string): Margin['counts'] =>
  margins.find(({ variables }) => variables[0] === variable)?.counts ?? []

describe('the demo’s design', () => {
  test('has the structure of the shipped margins, children left out', () => {
    const shanghai = (variable: string) => countsOf('shanghai-2020.csv', variable)
    const [, from15To59, from60] = shanghai('age').map(({ count }) => count)
    const counts = (variable: string) => marginOf(demoDesign, variable).map(({ count }) => count)
    expect(counts('district')).toEqual(shanghai('district').map(({ count }) => count))
    expect(counts('sex')).toEqual(shanghai('sex').map(({ count }) => count))
    expect(counts('age')).toEqual([from15To59, from60])
  })

  test('names no real district', () => {
    const real = countsOf('shanghai-2020.csv', 'district').map(({ category }) => category)
    expect(districts.filter(({ label }) => real.includes(label.zh))).toEqual([])
  })

  test('fits the questionnaires, that of the city and that of the county', () => {
    expect(designFaults(cityQuestionnaire, demoDesign)).toEqual([])
    expect(designFaults(countyQuestionnaire, countyDesign)).toEqual([])
  })

  test('of the county is on the shipped made-up margins, all of the same people', () => {
    for (const { name } of countyDesign.variables) {
      const counts = marginOf(countyDesign, name).map(({ count }) => count)
      expect(counts).toEqual(countsOf('qingyuan-made-up.csv', name).map(({ count }) => count))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(290_000)
    }
  })
})

describe('1,800 made-up residents', () => {
  const check = compileCheck(cityQuestionnaire)
  const key = scoringKey(cityQuestionnaire)
  const residents = Array.from({ length: 1800 }, (_, number) => madeUpResident(number).answers)
  const tally = emptyTally(key)
  for (const answers of residents) addResponse(tally, cellOf(demoDesign, answers), 1, check(answers).codes)

  test('give only answers that the questionnaire allows', () => {
    const wrong = residents.map(check).filter(({ problems, eligible }) => problems.length > 0 || !eligible)
    expect(wrong).toEqual([])
  })

  test('are the same every time', () => {
    expect(madeUpResident(17)).toEqual(madeUpResident(17))
    expect(new Set(residents.map((answers) => JSON.stringify(answers))).size).toBe(1800)
  })

  test('live in every district, and some leave out or do not know what they are asked', () => {
    const in_ = (code: string) => residents.filter(({ S3 }) => S3 === code).length
    expect(Math.min(...districts.map(({ code }) => in_(code)))).toBeGreaterThanOrEqual(30)
    expect(residents.filter(({ S4 }) => S4 === 'undisclosed').length).toBeGreaterThan(20)
    const codes = new Set(residents.flatMap((answers) => check(answers).codes))
    expect([...codes].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 97, 98, 99])
  })

  test('are younger than the population, so that weighting lowers the score by more than a point', () => {
    const old = residents.filter(({ S2 }) => ['60-64', '65-74', '75+'].includes(String(S2))).length
    expect(old / 1800).toBeLessThan(0.15)
    const score = (design: SurveyDesign) => scoreSurvey({ tally, design, key, kind: 'model' })
    const weighted = score(demoDesign)
    const unweighted = score({ ...demoDesign, calibration: { method: 'none' } })
    expect((unweighted.score ?? 0) - (weighted.score ?? 0)).toBeGreaterThan(1)
    expect(weighted.nEffective).toBeGreaterThan(0.6 * 1800)
  })
})

describe('320 made-up residents of the county', () => {
  const check = compileCheck(countyQuestionnaire)
  const key = scoringKey(countyQuestionnaire)
  const residents = Array.from({ length: 320 }, (_, number) => madeUpVillager(number).answers)

  test('give only answers that the county questionnaire allows, live in every township and in every kind of place', () => {
    const wrong = residents.map(check).filter(({ problems, eligible }) => problems.length > 0 || !eligible)
    expect(wrong).toEqual([])
    expect(new Set(residents.map(({ S3 }) => S3)).size).toBe(8)
    expect(new Set(residents.map(({ S6 }) => S6)).size).toBe(3)
  })

  test('can be raked on all four made-up margins', () => {
    const tally = emptyTally(key)
    for (const answers of residents) addResponse(tally, cellOf(countyDesign, answers), 1, check(answers).codes)
    const { score, nEffective } = scoreSurvey({ tally, design: countyDesign, key, kind: 'model' })
    expect(score).toBeGreaterThan(50)
    expect(nEffective).toBeGreaterThan(160)
  })
})
