import { describe, expect, it } from 'vitest'
import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import type { Caution } from '../../../scoring/subjective/score.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import * as sample from './sampleSurvey.ts'

const list = sample.responses(21, 600)
const { forms: _, ...oneForm } = sample.design

function cautions(responses: sample.Response[], design: SurveyDesign = oneForm, key: ScoringKey = sample.key) {
  const score = scoreSurvey({ tally: sample.tallyOf(responses), design, key, kind: 'model' })
  return {
    score,
    found: score.cautions,
    of: (code: Caution['code']) => score.cautions.filter((one) => one.code === code),
  }
}

/** The design with other counts of its second margin (sex), and another category where asked. */
const withSex = (counts: Record<string, number>): SurveyDesign => ({
  ...oneForm,
  margins: oneForm.margins.map((margin, at) =>
    at === 1
      ? { ...margin, counts: Object.entries(counts).map(([code, count]) => ({ categories: [code], count })) }
      : margin,
  ),
})

describe('cautions', () => {
  it('are none on a sound sample', () => {
    expect(cautions(list.map((one) => ({ ...one, d: 1 }))).found).toEqual([])
  })

  it('name a category without respondents; the others stand in for it', () => {
    const { of, score } = cautions(list.filter(({ district }) => district !== 'west'))
    expect(of('zero-cell')).toMatchObject([{ subject: 'district=west', blocks: true }])
    expect(of('zero-cell')[0]!.text.en).toContain('25.0%')
    expect(score.score).not.toBeNull()
    expect(score.calibration.converged).toBe(true)
    expect(score.calibration.sumOfWeights).toBeCloseTo(1000, 8)
  })

  it('name a category with too few respondents', () => {
    const west = list.filter(({ district }) => district === 'west').slice(0, 29)
    const { of } = cautions([...list.filter(({ district }) => district !== 'west'), ...west])
    expect(of('thin-category')).toMatchObject([{ subject: 'district=west', blocks: true }])
    expect(of('thin-category')[0]!.text.zh).toContain('29')
  })

  it('name a category that the population does not have', () => {
    const { of, score } = cautions(list, withSex({ f: 1000, m: 0 }))
    expect(of('margins-disagree')).toMatchObject([{ subject: 'sex=m', blocks: true }])
    expect(score.calibration.smallestWeight).toBe(0)
  })

  it('name a category that was folded together, until a decision is recorded', () => {
    const folded: SurveyDesign = {
      ...oneForm,
      variables: oneForm.variables.map((one) =>
        one.name === 'age'
          ? { ...one, categories: one.categories.map((own) => ({ ...own, folded: own.code === 'old' })) }
          : one,
      ),
    }
    expect(cautions(list, folded).of('folded-category')).toMatchObject([{ subject: 'age=old', blocks: true }])
    const decisions = [{ zh: '75 岁及以上人数过少', en: 'too few people of 75 and over' }]
    const decided = cautions(list, { ...folded, decisions }).of('folded-category')
    expect(decided).toMatchObject([{ subject: 'age=old', blocks: false }])
  })

  it('name margins with different totals until a decision is recorded; the score does not depend on them', () => {
    const other = withSex({ f: 1040, m: 960 })
    const open = cautions(list, other)
    expect(open.of('margins-disagree')).toMatchObject([{ subject: 'district,sex,age', blocks: true }])
    const decided = cautions(list, { ...other, decisions: [{ zh: '按比例', en: 'as shares' }] })
    expect(decided.of('margins-disagree')).toMatchObject([{ blocks: false }])
    expect(open.score.score).toBeCloseTo(cautions(list).score.score!, 11)
  })

  it('say that raking has not converged', () => {
    // Men only in the west, women only elsewhere, but the population is otherwise.
    const split = list.map((one) => ({ ...one, sex: one.district === 'west' ? 'm' : 'f' }))
    const { of, score } = cautions(split)
    expect(of('not-converged')).toMatchObject([{ blocks: true }])
    expect(score.calibration.converged).toBe(false)
  })

  it('name weights past the cap', () => {
    const heavy = list.map((one, at) => ({ ...one, d: at < 3 ? 40 : 1 }))
    const { of } = cautions(heavy)
    expect(of('weight-cap')).toMatchObject([{ blocks: true }])
    expect(of('weight-cap')[0]!.text.en).toMatch(/^3 responses/)
  })

  it('name items with few raters and with many who do not know, and score the rest', () => {
    const odd = list.map((one, at) => ({
      ...one,
      codes: one.codes.map((code, item) => (item === 0 && at >= 29 ? 98 : code)),
    }))
    const { of, score } = cautions(odd)
    expect(of('thin-item')).toMatchObject([{ subject: 'A1', blocks: false }])
    expect(of('high-dont-know')).toMatchObject([{ subject: 'A1', blocks: false }])
    expect(score.items.map(({ weight }) => Number(weight.toFixed(12)))).toEqual([0, 0.6, 0.25, 0.15])
    expect(score.score).not.toBeNull()
  })

  it('name a dimension without items: there is no score then', () => {
    const odd = list.map((one) => ({ ...one, codes: one.codes.map((code, item) => (item < 2 ? 97 : code)) }))
    const { of, score } = cautions(odd)
    expect(of('empty-dimension')).toMatchObject([{ subject: 'A', blocks: true }])
    expect(score.score).toBeNull()
    expect(score.dimensions[1]!.score).not.toBeNull()
    expect(score.items[0]!.dontKnowRate).toBeNull()
  })

  it('name a stratum with a single respondent: there is no standard error then', () => {
    const one = list.find(({ district }) => district === 'west')!
    const few = [...list.filter(({ district }) => district !== 'west'), one]
    const { of, score } = cautions(few, { ...oneForm, sampling: { stratum: 'district' } })
    expect(of('lonely-stratum')).toMatchObject([{ subject: 'west', blocks: true }])
    expect(score.se).toBeNull()
    expect(score.score).not.toBeNull()
  })

  it('look at the respondents of the full form by themselves', () => {
    const west = list.filter(({ district }) => district === 'west')
    const mixed = list.map((one) => ({ ...one, form: one.district === 'west' && one !== west[0] ? 'short' : 'full' }))
    const { of } = cautions(mixed, sample.design)
    expect(of('thin-category')).toMatchObject([{ subject: 'district=west', blocks: true }])
  })

  it('speak both languages and say what to do', () => {
    const { found } = cautions(list.slice(0, 40))
    expect(found.length).toBeGreaterThan(0)
    for (const { text } of found) {
      expect(text.zh).toMatch(/[请须]|权重由/)
      expect(text.en).toMatch(/[Cc]ollect|[Rr]ecord|Check|say so|would bring/)
    }
  })
})
