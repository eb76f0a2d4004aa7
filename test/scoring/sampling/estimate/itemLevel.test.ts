import { describe, expect, it } from 'vitest'
import { estimate } from '../../../../scoring/sampling/estimate/estimate.ts'

const rows = [
  ['N', '1', '5', '3', ''],
  ['N', '1', '3', '', ''],
  ['S', '2', '98', '5', ''],
  ['S', '1', '1', '4', ''],
]

function scored(dimensions: object[]) {
  const result = estimate({
    design: {
      weights: 'd',
      missing_codes: [98],
      domains: ['area'],
      score: { level: 'item', item_min: 1, item_max: 5, dimensions },
    },
    responses: { columns: ['area', 'd', 'a', 'b', 'c'], rows },
    population: null,
    multipliers: null,
  })
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.estimates.composite_item_level!
}

describe('the score by items', () => {
  const score = scored([
    {
      name: 'A',
      weight: 3,
      items: [
        { name: 'a', weight: 2 },
        { column: 'b', weight: 1 },
      ],
    },
    { name: 'C', weight: 0, items: ['c'] },
  ])

  it('weighs items as the design says, each mean over its own respondents', () => {
    // a: (100 + 50 + 0) / 3; b: (50 + 2 · 100 + 75) / 4.
    expect(score.item_coefficients.map((share) => Number(share.toFixed(12)))).toEqual([
      0.666666666667, 0.333333333333, 0,
    ])
    expect(score.available_case.estimate).toBeCloseTo((2 * 50 + 81.25) / 3, 12)
    expect(score.available_case.item_n).toEqual([3, 3, 0])
  })

  it('is not kept from being by an item without weight that nobody answered', () => {
    expect(Number.isFinite(score.available_case.se)).toBe(true)
  })

  it('is given for every domain, its own respondents alone', () => {
    const { N, S } = score.domains!.area!
    expect(N).toMatchObject({ n: 2 })
    expect(N!.estimate).toBeCloseTo((2 * 75 + 50) / 3, 12)
    expect(S!.estimate).toBeCloseTo((2 * 0 + (2 * 100 + 75) / 3) / 3, 12)
  })

  it('is none where a weighted item has no answer', () => {
    const none = scored([{ name: 'C', weight: 1, items: ['a', 'c'] }])
    expect(none.available_case.estimate).toBeNaN()
    expect(none.domains!.area!.N!.se).toBeNaN()
  })
})
