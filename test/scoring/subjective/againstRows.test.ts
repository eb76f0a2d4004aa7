import { describe, expect, it } from 'vitest'
import { compareGroups, scoreGroups } from '../../../scoring/subjective/scoreGroups.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import { fromRows } from './fromRows.ts'
import { design, key, people, responses, rowDesign, tallyOf } from './sampleSurvey.ts'

const near = (value: number | null | undefined, wanted: number) =>
  expect(Math.abs(value! / wanted - 1)).toBeLessThan(1e-9)

const samples = {
  'everything known, one form': responses(1, 400),
  'sex not always given': responses(2, 400, { unknown: { sex: 0.2 } }),
  'no variable always given': responses(3, 500, { unknown: { district: 0.1, sex: 0.2, age: 0.15 } }),
  'a short form beside the full one': responses(4, 600, { short: 0.3 }),
  'a short form, and sex not always given': responses(5, 600, { short: 0.3, unknown: { sex: 0.1 } }),
}

describe('scores from the tally against a computation straight from respondents', () => {
  it.each(Object.entries(samples))('%s', (_, list) => {
    const data = { tally: tallyOf(list), design, key }
    const score = scoreSurvey({ ...data, kind: 'model' })
    const wanted = fromRows(people(list), rowDesign)
    near(score.score, wanted.score)
    near(score.se, wanted.se)
    expect(score.calibration.converged).toBe(true)
    expect(score.calibration.sumOfWeights).toBeCloseTo(1000, 8)
    for (const name of ['district', 'sex', 'age'] as const)
      expect(score.calibration.withoutValue[name]).toBe(list.filter((one) => one[name] === '').length)
    for (const [at, dimension] of score.dimensions.entries()) {
      const weights = key.items.map((item) => (item.dimension === dimension.code ? item.weight / dimension.weight : 0))
      const own = fromRows(people(list), { ...rowDesign, weights })
      near(dimension.score, own.score)
      near(dimension.se, own.se)
      expect(at).toBeLessThan(2)
    }
  })

  it.each(Object.entries(samples))('%s: groups and their difference', (_, list) => {
    const data = { tally: tallyOf(list), design, key }
    for (const group of scoreGroups(data, 'district')) {
      const wanted = fromRows(
        people(list, ({ district }) => Number(district === group.code)),
        rowDesign,
      )
      near(group.score, wanted.score)
      near(group.se, wanted.se)
    }
    const wanted = fromRows(
      people(list, ({ district }) => Number(district === 'west') - Number(district === 'north')),
      rowDesign,
    )
    const { difference, se, interval } = compareGroups(data, 'district', 'west', 'north')
    near(difference, wanted.score)
    near(se, wanted.se)
    expect(interval![0]).toBeLessThan(difference!)
  })

  it('takes strata and sampled shares of them into account', () => {
    const list = samples['everything known, one form']
    const population = { north: 500, south: 1_000, west: 2_000 }
    const stratified = { ...design, sampling: { stratum: 'district', population } }
    const score = scoreSurvey({ tally: tallyOf(list), design: stratified, key, kind: 'probability' })
    const fraction = Object.fromEntries(
      Object.entries(population).map(([code, size]) => [
        code,
        list.filter((one) => one.district === code).length / size,
      ]),
    )
    const wanted = fromRows(
      people(list).map((person) => ({ ...person, stratum: person.margins[0]! })),
      { ...rowDesign, fraction },
    )
    near(score.score, wanted.score)
    near(score.se, wanted.se)
    expect(score.degreesOfFreedom).toBe(list.length - 3)
  })
})
