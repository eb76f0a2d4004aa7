import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { BookRegion } from '../../../server/files/results/resultBook.ts'
import { resultXlsx } from '../../../server/files/resultXlsx.ts'
import { converted, hasOffice, withoutOffice } from './hasOffice.ts'
import { opened } from './sheetFormula.ts'

const expected: NonNullable<BookRegion['result']> = JSON.parse(
  readFileSync(new URL('../../reference/objective/city-example-random.json', import.meta.url), 'utf8'),
).expected

test.skipIf(!hasOffice)(
  `LibreOffice evaluates the formulas of the workbook to the same figures${withoutOffice}`,
  { timeout: 180_000 },
  async () => {
    const region: BookRegion = { code: '370200', name: '', errors: [], result: expected, sources: {}, survey: null }
    const bytes = await resultXlsx(
      {
        ...{ scheme: schemes.city, standard: 'GB/T 33356—2022', options: { normalizeShares: false } },
        ...{ regions: [region], madeUp: false, computedAt: '2026-05-01T08:00:00.000Z' },
      },
      'zh',
    )
    const stored = new Map<string, number>()
    const book = await opened(Buffer.from(bytes))
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const { value, address } = cell
          if (typeof value !== 'object' || value === null || !('formula' in value)) return
          if (typeof value.result === 'number') stored.set(`${sheet.name}!${address}`, value.result)
          // Without the value that stands beside it, whoever opens the book has to work it out.
          cell.value = { formula: value.formula, date1904: false }
        }),
      ),
    )
    expect(stored.size).toBeGreaterThan(20)
    const anew = await opened(converted(new Uint8Array(await book.xlsx.writeBuffer()), 'xlsx', 'xlsx'))
    const apart = [...stored].filter(([at, value]) => {
      const [sheet = '', address = ''] = at.split('!')
      const found = anew.getWorksheet(sheet)?.getCell(address)?.result
      return typeof found !== 'number' || Math.abs(found - value) > 1e-9
    })
    expect(apart).toEqual([])
    expect([...stored.values()].some((value) => Math.abs(value - (expected.total ?? Number.NaN)) < 1e-9)).toBe(true)
  },
)
