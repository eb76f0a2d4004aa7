import { readFileSync } from 'node:fs'
import type ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { SchemeId } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { uploadLimits } from '../../../server/files/limits.ts'
import { readCsv } from '../../../server/files/readCsv.ts'
import { resultCsv } from '../../../server/files/resultCsv.ts'
import type { BookRegion, ResultBook } from '../../../server/files/results/resultBook.ts'
import { resultXlsx } from '../../../server/files/resultXlsx.ts'
import { calculator, opened } from './sheetFormula.ts'

const expectedOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../reference/objective/${name}.json`, import.meta.url), 'utf8'))
    .expected as NonNullable<BookRegion['result']>

const region = (code: string, result: BookRegion['result'], more: Partial<BookRegion> = {}): BookRegion => ({
  code,
  name: '',
  errors: [],
  result,
  sources: {},
  survey: null,
  ...more,
})

const bookOf = (scheme: SchemeId, regions: BookRegion[], more: Partial<ResultBook> = {}): ResultBook => ({
  scheme: schemes[scheme],
  standard: 'GB/T 33356—2022',
  options: { normalizeShares: false },
  regions,
  madeUp: false,
  computedAt: '2026-05-01T08:00:00.000Z',
  ...more,
})

/** Every formula with the value stored beside it, and that value computed anew. */
function formulas(book: ExcelJS.Workbook) {
  const valueAt = calculator(book)
  const found: { at: string; stored: unknown; computed: unknown }[] = []
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell(({ address, value }) => {
        if (typeof value !== 'object' || value === null || !('formula' in value)) return
        found.push({
          at: `${sheet.name}!${address}`,
          stored: value.result ?? '',
          computed: valueAt(sheet.name, address),
        })
      }),
    ),
  )
  return found
}

const examples = [
  ['city', 'city-example-max'],
  ['city', 'city-example-random'],
  ['county', 'county-example-max'],
  ['county', 'county-example-random'],
] as const

describe('live formulas give the stored figures', () => {
  test.each(examples)('%s, %s', async (scheme, name) => {
    const result = expectedOf(name)
    const book = await opened(await resultXlsx(bookOf(scheme, [region('', result)]), 'zh'))
    const all = formulas(book)
    expect(all.length).toBeGreaterThan(90)
    for (const { at, stored, computed } of all) expect(computed, at).toBeCloseTo(stored as number, 9)
    expect(all.find(({ at }) => at === '总表!G4')?.computed).toBeCloseTo(result.total as number, 9)
  })

  test('of many regions, with a gap that stays a gap', async () => {
    const whole = expectedOf('city-example-random')
    const gap = structuredClone(whole)
    gap.items['L1P1-A1'] = null
    Object.assign(gap, { objective: null, totalRaw: null, total: null, complete: false, missing: ['L1P1-A1'] })
    gap.indicators.L1P1 = null
    gap.dimensions.L1 = null
    const book = await opened(
      await resultXlsx(bookOf('city', [region('a', whole), region('b', gap), region('c', null)]), 'en'),
    )
    for (const { at, stored, computed } of formulas(book)) {
      if (stored === '') expect(computed, at).toBe('')
      else expect(computed, at).toBeCloseTo(stored as number, 9)
    }
    const overview = book.getWorksheet('Overview')
    expect([4, 5, 6].map((row) => overview?.getCell(`G${row}`).result)).toEqual([whole.total, undefined, undefined])
    expect(book.getWorksheet('Missing')?.getRow(4).values).toEqual([
      undefined,
      'b',
      'L1P1-A1',
      'Online handling rate',
      2,
    ])
  })

  test('with normalised shares (R59), and a score of an L2 that was imported', async () => {
    const result = structuredClone(expectedOf('county-example-random'))
    const items =
      schemes.county.dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'L4P1')?.items ?? []
    const sum = items.reduce((total, { id }) => total + (result.items[id] as number), 0)
    const before = result.indicators.L4P1 as number
    result.indicators.L4P1 = sum / 0.8
    result.indicators.L1P1 = 50
    for (const id of ['L1P1-A1', 'L1P1-A2']) result.items[id] = null
    const book = await opened(
      await resultXlsx(bookOf('county', [region('', result)], { options: { normalizeShares: true } }), 'zh'),
    )
    const sheet = book.getWorksheet('二级')
    const scoreOf = (id: string) =>
      sheet
        ?.getRows(4, 40)
        ?.find((row) => row.getCell(1).value === id)
        ?.getCell(6)
    expect(scoreOf('L1P1')?.value).toBe(50)
    const address = scoreOf('L4P1')?.address ?? ''
    expect(calculator(book)('二级', address)).toBeCloseTo(before / 0.8, 9)
    expect(sheet?.getCell('A2').value).toContain('R59')
  })
})

describe('the sheets', () => {
  test('numbers are numbers with two decimals, texts cannot become formulas, made-up data say so', async () => {
    const errors = [
      { item: 'L1P1-A1', key: 'onlineItems', reason: 'notNumber', row: 2, message: { zh: '=1+1', en: '=1+1' } },
    ]
    const regions = [
      region('a', expectedOf('city-example-max'), { name: '东洲市' }),
      region('b', null, { name: '@b', errors }),
    ]
    const book = await opened(await resultXlsx(bookOf('city', regions, { madeUp: true }), 'zh'))
    expect(book.worksheets.map(({ name }) => name)).toEqual(['总表', '一级', '二级', '分项', '缺项', '问题'])
    for (const sheet of book.worksheets) {
      expect(sheet.getCell('A2').value).toContain('示例数据')
      expect(sheet.headerFooter.oddFooter).toContain('示例数据')
      expect(sheet.pageSetup.printTitlesRow).toBe('1:3')
    }
    const items = book.getWorksheet('分项')
    expect(typeof items?.getCell('F4').value).toBe('number')
    expect(items?.getCell('F4').numFmt).toBe('0.00')
    expect(book.getWorksheet('问题')?.getRow(4).values).toEqual([
      undefined,
      "'@b",
      'L1P1-A1',
      '一网办理率',
      'onlineItems',
      2,
      "'=1+1",
    ])
  })

  test.each(['city', 'county'] as const)(
    'the weights of L2s sum to their L1 in %s, as contributions take for granted',
    (scheme) => {
      for (const { weight, indicators } of schemes[scheme].dimensions) {
        expect(indicators.reduce((sum, indicator) => sum + indicator.weight, 0)).toBe(weight)
      }
    },
  )
})

test('the CSV holds every number unrounded', () => {
  const result = expectedOf('city-example-random')
  const { rows } = readCsv(resultCsv(bookOf('city', [region('370200', result)])), uploadLimits)
  const score = (id: string) => rows.find(({ cells }) => cells[2]?.text === id)?.cells.map(({ text }) => text)
  expect(score('total')).toEqual(['370200', 'total', 'total', '总分', 'Total', ...Array(3).fill(String(result.total))])
  for (const [id, value] of Object.entries({ ...result.items, ...result.deductions.items }))
    expect(score(id)?.[5]).toBe(String(value))
})
