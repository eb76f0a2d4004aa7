import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complement } from '../../../scoring/subjective/suppression.ts'

describe('complementary suppression', () => {
  it('hides a second group where one is hidden: the smallest', () => {
    expect(complement([12, 80, 200, 60], [true, false, false, false], 30)).toEqual([false, false, false, true])
  })
  it('is not needed where several are hidden and are enough together', () => {
    expect(complement([12, 25, 200], [true, true, false], 30)).toEqual([false, false, false])
  })
  it('hides one more where the hidden ones are too few together', () => {
    expect(complement([2, 3, 200, 90], [true, true, false, false], 30)).toEqual([false, false, false, true])
  })
  it('counts those without a value as one hidden group more, for the total holds them', () => {
    expect(complement([50, 80], [false, false], 30, 3)).toEqual([true, false])
    expect(complement([50, 80], [false, false], 30, 30)).toEqual([false, false])
    expect(complement([12, 80, 200], [true, false, false], 30, 40)).toEqual([false, false, false])
    expect(complement([12, 80, 200], [true, false, false], 30, 5)).toEqual([false, true, false])
  })
  it('has nothing to protect where nobody is hidden', () => {
    expect(complement([0, 80, 200], [true, false, false], 30)).toEqual([false, false, false])
    expect(complement([50, 80], [false, false], 30)).toEqual([false, false])
  })
  it('never leaves a single group or too few people to be had by subtraction', () => {
    const groups = fc.array(fc.record({ n: fc.nat(100), hidden: fc.boolean() }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(groups, fc.nat(60), (list, withoutValue) => {
        const extra = complement(
          list.map(({ n }) => n),
          list.map(({ hidden }) => hidden),
          30,
          withoutValue,
        )
        const filled = list.filter(({ n }) => n > 0)
        const secret = list.filter(({ n, hidden }, at) => n > 0 && (hidden || extra[at]))
        const total = secret.reduce((sum, { n }) => sum + n, withoutValue)
        const alone = secret.length === 1 && withoutValue === 0
        expect(total === 0 || secret.length === filled.length || (!alone && total >= 30)).toBe(true)
      }),
    )
  })
})
