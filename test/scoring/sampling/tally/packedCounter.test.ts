import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addResponse } from '../../../../scoring/sampling/tally/addResponse.ts'
import { packedCounter } from '../../../../scoring/sampling/tally/packedCounter.ts'
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

function packed(items: number, max: number, rows: string[]): string {
  const tally = emptyTally(keyOf(items, max))
  const counter = packedCounter(tally, 'a|b', 2.5)
  const text = Buffer.from(rows.join(''))
  for (let at = 0; at < text.length; at += items) counter.add(text, at)
  counter.finish()
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
      expect(packed(items, max, rows)).toBe(oneByOne(items, max, rows))
    }),
    { seed: 7 },
  )
})

test('the largest sums stay apart, however many answer alike', () => {
  for (const max of [5, 6]) {
    const rows = Array.from({ length: 5000 }, () => String(max).repeat(3))
    expect(packed(3, max, rows)).toBe(oneByOne(3, max, rows))
  }
})

test('what can’t be is refused, and nothing of it is counted', () => {
  const tally = emptyTally(keyOf(2))
  const counter = packedCounter(tally, 'a', 1)
  expect(() => counter.add(Buffer.from('123'), 2)).toThrow('"" is no code')
  expect(() => counter.add(Buffer.from('16'), 0)).toThrow('"6" is no code')
  expect(() => counter.add(Buffer.from('x1'), 0)).toThrow('"x" is no code')
  counter.finish()
  expect(tally.cells.size).toBe(0)

  const { add, finish } = packedCounter(tally, 'a|b', 2.5)
  for (const row of ['71', '98']) add(Buffer.from(row), 0)
  expect(() => add(Buffer.from('7x'), 0)).toThrow('"x" is no code')
  finish()
  expect(serialise(tally)).toBe(oneByOne(2, 5, ['71', '98']))

  expect(() => packedCounter(tally, 'a', 0)).toThrow('base weight')
  expect(() => packedCounter(emptyTally(keyOf(2, 7)), 'a', 1)).toThrow('can’t be packed')
})
