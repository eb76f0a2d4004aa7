import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { readFacts } from '../../../server/files/facts.ts'
import { factsCsv } from '../../../server/files/factsCsv.ts'
import { readTable } from '../../../server/files/table.ts'
import { templateCsv, templateXlsx } from '../../../server/files/template.ts'
import { madeUpFacts } from '../../scoring/objective/madeUpFacts.ts'

const reference = (name: string) => readFileSync(new URL(`../../reference/objective/${name}.csv`, import.meta.url))
const factsOf = async (bytes: Uint8Array, scheme: keyof typeof schemes) => {
  const { rows, problems, notes } = readFacts(await readTable(bytes), schemes[scheme])
  expect({ problems, notes }).toEqual({ problems: [], notes: [] })
  return rows
}
/** Value by place; lists in one order. */
const byPlace = (rows: Awaited<ReturnType<typeof factsOf>>) =>
  Object.fromEntries(
    rows.map(({ indicator, input, value }) => [`${indicator}.${input}`, value.split(';').sort().join(';')]),
  )

const examples = [
  ['city', 'city-example-max'],
  ['city', 'city-example-random'],
  ['county', 'county-example-max'],
  ['county', 'county-example-random'],
] as const

describe.each(examples)('%s, %s', (scheme, name) => {
  test.each(['zh', 'en'] as const)('CSV → filled-in workbook → CSV keeps every value (%s)', async (language) => {
    const rows = await factsOf(reference(name), scheme)
    const back = await factsOf(await templateXlsx(schemes[scheme], language, rows), scheme)
    expect(byPlace(back)).toEqual(byPlace(rows))
    const csv = await factsOf(Buffer.from(factsCsv(back)), scheme)
    expect(byPlace(csv)).toEqual(byPlace(rows))
  })

  test.each(['zh', 'en'] as const)('CSV → filled-in CSV → CSV keeps every value (%s)', async (language) => {
    const rows = await factsOf(reference(name), scheme)
    const back = await factsOf(Buffer.from(templateCsv(schemes[scheme], language, rows, { bom: true })), scheme)
    expect(byPlace(back)).toEqual(byPlace(rows))
  })
})

test.each(['city', 'county'] as const)('made-up facts survive CSV → workbook → CSV (%s)', async (scheme) => {
  for (const seed of process.env.TIYAN_LONG === '1' ? Array.from({ length: 50 }, (_, at) => at) : [1, 2]) {
    const rows = await factsOf(Buffer.from(factsCsv(madeUpFacts(schemes[scheme], seed, 0.7))), scheme)
    const back = await factsOf(await templateXlsx(schemes[scheme], seed % 2 ? 'zh' : 'en', rows), scheme)
    expect(byPlace(await factsOf(Buffer.from(factsCsv(back)), scheme))).toEqual(byPlace(rows))
  }
})

test('where the facts of an item come from survives as well, wherever its sheet says it', async () => {
  const file =
    'indicator,input,value,source,date,note\nL1P3-A2,crossRegionServices,transfer,人社局,2025-12-31,\nL1P1-A1,onlineItems,4,,,核对过\nL1P1-A1,totalItems,5,数据局,,\n'
  const rows = await factsOf(Buffer.from(file), 'city')
  const evidence = rows.map(({ indicator, source, date, note }) => ({ indicator, source, date, note }))
  expect(evidence).toEqual([
    { indicator: 'L1P3-A2', source: '人社局', date: '2025-12-31', note: undefined },
    { indicator: 'L1P1-A1', source: '数据局', date: undefined, note: '核对过' },
    { indicator: 'L1P1-A1', source: undefined, date: undefined, note: undefined },
  ])
  const back = await factsOf(await templateXlsx(schemes.city, 'zh', rows), 'city')
  expect(factsCsv(back).split('\n').sort()).toEqual(factsCsv(rows).split('\n').sort())
})

test('values that no spreadsheet number holds, and wrong ones, survive as they are', async () => {
  const values = ['0.12345678901234567', '007', '1e400', '1,5', '-5', '+3', '约960', '=1+1', "it's"]
  const rows = values.map((value) => ({ row: null, indicator: 'L1P1-A1', input: 'onlineItems', value }))
  for (const row of rows) {
    const back = await factsOf(await templateXlsx(schemes.city, 'zh', [row]), 'city')
    expect(back.map(({ value }) => value)).toEqual([row.value])
    const csv = await factsOf(Buffer.from(factsCsv([row])), 'city')
    expect(csv.map(({ value }) => value)).toEqual([row.value])
  }
})

describe.each(['city', 'county'] as const)('an empty template of the %s scheme', (scheme) => {
  test.each(['zh', 'en'] as const)('gives no facts (%s)', async (language) => {
    expect(await factsOf(await templateXlsx(schemes[scheme], language), scheme)).toEqual([])
    expect(await factsOf(Buffer.from(templateCsv(schemes[scheme], language)), scheme)).toEqual([])
  })

  test('has a sheet a dimension with every input, drop-down lists, limits and the calculation', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await templateXlsx(schemes[scheme], 'zh')).buffer as ArrayBuffer)
    const sheets = book.worksheets.filter(({ state }) => state === 'visible')
    expect(sheets.map(({ name }) => name)).toEqual(schemes[scheme].dimensions.map(({ id, name }) => `${id} ${name.zh}`))

    const rows = sheets.flatMap((sheet) => sheet.getRows(4, sheet.rowCount - 3) ?? [])
    const codes = new Set(rows.map((row) => `${row.getCell(1).value}.${row.getCell(10).value}`))
    for (const { items } of schemes[scheme].dimensions.flatMap(({ indicators }) => indicators)) {
      for (const { id, inputs } of items) for (const { key } of inputs) expect(codes).toContain(`${id}.${key}`)
    }
    const rules = rows.map((row) => row.getCell(5).dataValidation?.type)
    expect(new Set(rules)).toEqual(new Set(['whole', 'decimal', 'list', undefined]))
    const first = rows.find((row) => row.getCell(1).value === 'L1P1-A1')
    expect(first?.getCell(1).note).toContain('可网上或移动端办理的事项数 / 政务服务事项总数')
  })
})

test('a person fills in labels; what is left empty is not given', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await templateXlsx(schemes.city, 'zh')).buffer as ArrayBuffer)
  const fill = (sheet: string, id: string, label: string, value: ExcelJS.CellValue) => {
    const row = book
      .getWorksheet(sheet)
      ?.getRows(4, 200)
      ?.find((one) => one.getCell(1).value === id && one.getCell(3).value === label)
    if (!row) throw new Error(`no row ${id} ${label}`)
    row.getCell(5).value = value
  }
  fill('L1 惠民服务', 'L1P1-A1', '可网上或移动端办理的事项数', { formula: '100+5', result: 105 })
  fill('L1 惠民服务', 'L1P2-A1', '平台能力:预测', '是')
  fill('L1 惠民服务', 'L1P2-A1', '平台能力:预警', '否')
  fill('L1 惠民服务', 'L1P2-A1', '发布渠道(APP 除外):网站', '也许')
  fill('L1 惠民服务', 'L1P2-A1', '指数覆盖的道路等级:主干路', '否')
  fill('L1 惠民服务', 'L1P2-A1', '自有 APP 发布', true)
  fill('L9 市民体验', 'L9P1', '市民体验调查得分', 81.25)
  const rows = await factsOf(new Uint8Array(await book.xlsx.writeBuffer()), 'city')
  expect(rows.map(({ indicator, input, value }) => [indicator, input, value])).toEqual([
    ['L1P1-A1', 'onlineItems', '105'],
    ['L1P2-A1', 'capabilities', 'forecast'],
    ['L1P2-A1', 'media', 'website=也许'],
    ['L1P2-A1', 'ownApp', 'true'],
    ['L1P2-A1', 'roadClasses', ''],
    ['L9P1', 'survey', '81.25'],
  ])
})
