import { describe, expect, it } from 'vitest'
import { type Raked, type RakeMargin, rake } from '../../../scoring/sampling/rake.ts'
import { marginValue, statsCase } from './statsCase.ts'

const margin = (category: number[], targets: number[]): RakeMargin => ({
  category: Int32Array.from(category),
  targets: Float64Array.from(targets),
})

function raked(weights: number[], ...margins: RakeMargin[]): Raked {
  const outcome = rake(Float64Array.from(weights), margins)
  if ('zeroCells' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome
}

describe('raking of the reference cases, by respondents', () => {
  it.each([
    '06-rake-3-margins',
    '07-rake-4-margins',
    '08-rake-stratified-unequal-weights',
    '13-item-nonresponse',
    '14-composite',
    '19-rake-correlated-margins',
  ])('%s', (name) => {
    const { design, expected, rows, population } = statsCase(name)
    const base = rows.map((row) => Number(row[design.weights]))
    const margins = design.margins.map((variable) => {
      const own = population.filter((row) => row.variable === variable)
      const categories = own.map((row) => row.category)
      return margin(
        rows.map((row) => categories.indexOf(marginValue(row, variable))),
        own.map(({ count }) => Number(count)),
      )
    })
    const { g, converged, largestGap } = raked(base, ...margins)
    const weights = base.map((weight, unit) => weight * g[unit]!)

    expect(converged).toBe(true)
    expect(largestGap).toBeLessThan(1e-12)
    for (const [unit, weight] of expected.weights.first20.entries())
      expect(Math.abs(weights[unit]! / weight - 1)).toBeLessThan(1e-11)
    const squares = weights.reduce((sum, weight) => sum + weight * weight, 0)
    expect(Math.abs(squares / expected.weights.sum_squares - 1)).toBeLessThan(1e-11)
    expect(Math.abs(Math.min(...weights) / expected.weights.min - 1)).toBeLessThan(1e-11)
    expect(Math.abs(Math.max(...weights) / expected.weights.max - 1)).toBeLessThan(1e-11)
  })
})

describe('raking', () => {
  it('treats a cell like the respondents it stands for', () => {
    const cells = raked([2, 3, 1, 4], margin([0, 0, 1, 1], [60, 40]), margin([0, 1, 0, 1], [45, 55]))
    const persons = raked(
      [1, 1, 3, 1, 2, 2],
      margin([0, 0, 0, 1, 1, 1], [60, 40]),
      margin([0, 0, 1, 0, 1, 1], [45, 55]),
    )
    expect([0, 2, 3, 4].map((unit) => persons.g[unit])).toEqual([...cells.g])
  })

  it('leaves a unit without a value alone and rakes the others to the shares', () => {
    // Second margin: the third unit has no value; the first two must stand 1 : 3.
    const { g, converged } = raked([1, 1, 1, 1], margin([0, 0, 0, 1], [30, 10]), margin([0, 1, -1, 1], [25, 75]))
    const [a, b, c, d] = [...g] as [number, number, number, number]
    expect(converged).toBe(true)
    expect(a + b + c).toBeCloseTo(30, 9)
    expect(d).toBeCloseTo(10, 9)
    expect((b + d) / a).toBeCloseTo(3, 9)
    expect(c).toBeGreaterThan(1)
  })

  it('names the categories that have a target but no respondent', () => {
    expect(rake(Float64Array.of(1, 0), [margin([0, 1], [5, 5]), margin([0, 0], [10, 0])])).toEqual({
      zeroCells: [{ margin: 0, category: 1 }],
    })
  })

  it('gives weight 0 to a category that the population does not have', () => {
    expect([...raked([1, 2, 2], margin([0, 1, 0], [12, 0])).g]).toEqual([4, 0, 4])
  })

  it('says that margins with different totals are not met together', () => {
    const { converged, largestGap } = raked([1, 1], margin([0, 1], [5, 5]), margin([0, 0], [11]))
    expect(converged).toBe(false)
    expect(largestGap).toBeCloseTo(0.1, 9)
  })

  it('says that it does not converge where empty cells make the margins impossible', () => {
    // Only the diagonal is filled, so both margins would have to be equal.
    const { converged } = raked([1, 1], margin([0, 1], [5, 5]), margin([0, 1], [6, 4]))
    expect(converged).toBe(false)
  })

  it('refuses weights and targets that are no counts', () => {
    expect(() => raked([Number.NaN], margin([0], [1]))).toThrow(RangeError)
    expect(() => raked([1], margin([0], [-1]))).toThrow(RangeError)
    expect(() => raked([1], margin([1], [1]))).toThrow(RangeError)
  })
})
