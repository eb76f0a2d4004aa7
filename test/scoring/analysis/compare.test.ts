import { describe, expect, test } from 'vitest'
import { bandsOf } from '../../../scoring/analysis/bands.ts'
import { band2017Of } from '../../../scoring/analysis/bands2017.ts'
import { sizeOf } from '../../../scoring/analysis/citySize.ts'
import { distributionOf } from '../../../scoring/analysis/distribution.ts'
import { provinceOf } from '../../../scoring/standard/provinces.ts'

const scored = (...scores: number[]) => scores.map((score, at) => ({ code: `r${at}`, score }))

describe('the distribution of an indicator', () => {
  test('has the quartiles that R gives (type 7)', () => {
    // quantile(c(3, 1, 4, 1, 5, 9, 2, 6))
    expect(distributionOf(scored(3, 1, 4, 1, 5, 9, 2, 6))).toMatchObject({
      ...{ regions: 8, min: 1, lower: 1.75, median: 3.5, upper: 5.25, max: 9 },
    })
  })

  test('tells who lies far from the others, from eight regions on', () => {
    const usual = [70, 71, 72, 73, 74, 75, 76]
    expect(distributionOf(scored(...usual, 12))?.outliers).toMatchObject([{ code: 'r7', score: 12 }])
    expect(distributionOf(scored(...usual.slice(1), 12))?.outliers).toEqual([])
    expect(distributionOf(scored(...usual, 77))?.outliers).toEqual([])
  })

  test('finds nothing where most scores are the same, and is null where there is none', () => {
    expect(distributionOf(scored(80, 80, 80, 80, 80, 80, 80, 80, 0))?.outliers).toEqual([])
    expect(distributionOf([])).toBeNull()
  })
})

describe('bands of regions that are not told apart', () => {
  test('overlap where the data say so, and hold nobody who is told apart from another in them', () => {
    const bands = bandsOf([
      { code: 'a', notToldApart: ['b'] },
      { code: 'b', notToldApart: ['a', 'c'] },
      { code: 'c', notToldApart: ['b', 'd'] },
      { code: 'd', notToldApart: ['c'] },
      { code: 'e', notToldApart: [] },
    ])
    expect(bands.map(({ letter, codes }) => letter + codes.join(''))).toEqual(['aab', 'bbc', 'ccd', 'de'])
  })

  test('have letters beyond z', () => {
    const apart = Array.from({ length: 28 }, (_, at) => ({ code: `r${at}`, notToldApart: [] }))
    expect(
      bandsOf(apart)
        .map(({ letter }) => letter)
        .slice(25),
    ).toEqual(['z', 'aa', 'ab'])
  })
})

test('the bands of 2017 are left-closed', () => {
  expect([54.99, 55, 70, 84.999, 85].map((total) => band2017Of(total)?.name.en)).toEqual([
    ...['Preparing', 'Starting', 'Growing', 'Growing', 'Mature'],
  ])
})

test('provinces are read from codes of GB/T 2260 alone; sizes are left-closed', () => {
  expect(provinceOf('370200')?.zh).toBe('山东省')
  expect([provinceOf('dongzhou'), provinceOf('990000')]).toEqual([null, null])
  expect([sizeOf(999_999), sizeOf(1_000_000)].map((size) => size?.en)).toEqual([
    ...['Medium (0.5 to 1 million)', 'Large II (1 to 3 million)'],
  ])
})
