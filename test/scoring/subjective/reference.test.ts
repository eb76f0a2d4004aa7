import { describe, expect, it } from 'vitest'
import { scoreGroups } from '../../../scoring/subjective/scoreGroups.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import { statsCase } from '../sampling/statsCase.ts'
import { caseSurvey } from './caseSurvey.ts'

const near = (value: number | null | undefined, wanted: number) =>
  expect(Math.abs(value! / wanted - 1)).toBeLessThan(1e-9)

const cases = [
  '01-srs-no-fpc',
  '02-srs-fpc',
  '05-poststratify-interlocked',
  '06-rake-3-margins',
  '07-rake-4-margins',
  '08-rake-stratified-unequal-weights',
  '11-rake-then-trim',
  '12-trim-rake-cycles',
  '13-item-nonresponse',
  '14-composite',
  '15-wave-difference/wave1',
  '15-wave-difference/wave2',
  '17-jackknife-raked',
  '19-rake-correlated-margins',
]
// The others estimate dimensions only.
const withItems = cases.filter((name) => name !== '14-composite')

describe('item-first composite of the reference cases, from tallies', () => {
  it.each(cases)('%s', (name) => {
    const given = statsCase(name)
    const { expected } = given
    const { item_coefficients, available_case: wanted } = expected.composite_item_level
    const score = scoreSurvey({ ...caseSurvey(given), kind: 'model' })

    near(score.score, wanted.estimate)
    near(score.se, wanted.se_by_method?.projection_base_weight_metric ?? wanted.se)
    expect(score.respondents).toBe(expected.n)
    expect(score.degreesOfFreedom).toBe(expected.degf)
    near(score.designEffect, expected.weights.kish_deff)
    near(score.calibration.sumOfWeights, expected.weights.sum)
    near(score.calibration.smallestWeight, expected.weights.min)
    near(score.calibration.largestWeight, expected.weights.max)
    expect(score.calibration.converged).toBe(true)
    for (const [at, item] of score.items.entries()) {
      near(item.score, wanted.item_means_0_100[at]!)
      expect(item.n).toBe(wanted.item_n[at])
      expect(item.weight).toBeCloseTo(item_coefficients[at]!, 15)
    }
  })

  it.each(withItems)('%s: single items with their standard errors and intervals', (name) => {
    const given = statsCase(name)
    const score = scoreSurvey({ ...caseSurvey(given), kind: 'model' })
    const found = score.items.filter((item) => given.expected.estimands[item.name] !== undefined)
    for (const item of found) {
      const { overall } = given.expected.estimands[item.name]!
      const { item_min, item_max } = given.design.score
      const se = overall.se_by_method?.projection_base_weight_metric ?? overall.se
      near((item.score! / 100) * (item_max - item_min) + item_min, overall.mean)
      near((item.se! / 100) * (item_max - item_min), se)
      // The reference's interval is that of R's own standard error: its half-width is rescaled to ours.
      const half = (overall.ci95_t[1] - overall.mean) / overall.se
      near(((item.interval![1] - item.score!) / 100) * (item_max - item_min), half * se)
    }
  })

  it.each(withItems)('%s: a single item in every domain', (name) => {
    const given = statsCase(name)
    const { design, key, tally } = caseSurvey(given)
    const { min, max } = key.scale
    for (const [at, { name: item }] of key.items.entries()) {
      const wanted = given.expected.estimands[item]
      if (wanted === undefined) continue
      const alone = { ...key.items[at]!, weight: 1 }
      const items = key.items.map((one) => (one.name === item ? alone : { ...one, scored: false, weight: 0 }))
      const dimensions = key.dimensions.map((one) => ({ ...one, weight: Number(one.code === alone.dimension) }))
      for (const [variable, categories] of Object.entries(wanted.domains))
        for (const group of scoreGroups({ tally, design, key: { ...key, items, dimensions } }, variable)) {
          const domain = categories[group.code]!
          if (group.score === null) expect(group.suppressed).not.toBeNull()
          else {
            near((group.score / 100) * (max - min) + min, domain.mean)
            near((group.se! / 100) * (max - min), domain.se_by_method?.projection_base_weight_metric ?? domain.se)
          }
        }
    }
  })
})
