import { describe, expect, it } from 'vitest'
import { trim } from '../../../scoring/sampling/trim.ts'
import { trimmedRake } from '../../../scoring/sampling/trimmedRake.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import { caseSurvey } from '../subjective/caseSurvey.ts'
import { statsCase } from './statsCase.ts'

const one = (length: number) => new Float64Array(length).fill(1)
const trimmed = (weights: number[], lower: number, upper: number, strict = true) =>
  trim(Float64Array.from(weights), one(weights.length), { lower, upper }, { strict })

describe('trimming', () => {
  it('shares what is cut off equally over the weights not clipped', () => {
    expect(trimmed([1, 2, 3, 10], 1, 7, false)).toEqual({ weights: Float64Array.of(2, 3, 4, 7), settled: true })
  })

  it('may push another weight over the bound, unless it is strict', () => {
    expect([...trimmed([1, 6, 14], 0, 7, false).weights]).toEqual([4.5, 9.5, 7])
    const { weights, settled } = trimmed([1, 6, 14], 0, 7)
    expect(settled).toBe(true)
    for (const weight of weights) expect(weight).toBeCloseTo(7, 9)
  })

  it('keeps the sum and counts a unit as often as it has respondents', () => {
    const counts = Float64Array.of(3, 2, 1)
    const cells = trim(Float64Array.of(1, 4, 12), counts, { lower: 2, upper: 8 })
    const persons = trimmed([1, 1, 1, 4, 4, 12], 2, 8)
    expect([0, 3, 5].map((person) => persons.weights[person])).toEqual([...cells.weights])
    expect(persons.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(23, 10)
  })

  it('says that bounds cannot be met', () => {
    expect(trimmed([5, 5], 1, 4).settled).toBe(false)
  })
})

describe('raking with trimming', () => {
  const margin = { category: Int32Array.of(0, 1), targets: Float64Array.of(10, 90) }

  it('does nothing where the weights are inside', () => {
    const outcome = trimmedRake(one(2), [1, 9], [margin], { lower: 1, upper: 20, cycles: 5 })
    expect(outcome).toMatchObject({ settled: true, cycles: 0, g: Float64Array.of(10, 10) })
  })

  it('says that margins and bounds cannot be had together', () => {
    const outcome = trimmedRake(one(2), [1, 1], [margin], { lower: 1, upper: 60, cycles: 8 })
    expect(outcome).toMatchObject({ settled: false, cycles: 8 })
  })

  it('leaves a category beyond the population at the weight 0', () => {
    const margins = [{ category: Int32Array.of(0, 1, 2), targets: Float64Array.of(10, 90, 0) }]
    const once = trimmedRake(one(3), [1, 9, 2], margins, { lower: 5, upper: 20, cycles: 0 })
    expect(once).toMatchObject({ settled: true, g: Float64Array.of(10, 10, 0) })
    const again = trimmedRake(one(3), [1, 9, 2], margins, { lower: 5, upper: 20, cycles: 5 })
    expect(again).toMatchObject({ settled: true, cycles: 0, g: Float64Array.of(10, 10, 0) })
  })

  it('trims once more where the rounds do not suffice, so that the bounds hold and the margins do not', () => {
    const outcome = trimmedRake(one(2), [1, 1], [margin], { lower: 1, upper: 60, cycles: 3 })
    if ('zeroCells' in outcome) throw new Error('no zero cells here')
    expect(Math.max(...outcome.g)).toBeLessThanOrEqual(60 * (1 + 1e-9))
  })

  it('names categories without respondents', () => {
    const margins = [{ category: Int32Array.of(0, 0), targets: Float64Array.of(10, 90) }]
    const options = { lower: 1, upper: 60, cycles: 8 }
    expect(trimmedRake(one(2), [1, 1], margins, options)).toEqual({ zeroCells: [{ margin: 0, category: 1 }] })
  })

  it('takes as many rounds as the reference case', () => {
    const given = statsCase('12-trim-rake-cycles')
    const { calibration } = scoreSurvey({ ...caseSurvey(given), kind: 'model' })
    expect(calibration.trimCycles).toBe(24)
    expect(calibration.largestGap).toBeLessThan(1e-9)
  })
})
