import { describe, expect, it } from 'vitest'
import { itemsInUse } from '../../../scoring/subjective/itemsInUse.ts'
import type { RatedItem } from '../../../scoring/subjective/key.ts'

const text = { zh: '', en: '' }
const item = (name: string, dimension: string, indicator: string, weight: number): RatedItem => ({
  name,
  label: text,
  dimension,
  indicator,
  scored: weight > 0,
  weight,
})
const key = {
  dimensions: [
    { code: 'D1', label: text, weight: 0.6 },
    { code: 'D2', label: text, weight: 0.4 },
  ],
  items: [
    item('A1', 'D1', 'L1P1', 0.1),
    item('A2', 'D1', 'L1P1', 0.1),
    item('B1', 'D1', 'L1P2', 0.3),
    item('B2', 'D1', 'L1P3', 0.1),
    item('C1', 'D2', 'L2P1', 0.4),
    item('X', 'D2', 'L7', 0),
  ],
}
const rules = { fewestRaters: 30, spreadEmptyDimensions: false }
const use = (raters: number[], own = rules) => {
  const { weights, thin, emptyDimensions } = itemsInUse(key, raters, own)
  return { weights: [...weights].map((weight) => Number(weight.toFixed(12))), thin, emptyDimensions }
}

describe('items in use', () => {
  it('are all scored ones where enough people rated; a diagnostic one never', () => {
    expect(use([30, 30, 30, 30, 30, 30])).toEqual({
      weights: [0.1, 0.1, 0.3, 0.1, 0.4, 0],
      thin: [],
      emptyDimensions: [],
    })
  })

  it('give the weight of a thin one to its indicator first', () => {
    expect(use([29, 90, 90, 90, 90, 0])).toMatchObject({ weights: [0, 0.2, 0.3, 0.1, 0.4, 0], thin: [0] })
  })

  it('else to its dimension, in proportion', () => {
    expect(use([90, 90, 0, 90, 90, 0])).toMatchObject({ weights: [0.2, 0.2, 0, 0.2, 0.4, 0], thin: [2] })
    expect(use([90, 0, 0, 90, 90, 0])).toMatchObject({ weights: [0.4, 0, 0, 0.2, 0.4, 0], thin: [1, 2] })
  })

  it('never across dimensions, unless that was decided', () => {
    const raters = [90, 90, 90, 90, 12, 90]
    expect(use(raters)).toEqual({ weights: [0.1, 0.1, 0.3, 0.1, 0, 0], thin: [4], emptyDimensions: ['D2'] })
    const spread = use(raters, { ...rules, spreadEmptyDimensions: true })
    expect(spread.weights.map((weight) => Number(weight.toFixed(6)))).toEqual([0.166667, 0.166667, 0.5, 0.166667, 0, 0])
    expect(spread.emptyDimensions).toEqual(['D2'])
  })
})
