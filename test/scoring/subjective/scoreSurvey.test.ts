import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { addResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally } from '../../../scoring/sampling/tally/tally.ts'
import { alternatives } from '../../../scoring/subjective/alternatives.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import * as sample from './sampleSurvey.ts'

const plain: SurveyDesign = { variables: [], margins: [], calibration: { method: 'none' }, decisions: [] }
const tiny: ScoringKey = {
  ...sample.key,
  dimensions: [{ ...sample.key.dimensions[0]!, weight: 1 }],
  items: ['A', 'B'].map((name) => ({ ...sample.key.items[0]!, name, dimension: 'A', indicator: name, weight: 0.5 })),
}
const rules = { fewestRaters: 1 }

/** Three persons with weights 1, 1, 2, as base weights without calibration. */
function tinyTally(codes: number[][]) {
  const tally = emptyTally(tiny)
  for (const [person, weight] of [1, 1, 2].entries()) addResponse(tally, '', weight, codes[person]!)
  return tally
}

describe('the tiny fixture of SR-1', () => {
  it('item means are over those who rated', () => {
    const tally = tinyTally([
      [5, 4],
      [3, 2],
      [98, 5],
    ])
    const score = scoreSurvey({ tally, design: plain, key: tiny, kind: 'model', rules })
    expect(score.items.map((item) => item.score)).toEqual([75, 75])
    expect(score.items.map((item) => item.n)).toEqual([2, 3])
    expect(score.items.map((item) => item.dontKnowRate)).toEqual([0.5, 0])
    expect(score.score).toBe(75)
    expect(score.respondents).toBe(3)
    expect(score.nEffective).toBeCloseTo(16 / 6, 12)
    expect(score.designEffect).toBeCloseTo(18 / 16, 12)
  })

  it('with all three answering, and by the office habit', () => {
    const key = { ...tiny, items: tiny.items.map((item, at) => ({ ...item, weight: Number(at === 0) })) }
    const tally = tinyTally([
      [5, 4],
      [3, 2],
      [1, 5],
    ])
    const score = scoreSurvey({ tally, design: plain, key, kind: 'model', rules })
    expect(score.items[0]!.score).toBe(37.5)
    const both = scoreSurvey({ tally, design: plain, key: tiny, kind: 'model', rules })
    expect(both.score).toBe(56.25)
    const rows = alternatives({ tally, design: plain, key: tiny, rules })
    expect(rows.find(({ code }) => code === 'office-habit')!.score).toBe(65)
    expect(rows.find(({ code }) => code === 'unweighted')!.score).toBeCloseTo((50 + 200 / 3) / 2, 12)
  })

  it('standard error of a weighted mean by hand', () => {
    const tally = tinyTally([
      [5, 98],
      [3, 98],
      [1, 98],
    ])
    const key = {
      ...tiny,
      items: tiny.items.map((item, at) => ({ ...item, scored: at === 0, weight: Number(at === 0) })),
    }
    const { se, interval, score } = scoreSurvey({ tally, design: plain, key, kind: 'model', rules })
    // u = w (y − 37.5) / 4: 15.625, 3.125, −18.75; their sum is 0.
    const wanted = Math.sqrt((3 / 2) * (15.625 ** 2 + 3.125 ** 2 + 18.75 ** 2))
    expect(se).toBeCloseTo(wanted, 10)
    expect(interval![1]! - score!).toBeCloseTo(4.302652729749462 * wanted, 8)
  })
})

describe('a survey score', () => {
  it('is the same to the bit whatever the order of the responses', () => {
    const list = sample.responses(7, 300, { unknown: { sex: 0.1 }, short: 0.2 })
    const scored = (order: typeof list) =>
      JSON.stringify(
        scoreSurvey({ tally: sample.tallyOf(order), design: sample.design, key: sample.key, kind: 'model' }),
      )
    const wanted = scored(list)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        (order) => scored(order) === wanted,
      ),
      { numRuns: 10 },
    )
  })

  it('of nobody is none, and says so', () => {
    const score = scoreSurvey({ tally: emptyTally(sample.key), design: sample.design, key: sample.key, kind: 'model' })
    expect(score).toMatchObject({ score: null, se: null, interval: null, n: 0, respondents: 0, nEffective: 0 })
    expect(score.cautions.map(({ code }) => code)).toEqual(['no-responses'])
    expect(score.dimensions.map((dimension) => dimension.score)).toEqual([null, null])
  })

  it('does not change when all base weights are scaled', () => {
    const list = sample.responses(8, 300)
    const score = (factor: number) => {
      const tally = sample.tallyOf(list.map((one) => ({ ...one, d: factor * one.d })))
      return scoreSurvey({ tally, design: sample.design, key: sample.key, kind: 'model' })
    }
    expect(score(12.5).score).toBeCloseTo(score(1).score!, 11)
    expect(score(12.5).se).toBeCloseTo(score(1).se!, 11)
  })

  it('is refused where the tally counts other items than the key', () => {
    const tally = emptyTally(tiny)
    expect(() => scoreSurvey({ tally, design: plain, key: sample.key, kind: 'model' })).toThrow(RangeError)
  })

  it('is refused where a cell is none of the design', () => {
    const tally = emptyTally(sample.key)
    addResponse(tally, 'east|f|old|full', 1, [1, 2, 3, 4])
    expect(() => scoreSurvey({ tally, design: sample.design, key: sample.key, kind: 'model' })).toThrow(/east/)
  })
})

describe('the sensitivity table', () => {
  const list = sample.responses(9, 500)
  const data = { tally: sample.tallyOf(list), design: sample.design, key: sample.key }
  const rows = Object.fromEntries(alternatives(data, { A: 1, B: 0 }).map((row) => [row.code, row]))
  const score = scoreSurvey({ ...data, kind: 'model' })

  it('begins with the score itself', () => {
    expect(rows.standard!.score).toBe(score.score)
    expect(rows.standard!.se).toBe(score.se)
  })

  it('weights dimensions alike, or by importance', () => {
    const [a, b] = score.dimensions
    expect(rows['equal-dimensions']!.score).toBeCloseTo((a!.score! + b!.score!) / 2, 11)
    expect(rows.importance!.score).toBeCloseTo(a!.score!, 11)
    expect(rows.importance!.se).toBeCloseTo(a!.se!, 11)
  })

  it('shows the score without calibration and without any weights', () => {
    const mean = (item: number, weight: (one: sample.Response) => number) => {
      const raters = list.filter(({ codes }) => codes[item]! <= 5)
      const sum = raters.reduce((total, one) => total + weight(one), 0)
      return raters.reduce((total, one) => total + weight(one) * (one.codes[item]! - 1) * 25, 0) / sum
    }
    const whole = (weight: (one: sample.Response) => number) =>
      sample.key.items.reduce((total, item, at) => total + item.weight * mean(at, weight), 0)
    expect(rows.unweighted!.score).toBeCloseTo(
      whole(() => 1),
      10,
    )
    expect(rows['base-weights']!.score).toBeCloseTo(
      whole(({ d }) => d),
      10,
    )
    expect(rows.unweighted!.score).not.toBeCloseTo(score.score!, 2)
  })

  it('shows the score with trimmed weights, or untrimmed where the design trims', () => {
    const heavy = list.map((one, at) => ({ ...one, d: at < 5 ? 30 : 1 }))
    const tally = sample.tallyOf(heavy)
    const calibration = { ...sample.design.calibration, trim: { lower: 0, upper: 5, cycles: 100 } }
    const trimming = { ...data, tally, design: { ...sample.design, calibration } as SurveyDesign }
    const [plainly, trimmed] = [{ ...data, tally }, trimming].map((one) => scoreSurvey({ ...one, kind: 'model' }))
    const find = (survey: typeof trimming, code: string) => alternatives(survey).find((row) => row.code === code)
    expect(find({ ...data, tally }, 'trimmed')!.score).toBe(trimmed!.score)
    expect(find(trimming, 'untrimmed')!.score).toBe(plainly!.score)
    expect(trimmed!.calibration.largestWeight).toBeLessThanOrEqual((5 * 1000 * (1 + 2e-6)) / list.length)
    expect(trimmed!.score).not.toBeCloseTo(plainly!.score!, 3)
  })
})
