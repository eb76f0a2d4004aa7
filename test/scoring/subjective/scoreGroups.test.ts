import { describe, expect, it } from 'vitest'
import { compareGroups, scoreGroups } from '../../../scoring/subjective/scoreGroups.ts'
import * as sample from './sampleSurvey.ts'

const { forms: _, ...design } = sample.design
const groupsOf = (list: sample.Response[]) =>
  Object.fromEntries(
    scoreGroups({ tally: sample.tallyOf(list), design, key: sample.key }, 'district').map((one) => [one.code, one]),
  )
const list = sample.responses(31, 900).map((one) => ({ ...one, d: 1 }))
/** The first `count` of a district, all of the others. */
const keep = (district: string, count: number) => {
  const own = list.filter((one) => one.district === district).slice(0, count)
  return [...list.filter((one) => one.district !== district), ...own]
}
const without = (rated: (one: sample.Response, item: number) => boolean, from = list) =>
  from.map((one) => ({ ...one, codes: one.codes.map((code, item) => (rated(one, item) ? code : 98)) }))

describe('groups', () => {
  it('are shown where they are large enough', () => {
    const groups = groupsOf(list)
    for (const { suppressed, flags, n, nEffective, score, interval, dimensions } of Object.values(groups)) {
      expect({ suppressed, flags }).toEqual({ suppressed: null, flags: [] })
      expect(nEffective).toBeLessThanOrEqual(n)
      expect(interval![0]).toBeLessThan(score!)
      expect(dimensions.map((one) => one.suppressed)).toEqual([null, null])
    }
    expect(Object.values(groups).reduce((sum, { n }) => sum + n, 0)).toBe(900)
  })

  it('are suppressed under 30 respondents, and a second one so that the first cannot be derived', () => {
    const groups = groupsOf(keep('west', 29))
    expect(groups.west).toMatchObject({ suppressed: 'few-respondents', score: null, se: null, interval: null, n: 29 })
    const second = groups.north!.n < groups.south!.n ? 'north' : 'south'
    expect(groups[second]).toMatchObject({ suppressed: 'complementary', score: null })
    expect(groups[second]!.dimensions.every(({ score }) => score === null)).toBe(true)
    expect(groups[second === 'north' ? 'south' : 'north']!.score).not.toBeNull()
  })

  it('are flagged from 30 to 49', () => {
    const groups = groupsOf(keep('west', 45))
    expect(groups.west).toMatchObject({ suppressed: null, flags: ['small-group'] })
  })

  it('are suppressed where the effective number is small', () => {
    const few = keep('west', 60)
    const west = few.map((one, at) => (at >= few.length - 3 ? { ...one, d: 50 } : one))
    expect(groupsOf(west).west!.suppressed).toBe('low-effective')
  })

  it('are suppressed where an item in use has no rating', () => {
    const groups = groupsOf(without(({ district }, item) => district !== 'west' || item !== 1))
    expect(groups.west!.suppressed).toBe('unrated-item')
  })

  it('are flagged where thin items carry more than a tenth of the weight, and the dimension is withheld', () => {
    let left = 9
    const groups = groupsOf(
      without(({ district, codes }, item) => district !== 'west' || item !== 1 || (codes[1]! <= 5 && left-- > 0)),
    )
    expect(groups.west).toMatchObject({ suppressed: null, flags: ['thin-items'] })
    expect(groups.west!.dimensions).toMatchObject([
      { code: 'A', n: 9, suppressed: 'few-respondents', score: null },
      { code: 'B', suppressed: null },
    ])
    expect(
      Object.values(groups).filter(({ dimensions }) => dimensions[0]!.suppressed === 'complementary'),
    ).toHaveLength(1)
  })

  it('have no score where the region has none', () => {
    const groups = groupsOf(without((_, item) => item > 1))
    expect(Object.values(groups).map(({ suppressed }) => suppressed)).toEqual(['no-score', 'no-score', 'no-score'])
  })

  it('are not compared where one is suppressed; unknown ones are refused', () => {
    const data = { tally: sample.tallyOf(keep('west', 20)), design, key: sample.key }
    expect(compareGroups(data, 'district', 'west', 'south')).toEqual({ difference: null, se: null, interval: null })
    expect(() => compareGroups(data, 'district', 'west', 'east')).toThrow(/east/)
    expect(() => scoreGroups(data, 'education')).toThrow(/education/)
  })
})
