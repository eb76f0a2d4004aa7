import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Columns } from '../../../scoring/sampling/columns.ts'
import { leastSquares } from '../../../scoring/sampling/leastSquares.ts'

/** Projection by modified Gram–Schmidt, twice over, on dense columns: another road to the same place. */
function projection(dense: number[][], q: Float64Array, values: Float64Array) {
  const roots = q.map(Math.sqrt)
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, unit) => sum + value * b[unit]!, 0)
  const basis: number[][] = []
  for (const column of dense) {
    const start = column.map((value, unit) => value * roots[unit]!)
    let rest = start
    for (const vector of [...basis, ...basis]) {
      const along = dot(vector, rest)
      rest = rest.map((value, unit) => value - along * vector[unit]!)
    }
    const length = Math.sqrt(dot(rest, rest))
    if (length > 1e-6 * Math.sqrt(dot(start, start))) basis.push(rest.map((value) => value / length))
  }
  const weighted = [...values].map((value, unit) => value * roots[unit]!)
  const fit = weighted.map(() => 0)
  for (const vector of basis) {
    const along = dot(vector, weighted)
    for (let unit = 0; unit < fit.length; unit += 1) fit[unit]! += along * vector[unit]!
  }
  return { rank: basis.length, fitted: fit.map((value, unit) => value / roots[unit]!) }
}

const dense = (columns: Columns[]): number[][] =>
  columns.flatMap((block) =>
    'values' in block
      ? [[...block.values]]
      : Array.from({ length: block.size }, (_, k) =>
          [...block.category].map((own) => (own < 0 ? 0 : Number(own === k) - (block.centre?.[k] ?? 0))),
        ),
  )

const units = 40
const indicators = fc
  .record({
    category: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: units, maxLength: units }),
    centred: fc.boolean(),
  })
  .map(
    ({ category, centred }): Columns => ({
      category: Int32Array.from(category),
      size: 4,
      ...(centred && { centre: Float64Array.of(0.1, 0.2, 0.3, 0.4) }),
    }),
  )
const numbers = (min: number, max: number) =>
  fc.array(fc.integer({ min, max }), { minLength: units, maxLength: units }).map((list) => Float64Array.from(list))

describe('weighted least squares', () => {
  it('projects as Gram–Schmidt does, whatever columns are redundant', () => {
    fc.assert(
      fc.property(
        fc.array(indicators, { minLength: 1, maxLength: 3 }),
        numbers(-50, 1000),
        numbers(1, 90),
        numbers(-9, 9),
        (blocks, numeric, q, values) => {
          const columns = [...blocks, { values: numeric }, { values: new Float64Array(units).fill(1) }]
          const least = leastSquares(columns, q)
          const other = projection(dense(columns), q, values)
          expect(least.rank).toBe(other.rank)
          for (const [unit, value] of least.project(values).entries())
            expect(Math.abs(value - other.fitted[unit]!)).toBeLessThan(1e-11)
        },
      ),
      { numRuns: 300, seed: 4 },
    )
  })

  it('leaves nothing of a value that lies in the columns, to the last digits', () => {
    const age = Int32Array.from({ length: units }, (_, unit) => unit % 5)
    const income = Float64Array.from({ length: units }, (_, unit) => 50_000 + 1_000 * Math.sin(unit))
    const columns = [{ category: age, size: 5 }, { values: income }]
    const values = income.map((value, unit) => 3 * value - 7 * age[unit]!)
    const fitted = leastSquares(columns, new Float64Array(units).fill(2)).project(values)
    for (const [unit, value] of fitted.entries()) expect(Math.abs(value / values[unit]! - 1)).toBeLessThan(1e-14)
  })

  it('solves the normal equations for given totals (linear calibration)', () => {
    const columns: Columns[] = [
      { category: Int32Array.of(0, 0, 1, 1, 1), size: 2 },
      { category: Int32Array.of(0, 1, 0, 1, 1), size: 2 },
    ]
    const d = Float64Array.of(1, 2, 1, 3, 1)
    const least = leastSquares(columns, d)
    const targets = Float64Array.of(6, 9, 5, 10)
    const missing = least.sums(d).map((sum, k) => targets[k]! - sum)
    const g = least.fitted(least.solve(missing)).map((value) => 1 + value)
    expect(least.rank).toBe(3)
    for (const [k, sum] of least.sums(d.map((weight, unit) => weight * g[unit]!)).entries())
      expect(sum).toBeCloseTo(targets[k]!, 12)
  })

  it('takes a column without any weight as redundant', () => {
    const columns: Columns[] = [{ category: Int32Array.of(0, 0, 1), size: 2 }]
    const least = leastSquares(columns, Float64Array.of(1, 3, 0))
    expect(least.rank).toBe(1)
    expect([...least.project(Float64Array.of(4, 8, 5))]).toEqual([7, 7, 0])
  })
})
