import { describe, expect, it } from 'vitest'
import { rankAlike } from '../../../../scoring/sampling/ranks/rankAlike.ts'

const region = (code: string, score: number, others: object = {}) => ({
  code,
  score,
  se: 1,
  scheme: 'city',
  options: { normalizeShares: false, edition: 2022 },
  rule: 'SR-1',
  ...others,
})

describe('ranks among the like', () => {
  it('never set a county among cities, nor scores by other options or rules', () => {
    const groups = rankAlike([
      region('a', 80),
      region('county', 70, { scheme: 'county' }),
      region('b', 60),
      region('normalised', 90, { options: { normalizeShares: true, edition: 2022 } }),
      region('without survey', 50, { rule: null }),
      region('c', 70, { options: { edition: 2022, normalizeShares: false } }),
    ])
    expect(groups.map(({ ranks }) => ranks.map(({ code, rank }) => [code, rank]))).toEqual([
      [
        ['a', 1],
        ['b', 3],
        ['c', 2],
      ],
      [['county', 1]],
      [['normalised', 1]],
      [['without survey', 1]],
    ])
    expect(groups[0]!.differences).toHaveLength(3)
    expect(groups[1]!.differences).toEqual([])
  })

  it('of nobody are none', () => {
    expect(rankAlike([])).toEqual([])
  })
})
