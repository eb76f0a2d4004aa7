import { describe, expect, it } from 'vitest'
import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { addResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import { alternatives } from '../../../scoring/subjective/alternatives.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import { sampleAlternatives } from '../../../scoring/subjective/sampleAlternatives.ts'
import { sampleGroups } from '../../../scoring/subjective/sampleGroups.ts'
import { scoreGroups } from '../../../scoring/subjective/scoreGroups.ts'
import { scoreSample } from '../../../scoring/subjective/scoreSample.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'

const text = { zh: '甲', en: 'A' }
const key: ScoringKey = {
  scale: { min: 1, max: 5 },
  dimensions: [{ code: 'D1', label: text, weight: 1 }],
  items: [{ name: 'A1', label: text, dimension: 'D1', indicator: 'L1P1', scored: true, weight: 1 }],
}
const design: SurveyDesign = {
  variables: [
    {
      name: 'side',
      label: text,
      question: 'S3',
      categories: ['north', 'south'].map((code) => ({ code, label: text, values: [code] })),
    },
  ],
  margins: [],
  calibration: { method: 'none' },
  sampling: { stratum: 'side', population: { north: 400, south: 1200 } },
  decisions: [],
}

/** Ratings 1…5 in turn; base weights as the strata were drawn. */
function persons(
  many: number,
  weights: Record<string, number>,
  shift = 0,
): [cell: string, weight: number, code: number][] {
  return Array.from({ length: many }, (_, at) => {
    const cell = at % 2 === 0 ? 'north' : 'south'
    return [cell, weights[cell] ?? 1, Math.min(5, 1 + (at % 4) + shift)]
  })
}

function tallyOf(...groups: ReturnType<typeof persons>[]): Tally {
  const tally = emptyTally(key)
  for (const [cell, weight, code] of groups.flat()) addResponse(tally, cell, weight, [code])
  return tally
}

const invited = persons(200, { north: 4, south: 12 })
const volunteers = persons(300, {}, 1)
const all = tallyOf(invited, volunteers)
const publication = { respondents: 150, effectiveShare: 0 }

describe('the score under the name of its sample', () => {
  it('a drawn sample: strata, base weights and finite population, by hand', () => {
    const tally = tallyOf(invited)
    const { kind, score, se } = scoreSample({ tally, design: { ...design, sample: 'probability' }, key })
    expect(kind).toBe('probability')
    // North has codes 1 and 3, south 2 and 4, a hundred persons each; south stands for three times as many.
    const mean = (4 * 2 + 12 * 3) / 16
    expect(score).toBeCloseTo(((mean - 1) / 4) * 100, 10)
    const variance = [
      { d: 4, population: 400, codes: [1, 3] },
      { d: 12, population: 1200, codes: [2, 4] },
    ].reduce((sum, { d, population, codes }) => {
      const u = codes.map((code) => (d * (code - mean)) / 1600)
      const centre = (u[0]! + u[1]!) / 2
      const squares = 50 * u.reduce((before, one) => before + (one - centre) ** 2, 0)
      return sum + ((1 - 100 / population) * 100 * squares) / 99
    }, 0)
    expect(se).toBeCloseTo(25 * Math.sqrt(variance), 10)
  })

  it('volunteers: a model-based one', () => {
    expect(scoreSample({ tally: all, design, key })).toEqual(scoreSurvey({ tally: all, design, key, kind: 'model' }))
  })

  it('a mixed sample whose drawn part may be published: that part, both printed', () => {
    const drawn = tallyOf(invited)
    const score = scoreSample({ tally: all, drawn, design: { ...design, sample: 'mixed' }, key, publication })
    const alone = scoreSurvey({ tally: drawn, design: { ...design, sample: 'mixed' }, key, kind: 'probability' })
    expect(score).toMatchObject({ kind: 'probability', score: alone.score, se: alone.se, mixed: { share: 1 } })
    expect(score.mixed?.parts.model).toMatchObject({ kind: 'model', respondents: 300 })
  })

  it('else the two combined by the agreed share, model-based', () => {
    const mixed: SurveyDesign = { ...design, sample: 'mixed', drawnShare: 0.3 }
    const { sampling: _, ...open } = mixed
    const score = scoreSample({ tally: all, drawn: tallyOf(invited), design: mixed, key })
    const a = scoreSurvey({ tally: tallyOf(invited), design: mixed, key, kind: 'probability' })
    const b = scoreSurvey({ tally: tallyOf(volunteers), design: open, key, kind: 'model' })
    expect(score.kind).toBe('model')
    expect(score.score).toBeCloseTo(0.3 * a.score! + 0.7 * b.score!, 12)
    expect(score.se).toBeCloseTo(Math.hypot(0.3 * a.se!, 0.7 * b.se!), 12)
    expect(score.dimensions[0]?.score).toBeCloseTo(score.score!, 12)
    expect(score.respondents).toBe(500)
    expect(() => scoreSample({ tally: all, design: mixed, key })).toThrow(RangeError)
  })
})

describe('groups and other choices of a mixed sample', () => {
  const shared = {
    tally: all,
    drawn: tallyOf(invited),
    design: { ...design, sample: 'mixed' as const, drawnShare: 0.3 },
    key,
  }
  const { sampling: _, ...open } = design
  const parts = [
    { share: 0.3, data: { tally: tallyOf(invited), design, key } },
    { share: 0.7, data: { tally: tallyOf(volunteers), design: open, key } },
  ]

  it('groups combine those of the drawn and of the volunteers by the shares of the score', () => {
    const groups = sampleGroups(shared, ['side']).get('side')!
    const own = parts.map(({ data }) => scoreGroups(data, 'side'))
    for (const [at, group] of groups.entries()) {
      const [drawn, others] = own.map((list) => list[at]!)
      expect(group.n).toBe(drawn!.n + others!.n)
      expect(group.score).toBeCloseTo(0.3 * drawn!.score! + 0.7 * others!.score!, 12)
      expect(group.se).toBeCloseTo(Math.hypot(0.3 * drawn!.se!, 0.7 * others!.se!), 12)
      expect(group.dimensions[0]!.score).toBeCloseTo(group.score!, 12)
    }
  })

  it('the first of the alternatives is the score, the others are combined alike', () => {
    const rows = sampleAlternatives(shared)
    const official = scoreSample(shared)
    expect(rows[0]!.score).toBeCloseTo(official.score!, 12)
    expect(rows[0]!.se).toBeCloseTo(official.se!, 12)
    const unweighted = parts.map(({ data }) => alternatives(data).find(({ code }) => code === 'unweighted')!.score!)
    const row = rows.find(({ code }) => code === 'unweighted')!
    expect(row.score).toBeCloseTo(0.3 * unweighted[0]! + 0.7 * unweighted[1]!, 12)
  })

  it('where the drawn part stands alone, groups and alternatives are its own', () => {
    const alone = { ...shared, publication }
    expect(sampleGroups(alone, ['side']).get('side')).toEqual(scoreGroups(parts[0]!.data, 'side'))
    expect(sampleAlternatives(alone)[0]!.score).toBe(scoreSample(alone).score)
  })
})
