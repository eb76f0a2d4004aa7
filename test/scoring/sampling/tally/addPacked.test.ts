import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addPacked } from '../../../../scoring/sampling/tally/addPacked.ts'
import { addResponse } from '../../../../scoring/sampling/tally/addResponse.ts'
import { serialise } from '../../../../scoring/sampling/tally/serialise.ts'
import { emptyTally } from '../../../../scoring/sampling/tally/tally.ts'

const keyOf = (items: number, max = 5) => ({
  scale: { min: 1, max },
  items: Array.from({ length: items }, (_, at) => ({
    name: `q${at}`,
    label: { zh: '', en: '' },
    dimension: 'D1',
    indicator: 'L1P1',
    scored: true,
    weight: 1 / items,
  })),
})

const codesOf = (row: string) => Array.from(row, (digit) => Number(digit) + (Number(digit) >= 7 ? 90 : 0))

function oneByOne(items: number, max: number, rows: string[]): string {
  const tally = emptyTally(keyOf(items, max))
  for (const row of rows) addResponse(tally, 'a|b', 2.5, codesOf(row))
  return serialise(tally)
}

test('many at once are counted as one by one, bit for bit', () => {
  const samples = fc
    .record({ items: fc.integer({ min: 1, max: 8 }), max: fc.constantFrom(2, 5, 6) })
    .chain(({ items, max }) => {
      const digits = [...Array.from({ length: max }, (_, at) => String(at + 1)), '7', '8', '9']
      const row = fc.array(fc.constantFrom(...digits), { minLength: items, maxLength: items })
      return fc.record({
        items: fc.constant(items),
        max: fc.constant(max),
        rows: fc.array(
          row.map((codes) => codes.join('')),
          { maxLength: 40 },
        ),
      })
    })
  fc.assert(
    fc.property(samples, ({ items, max, rows }) => {
      const tally = emptyTally(keyOf(items, max))
      addPacked(tally, 'a|b', 2.5, rows.join(''))
      expect(serialise(tally)).toBe(oneByOne(items, max, rows))
    }),
    { seed: 7 },
  )
})

test('the largest sums stay apart, however many answer alike', () => {
  for (const max of [5, 6]) {
    const rows = Array.from({ length: 5000 }, () => String(max).repeat(3))
    const tally = emptyTally(keyOf(3, max))
    addPacked(tally, 'a|b', 2.5, rows.join(''))
    expect(serialise(tally)).toBe(oneByOne(3, max, rows))
  }
})

test('what can’t be is refused, and nothing of it is counted', () => {
  const tally = emptyTally(keyOf(2))
  expect(() => addPacked(tally, 'a', 1, '156')).toThrow('no whole number')
  expect(() => addPacked(tally, 'a', 1, '1256')).toThrow('"6" is no code')
  expect(() => addPacked(tally, 'a', 1, '12x1')).toThrow('"x" is no code')
  expect(() => addPacked(tally, 'a', 0, '12')).toThrow('base weight')
  expect(() => addPacked(emptyTally(keyOf(2, 7)), 'a', 1, '12')).toThrow('can’t be packed')
  expect(tally.cells.size).toBe(0)
})
