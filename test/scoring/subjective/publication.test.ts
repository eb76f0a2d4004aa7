import { describe, expect, it } from 'vitest'
import { disclosure, disclosureOf, intervalName } from '../../../scoring/subjective/disclosure.ts'
import { mixSamples } from '../../../scoring/subjective/mixedSample.ts'
import { obstaclesTo, standsAlone } from '../../../scoring/subjective/publication.ts'
import { importanceWeights, sampleAlternatives } from '../../../scoring/subjective/sampleAlternatives.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import * as sample from './sampleSurvey.ts'

const { forms: _, ...design } = sample.design
const list = sample.responses(31, 600).map((one) => ({ ...one, d: 1 }))
const scored = (responses: sample.Response[], kind: 'probability' | 'model' = 'probability') =>
  scoreSurvey({ tally: sample.tallyOf(responses), design, key: sample.key, kind })
const threshold = { respondents: 400, effectiveShare: 0.6 }

describe('publication', () => {
  it('of a sound score meets no obstacle', () => {
    expect(obstaclesTo(scored(list), threshold)).toEqual([])
    expect(standsAlone(scored(list), threshold)).toBe(true)
  })

  it('is held up by a sample below the threshold until a decision is recorded', () => {
    const few = scored(list.slice(0, 390))
    expect(obstaclesTo(few, threshold)).toMatchObject([
      { code: 'below-threshold', subject: 'respondents', decidable: true },
    ])
    expect(standsAlone(few, threshold)).toBe(false)
    expect(obstaclesTo(few, threshold, [{ code: 'below-threshold', subject: 'respondents' }])).toEqual([])
  })

  it('is held up by weights that are too unequal', () => {
    const uneven = scored(list.map((one, at) => ({ ...one, d: at % 10 === 0 ? 4 : 0.2 })))
    expect(obstaclesTo(uneven, threshold).map(({ subject }) => subject)).toContain('effective')
  })

  it('is held up by each blocking caution until a decision about that very thing is recorded', () => {
    const west = list.filter(({ district }) => district === 'west').slice(0, 20)
    const thin = scored([...list.filter(({ district }) => district !== 'west'), ...west])
    const held = obstaclesTo(thin, threshold)
    expect(held.map(({ code, subject }) => [code, subject])).toContainEqual(['thin-category', 'district=west'])
    const decisions = held.map(({ code, subject }) => ({ code, subject }))
    expect(obstaclesTo(thin, threshold, decisions)).toEqual([])
    expect(obstaclesTo(thin, threshold, [{ code: 'thin-category', subject: 'district=north' }])).toEqual(held)
  })

  it('cannot be decided where there is no score', () => {
    const none = scored([])
    const decisions = [
      { code: 'no-responses' as const, subject: '' },
      { code: 'below-threshold' as const, subject: 'respondents' },
    ]
    expect(obstaclesTo(none, threshold, decisions).every(({ decidable }) => !decidable)).toBe(true)
    expect(standsAlone(none, threshold, decisions)).toBe(false)
  })

  it('of a mixed sample: the drawn part if it stands alone, else both, and then model-based', () => {
    const open = scored(sample.responses(32, 500), 'model')
    const enough = scored(list)
    const alone = mixSamples(enough, open, { share: 0.5, standsAlone: standsAlone(enough, threshold) })
    expect(alone).toMatchObject({ kind: 'probability', share: 1, score: enough.score, se: enough.se })
    const few = scored(list.slice(0, 300))
    const both = mixSamples(few, open, { share: 0.5, standsAlone: standsAlone(few, threshold) })
    expect(both).toMatchObject({ kind: 'model', share: 0.5, parts: { probability: few, model: open } })
    expect(both.score).toBeCloseTo((few.score! + open.score!) / 2, 12)
  })
})

describe('the disclosure paragraph', () => {
  const facts = {
    respondents: 1800,
    nEffective: 1402.3,
    calibratedTo: [{ zh: '性别', en: 'sex' }],
    sources: [{ zh: '七普', en: 'census 2020' }],
  }

  it('never gives an open sample a sampling error or a confidence interval', () => {
    const { zh, en } = disclosure({ ...facts, sample: 'model' })
    expect(zh).toContain('非概率样本')
    expect(zh).not.toContain('置信区间')
    expect(en).not.toContain('confidence interval')
    expect(en).toContain('no sampling error can be calculated')
    expect(en).toContain('1402')
    expect(en).toContain('by sex (source: census 2020)')
  })

  it('says of a drawn sample what its interval does not cover, of a mixed one its share', () => {
    expect(disclosure({ ...facts, sample: 'probability' }).en).toContain('95% confidence interval')
    expect(disclosure({ ...facts, sample: 'mixed', share: 0.4 }).en).toContain('40% for the drawn part')
  })

  it('calls a calibrated score weighted, also where the variables are not known any more, and no other', () => {
    const calibrated = scored(list)
    const sex = [{ zh: '性别', en: 'sex' }]
    expect(calibrated.calibration.method).not.toBe('none')
    expect(disclosureOf(calibrated, sex).en).toContain('weighted to the population by sex')
    expect(disclosureOf(calibrated, []).en).toContain('weighted to the population.')
    const none = { ...calibrated, calibration: { ...calibrated.calibration, method: 'none' as const } }
    expect(disclosureOf(none, sex).en).toContain('not weighted')
  })

  it('can be extended, not shortened', () => {
    const addition = { zh: '调查由统计局批准。', en: 'Approved by the bureau.' }
    const plain = disclosure({ ...facts, sample: 'model', calibratedTo: null })
    const more = disclosure({ ...facts, sample: 'model', calibratedTo: null, addition })
    expect(more.zh).toBe(plain.zh + addition.zh)
    expect(more.en).toBe(`${plain.en} ${addition.en}`)
  })

  it('names the two kinds of interval', () => {
    expect(intervalName.model.en).toContain('model-based')
    expect(intervalName.model.zh).not.toContain('置信')
  })
})

describe('the score by other weights and scales', () => {
  const data = { tally: sample.tallyOf(list), design, key: sample.key }
  const wanted = (A: number, B: number) => ({
    points: [
      { code: 'A', importance: A },
      { code: 'B', importance: B },
    ],
  })

  it('begins with the score itself; by importance the dimensions count as often as they were named', () => {
    const rows = sampleAlternatives(data, importanceWeights(wanted(30, 10)))
    const own = scoreSurvey({ ...data, kind: 'model' })
    expect(rows[0]).toMatchObject({ code: 'standard', score: own.score, se: own.se })
    expect(rows.map(({ code }) => code)).toEqual([
      'standard',
      'equal-dimensions',
      'importance',
      'office-habit',
      'trimmed',
      'base-weights',
      'unweighted',
    ])
    const { score } = rows.find(({ code }) => code === 'importance')!
    expect(score).toBeCloseTo(0.75 * own.dimensions[0]!.score! + 0.25 * own.dimensions[1]!.score!, 10)
  })

  it('has no importance where nobody named anything', () => {
    expect(importanceWeights(wanted(0, 0))).toBeUndefined()
    expect(importanceWeights({ points: [] })).toBeUndefined()
  })
})
