import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTallies } from '../../../scoring/sampling/tally/mergeTallies.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import { fromRows } from './fromRows.ts'
import { design, key, people, responses, rowDesign, tallyOf } from './sampleSurvey.ts'

describe('cells and respondents', () => {
  it('give the same score and standard error over random samples, forms and gaps', () => {
    const share = fc.constantFrom(0, 0.05, 0.2)
    fc.assert(
      fc.property(fc.nat(), share, share, share, fc.constantFrom(0, 0.2), (seed, district, sex, age, short) => {
        const list = responses(seed, 250, { unknown: { district, sex, age }, short })
        const score = scoreSurvey({ tally: tallyOf(list), design, key, kind: 'model' })
        fc.pre(score.cautions.every(({ code }) => code !== 'zero-cell' && code !== 'thin-item'))
        const wanted = fromRows(people(list), rowDesign)
        expect(Math.abs(score.score! / wanted.score - 1)).toBeLessThan(1e-10)
        expect(Math.abs(score.se! / wanted.se - 1)).toBeLessThan(1e-9)
      }),
      { numRuns: 20, seed: 5 },
    )
  })

  it('lose no digits with millions of responses', () => {
    const list = responses(6, 300, { short: 0.2 })
    const once = tallyOf(list)
    let many = once
    for (let doubling = 0; doubling < 15; doubling += 1) many = mergeTallies(many, many)
    const [few, millions] = [once, many].map((tally) => scoreSurvey({ tally, design, key, kind: 'model' }))
    const copies = 2 ** 15
    expect(millions!.respondents).toBe(copies * 300)
    expect(Math.abs(millions!.score! / few!.score! - 1)).toBeLessThan(1e-13)
    // n / (n − 1) aside, variance falls with the number of copies.
    const wanted = few!.se! * Math.sqrt((299 / 300 / copies) * ((copies * 300) / (copies * 300 - 1)))
    expect(Math.abs(millions!.se! / wanted - 1)).toBeLessThan(1e-12)
  })
})
