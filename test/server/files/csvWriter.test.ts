import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText } from '../../../server/files/csv.ts'
import { guarded, unguarded } from '../../../server/files/formulaGuard.ts'
import { readTable } from '../../../server/files/table.ts'

describe('text that a spreadsheet may take for a formula', () => {
  test.each(['=1+1', '+1', '-1', '@a', '\ta', '\ra', '\uff1d1', '\uff0b1', '\uff0d1', '\uff20a'])(
    '%j gets an apostrophe and loses it again',
    (dangerous) => {
      expect(guarded(dangerous)).toBe(`'${dangerous}`)
      expect(unguarded(guarded(dangerous))).toBe(dangerous)
    },
  )

  test('other text and other apostrophes are left alone', () => {
    for (const harmless of ['', 'a=b', "'a", "it's", "''=1", '济南']) {
      expect(guarded(harmless)).toBe(harmless)
      expect(unguarded(harmless)).toBe(harmless)
    }
  })

  test('numbers are never touched', () => {
    expect(csvText([[-5, '-5', -1e-7, true, null]])).toBe("-5,'-5,-1e-7,true,\n")
  })
})

test('what is written is read back as it was', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '济', '"', ',', ';', '\n', '\r\n', '=', '@', '1', ' '),
    maxLength: 6,
  })
  // An apostrophe before a formula is the guard itself: the contract takes it away.
  const row = fc.tuple(fc.constant('x'), cell, fc.double({ noNaN: true }))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), fc.boolean(), async (rows, bom) => {
      const { sheets, problems } = await readTable(Buffer.from(csvText([['a', 'b', 'c'], ...rows], { bom })))
      expect(problems).toEqual([])
      expect(sheets[0]?.rows.slice(1).map(({ cells }) => cells.map(({ text }) => text))).toEqual(
        rows.map(([a, b, c]) => [a, b, String(c)]),
      )
    }),
    { numRuns: 200 },
  )
})
