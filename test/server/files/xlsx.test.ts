import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../server/files/table.ts'
import { type Raw, workbookOf } from './workbookOf.ts'

const cellsOf = async (raw: Raw) => {
  const { sheets, problems } = await readTable(workbookOf(raw))
  expect(problems).toEqual([])
  return sheets[0]?.rows.map(({ number, cells }) => [number, ...cells])
}
const row = (...cells: string[]) => `<sheetData><row r="1">${cells.join('')}</row></sheetData>`
const firstCell = async (raw: Raw) => (await cellsOf(raw))?.[0]?.[1]

describe('numbers', () => {
  test.each([
    ['as typed', '<c r="A1"><v>27.9</v></c>', '27.9', 'number'],
    ['with the binary rest of a double', '<c r="A1"><v>0.10000000000000001</v></c>', '0.1', 'number'],
    ['with all digits of a double', '<c r="A1"><v>0.12345678901234566</v></c>', '0.12345678901234566', 'number'],
    ['computed, as a spreadsheet shows it', '<c r="A1"><f>0.1+0.2</f><v>0.30000000000000004</v></c>', '0.3', 'number'],
    ['a percentage', '<c r="A1" s="1"><v>0.07</v></c>', '7%', 'percent'],
    ['a percentage with decimals', '<c r="A1" s="1"><v>0.28999999999999998</v></c>', '29%', 'percent'],
    ['a percent sign that is only text', '<c r="A1" s="3"><v>85.5</v></c>', '85.5', 'number'],
    ['a date', '<c r="A1" s="2"><v>45413</v></c>', '2024-05-01', 'date'],
    ['a date with its time', '<c r="A1" s="2"><v>45413.5</v></c>', '2024-05-01T12:00:00', 'date'],
    ['elapsed time', '<c r="A1" s="4"><v>1</v></c>', '1900-01-01', 'date'],
    ['scientific', '<c r="A1" s="5"><v>1.5E+21</v></c>', '1.5e+21', 'number'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'true', 'boolean'],
    ['an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!', 'error'],
    ['a formula never computed', '<c r="A1"><f>1+1</f><v/></c>', '', 'uncomputed'],
    ['a formula that gives text', '<c r="A1" t="str"><f>"a"</f><v>a</v></c>', 'a', 'text'],
    ['a number stored as text', '<c r="A1" t="inlineStr"><is><t>105</t></is></c>', '105', 'text'],
    ['rich text', '<c r="A1" t="s"><v>1</v></c>', '全程网办', 'text'],
    ['text with a formula guard', '<c r="A1" t="s"><v>2</v></c>', '=1+1', 'text'],
  ])('%s', async (_, xml, text, kind) => {
    const formats = [
      '0.0%',
      'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
      '0.0&quot;%&quot;',
      '[h]:mm',
      '0.00E+00',
    ]
    const strings =
      "<si><t>x</t></si><si><r><t>全程</t></r><r><rPr><b/></rPr><t>网办</t></r><rPh><t>ワン</t></rPh></si><si><t>'=1+1</t></si>"
    expect(await firstCell({ sheet: row(xml), formats, strings })).toEqual({ text, kind })
  })

  test('dates counted from 1904', async () => {
    const raw = { sheet: row('<c r="A1" s="1"><v>43951</v></c>'), formats: ['yyyy-mm-dd'], date1904: true }
    expect(await firstCell(raw)).toEqual({ text: '2024-05-01', kind: 'date' })
  })
})

test('blank rows and styled empty cells are passed over; positions stay', async () => {
  const sheet =
    '<sheetData><row r="1"><c r="B1"><v>1</v></c></row><row r="2"><c r="A2" s="1"/></row><row r="5"><c r="C5"><v>2</v></c></row></sheetData>'
  const { sheets } = await readTable(workbookOf({ sheet }))
  expect(sheets[0]?.rows.map(({ number, cells }) => [number, Object.keys(cells)])).toEqual([
    [1, ['1']],
    [5, ['2']],
  ])
})

test('rows and cells without positions, tags with a prefix', async () => {
  const sheet =
    '<x:sheetData xmlns:x="urn:x"><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData>'
  expect(await cellsOf({ sheet })).toEqual([
    [1, { text: '1', kind: 'number' }, { text: '2', kind: 'number' }],
    [2, { text: '3', kind: 'number' }],
  ])
})

test('merged cells are told with their range', async () => {
  const sheet = `${row('<c r="A1"><v>1</v></c>')}<mergeCells><mergeCell ref="A1:B3"/></mergeCells>`
  const { sheets } = await readTable(workbookOf({ sheet }))
  expect(sheets[0]?.merged).toEqual([{ top: 1, bottom: 3, left: 0, right: 1 }])
})

test('a workbook as another program writes it: links, rich text, hidden sheets', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('甲')
  sheet.addRow([
    '指标',
    { text: '链接', hyperlink: 'https://example.org/' },
    { richText: [{ text: '一' }, { text: '二' }] },
  ])
  sheet.addRow([{ formula: '1+1', result: 2 }, true, new Date(Date.UTC(2024, 4, 1))])
  workbook.addWorksheet('选项', { state: 'hidden' }).addRow(['x'])
  const { sheets, notes } = await readTable(new Uint8Array(await workbook.xlsx.writeBuffer()))
  expect(sheets.map(({ name }) => name)).toEqual(['甲'])
  expect(sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['指标', '链接', '一二'],
    ['2', 'true', '2024-05-01'],
  ])
  expect(notes).toEqual([{ zh: '工作表“选项”是隐藏的，没有读取', en: 'Sheet “选项” is hidden and was not read' }])
})
