import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from '../../../../scoring/sampling/planning/allocate.ts'
import { largestRemainder } from '../../../../scoring/sampling/planning/largestRemainder.ts'
import { quotasFrom } from '../../../../scoring/sampling/planning/quotas.ts'
import { halfWidth, sampleSize } from '../../../../scoring/sampling/planning/sampleSize.ts'

describe('sample size', () => {
  it('of a share of one half at ± 5 points is the textbook 385, 278 of a population of 1,000', () => {
    expect(sampleSize(5, 1, { deviation: 50 })).toEqual({ responses: 385, invitations: 385 })
    expect(sampleSize(5, 0.4, { deviation: 50, population: 1000 })).toEqual({ responses: 278, invitations: 695 })
  })

  it('agrees with the half-widths of a score with deviation 25 and design effect 1.5', () => {
    const precision = { deviation: 25, designEffect: 1.5 }
    const widths = [120, 400, 500, 1000, 2000, 100, 30].map((n) => Number(halfWidth(n, precision).toFixed(1)))
    expect(widths).toEqual([5.5, 3, 2.7, 1.9, 1.3, 6, 11])
  })

  it('is the smallest that keeps the half-width', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 20, noNaN: true }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        fc.integer({ min: 50, max: 100_000 }),
        (wanted, designEffect, population) => {
          const precision = { deviation: 25, designEffect, population }
          const { responses } = sampleSize(wanted, 1, precision)
          expect(halfWidth(responses, precision)).toBeLessThanOrEqual(wanted * (1 + 1e-6))
          if (responses > 1) expect(halfWidth(responses - 1, precision)).toBeGreaterThan(wanted * (1 - 1e-6))
        },
      ),
    )
  })

  it('refuses what makes no sense', () => {
    expect(() => sampleSize(0, 1, { deviation: 25 })).toThrow(RangeError)
    expect(() => sampleSize(3, 0, { deviation: 25 })).toThrow(RangeError)
    expect(() => halfWidth(0, { deviation: 25 })).toThrow(RangeError)
  })
})

describe('largest remainder', () => {
  it('gives what is left to the largest remainders', () => {
    expect(largestRemainder([47_000, 16_000, 15_800, 12_000, 6_100, 3_100], 10)).toEqual([5, 2, 1, 1, 1, 0])
    expect(largestRemainder([1, 1, 1], 10)).toEqual([4, 3, 3])
    expect(largestRemainder([0, 0], 5)).toEqual([0, 0])
  })
  it('sums to the total and keeps within one of the exact quota', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 }), fc.nat(5000), (shares, total) => {
        const sum = shares.reduce((before, share) => before + share, 0)
        fc.pre(sum > 0)
        const counts = largestRemainder(shares, total)
        expect(counts.reduce((before, count) => before + count, 0)).toBe(total)
        for (const [at, count] of counts.entries())
          expect(Math.abs(count - (shares[at]! / sum) * total)).toBeLessThan(1 + 1e-6)
      }),
    )
  })
  it('refuses what is no count', () => {
    expect(() => largestRemainder([1], 1.5)).toThrow(RangeError)
    expect(() => largestRemainder([-1, 2], 1)).toThrow(RangeError)
  })
})

describe('allocation', () => {
  const strata = [
    { code: 'a', population: 9000, deviation: 10 },
    { code: 'b', population: 900, deviation: 40 },
    { code: 'c', population: 100, deviation: 40 },
  ]
  it('in proportion, equally, by Neyman and by square roots', () => {
    expect(allocate(strata, 200, 'proportional')).toEqual([180, 18, 2])
    expect(allocate(strata, 200, 'equal')).toEqual([67, 67, 66])
    expect(allocate(strata, 130, 'neyman')).toEqual([90, 36, 4])
    expect(allocate(strata, 269, 'square-root')).toEqual([189, 60, 20])
  })
  it('never gives a stratum more than its population', () => {
    expect(allocate(strata, 600, 'equal')).toEqual([250, 250, 100])
    expect(allocate(strata, 10_000, 'neyman')).toEqual([9000, 900, 100])
  })
  it('refuses a sample larger than the population and a missing deviation', () => {
    expect(() => allocate(strata, 10_001, 'equal')).toThrow(RangeError)
    expect(() => allocate([{ code: 'a', population: 10 }], 5, 'neyman')).toThrow(/a/)
  })
})

describe('quotas from a population table', () => {
  it('points out cells that cannot be filled and cells that would stay empty', () => {
    const counts = [
      { categories: ['f', 'young'], count: 5000 },
      { categories: ['f', 'old'], count: 4999 },
      { categories: ['m', 'old'], count: 1 },
    ]
    const quotas = quotasFrom({ counts }, 1000, 0.1)
    expect(quotas.map(({ target }) => target)).toEqual([500, 500, 0])
    expect(quotas.map(({ problem }) => problem === null)).toEqual([true, false, false])
    expect(quotas[1]!.problem!.en).toContain('499')
    expect(quotas[2]!.problem!.zh).toContain('配额为 0')
  })
})
