import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimate } from '../../../scoring/sampling/estimate/estimate.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import { bounds, countsOf, madeUp, marginName, type Person, sizeOf, surveyOf, type Wish, wish } from './randomSurvey.ts'

/** Row by row, as from files. */
function fromFiles(given: Wish, people: Person[], total: number) {
  const { sizes, items, stratified, fpc, trim } = given
  const variables = [...sizes.keys()].map((at) => `v${at}`)
  const names = Array.from({ length: items }, (_, at) => `q${at}`)
  const mean = total / people.length
  const result = estimate({
    design: {
      weights: 'd',
      strata: stratified ? 'h' : null,
      fpc: fpc ? 'N' : null,
      calibration: trim ? 'trimmed-rake' : 'rake',
      margins: given.margins.map(marginName),
      trim: trim
        ? {
            lower: bounds.lower * mean,
            upper: bounds.upper * mean,
            strict: true,
            cycles: given.cycles,
            tolerance: 1e-6,
          }
        : null,
      missing_codes: [97, 98, 99],
      score: { level: 'item', item_min: 1, item_max: 5, dimensions: [{ name: 'D', weight: 1, items: names }] },
    },
    responses: {
      columns: [...variables, 'h', 'N', 'd', ...names],
      rows: people.map(({ values, stratum, d, codes }) =>
        [...values, stratum, sizeOf(stratum), d, ...codes].map(String),
      ),
    },
    population: {
      columns: ['variable', 'category', 'count'],
      rows: countsOf(given).flatMap(({ name, counts }) =>
        [...counts].map(([category, count]) => [name, category, String(count)]),
      ),
    },
    multipliers: null,
  })
  if ('problems' in result) return null
  return result.estimates
}

describe('cells and rows over random designs', () => {
  it('give the same score, standard error, weights and degrees of freedom', { timeout: 600_000 }, () => {
    let compared = 0
    fc.assert(
      fc.property(wish, (given) => {
        const people = madeUp(given)
        const { data, total } = surveyOf(given, people)
        const score = scoreSurvey({ ...data, kind: 'model' })
        const rows = fromFiles(given, people, total)
        fc.pre(rows !== null && score.cautions.every(({ code }) => code !== 'zero-cell' && code !== 'thin-item'))
        compared += 1
        const { available_case: wanted } = rows.composite_item_level!

        expect(Math.abs(score.score! / wanted.estimate - 1)).toBeLessThan(1e-11)
        expect(Math.abs(score.se! / wanted.se - 1)).toBeLessThan(1e-9)
        expect(score.degreesOfFreedom).toBe(rows.degf)
        expect(Math.abs(score.designEffect / rows.weights.kish_deff - 1)).toBeLessThan(1e-9)
        for (const [at, item] of score.items.entries())
          expect(Math.abs(item.score! / wanted.item_means_0_100[at]! - 1)).toBeLessThan(1e-11)
      }),
      { numRuns: process.env.TIYAN_LONG === '1' ? 2000 : 60, seed: 11 },
    )
    expect(compared).toBeGreaterThan(20)
  })
})
