import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { combineIndependent, waveDifference } from '../../../scoring/subjective/independent.ts'
import { mixSamples } from '../../../scoring/subjective/mixedSample.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import { statsCase } from '../sampling/statsCase.ts'
import { caseSurvey } from './caseSurvey.ts'
import * as sample from './sampleSurvey.ts'

interface Difference {
  difference: number
  degf_sum: number
  se_by_method: { projection_base_weight_metric: number }
}
const folder = join(import.meta.dirname, '../../reference/stats/15-wave-difference')
const expected: { differences: Record<string, Difference> } = JSON.parse(
  readFileSync(join(folder, 'expected.json'), 'utf8'),
)
const wave = (name: string) => scoreSurvey({ ...caseSurvey(statsCase(`15-wave-difference/${name}`)), kind: 'model' })

describe('difference of two waves', () => {
  it.each(['q01', 'q10'])('of item %s as in the reference', (item) => {
    const [before, now] = [wave('wave1'), wave('wave2')].map(({ items, degreesOfFreedom }) => ({
      estimate: items.find(({ name }) => name === item)!,
      degreesOfFreedom,
    }))
    const { value, se } = waveDifference(now!, before!)
    const wanted = expected.differences[item]!
    expect(Math.abs(value! / 25 - wanted.difference)).toBeLessThan(1e-9 * Math.abs(wanted.difference) + 1e-13)
    expect(Math.abs(se! / 25 / wanted.se_by_method.projection_base_weight_metric - 1)).toBeLessThan(1e-9)
    expect(now!.degreesOfFreedom + before!.degreesOfFreedom).toBe(wanted.degf_sum)
  })

  it('is none where a wave has no score, and has no standard error where one has none', () => {
    const known = { estimate: { score: 60, se: 1 }, degreesOfFreedom: 10 }
    const none = { value: null, se: null, interval: null }
    expect(waveDifference(known, { ...known, estimate: { score: null, se: null } })).toEqual(none)
    expect(waveDifference(known, { ...known, estimate: { score: 58, se: null } })).toEqual({ ...none, value: 2 })
  })

  it('adds variances', () => {
    const part = (se: number) => ({ estimate: { score: 1, se }, degreesOfFreedom: 50, coefficient: 1 })
    expect(combineIndependent([part(3), part(4)])).toMatchObject({ value: 2, se: 5 })
  })
})

describe('a probability sample and an open one', () => {
  const { forms: _, ...design } = sample.design
  const score = (seed: number, kind: 'probability' | 'model') =>
    scoreSurvey({ tally: sample.tallyOf(sample.responses(seed, 300)), design, key: sample.key, kind })
  const [drawn, open] = [score(41, 'probability'), score(42, 'model')]

  it('gives the probability part alone where that may be published', () => {
    const mixed = mixSamples(drawn, open, { share: 0.6, standsAlone: true })
    expect(mixed).toMatchObject({ kind: 'probability', share: 1, score: drawn.score, n: 300 })
    expect(mixed.se).toBeCloseTo(drawn.se!, 12)
    expect(mixed.interval![0]).toBeCloseTo(drawn.interval![0], 10)
    expect(mixed.nEffective).toBeCloseTo(drawn.nEffective, 9)
    expect(mixed.parts).toEqual({ probability: drawn, model: open })
  })

  it('else both, by the agreed share, as model-based', () => {
    const mixed = mixSamples(drawn, open, { share: 0.6, standsAlone: false })
    expect(mixed).toMatchObject({ kind: 'model', share: 0.6, n: 600 })
    expect(mixed.score).toBeCloseTo(0.6 * drawn.score! + 0.4 * open.score!, 12)
    expect(mixed.se).toBeCloseTo(Math.hypot(0.6 * drawn.se!, 0.4 * open.se!), 12)
    expect(mixed.items[0]!.score).toBeCloseTo(0.6 * drawn.items[0]!.score! + 0.4 * open.items[0]!.score!, 12)
    expect(mixed.dimensions.map(({ code }) => code)).toEqual(['A', 'B'])
    expect(mixed.nEffective).toBeLessThanOrEqual(drawn.nEffective + open.nEffective)
  })

  it('is refused for a share that is none and for different questionnaires', () => {
    expect(() => mixSamples(drawn, open, { share: 1.2, standsAlone: false })).toThrow(RangeError)
    expect(() => mixSamples(drawn, { ...open, items: [] }, { share: 0.5, standsAlone: false })).toThrow(RangeError)
  })
})
