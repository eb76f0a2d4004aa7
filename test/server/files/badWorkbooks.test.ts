import { describe, expect, test } from 'vitest'
import { uploadLimits } from '../../../server/files/limits.ts'
import { readTable } from '../../../server/files/table.ts'
import { workbookOf } from './workbookOf.ts'
import { zipOf } from './zipOf.ts'

const MiB = 1024 * 1024
const oneCell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
const sheetPart = 'xl/worksheets/sheet1.xml'
const refusal = async (bytes: Buffer, limits = uploadLimits) => {
  const { sheets, problems } = await readTable(bytes, limits)
  expect(sheets).toEqual([])
  expect(problems).toHaveLength(1)
  return problems[0]?.code
}

describe('what poses as a workbook', () => {
  test('an old .xls', async () => {
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).toBe('old-excel')
  })
  test('a workbook under a password', async () => {
    const container = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await refusal(container)).toBe('encrypted')
    expect(await refusal(zipOf([{ name: 'a', content: 'x', encrypted: true }]))).toBe('encrypted')
  })
  test.each([
    ['another archive', zipOf([{ name: 'readme.txt', content: 'x' }]), 'not-a-workbook'],
    ['an archive cut short', workbookOf({ sheet: oneCell }).subarray(0, 500), 'broken-workbook'],
    ['a sheet cut short', workbookOf({ sheet: '<sheetData><row>' }), 'broken-workbook'],
    ['a text that is not there', workbookOf({ sheet: '<row><c t="s"><v>7</v></c></row>' }), 'broken-workbook'],
    ['a cell nowhere', workbookOf({ sheet: '<row><c r="7"><v>7</v></c></row>' }), 'broken-workbook'],
    [
      'entities',
      workbookOf({
        sheet: '',
        parts: [{ name: sheetPart, content: '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet>&b;</worksheet>' }],
      }),
      'broken-workbook',
    ],
    ['bottomless nesting', workbookOf({ sheet: '<a>'.repeat(100_000) }), 'broken-workbook'],
    [
      'endless attributes',
      workbookOf({ sheet: `<a ${Array.from({ length: 300 }, (_, at) => `a${at}="1"`).join(' ')}/>` }),
      'broken-workbook',
    ],
    ['the same part twice', zipOf(['a', 'a'].map((name) => ({ name, content: 'x' }))), 'broken-workbook'],
    [
      'more parts than a workbook has',
      zipOf(Array.from({ length: 10_001 }, (_, at) => ({ name: `p${at}`, content: '' }))),
      'broken-workbook',
    ],
    [
      'UTF-16 within',
      workbookOf({ sheet: '', parts: [{ name: sheetPart, content: Buffer.from('\ufeff<a/>', 'utf16le') }] }),
      'broken-workbook',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code)
  })
})

describe('zip bombs', () => {
  const bomb = Buffer.alloc(201 * MiB, ' ')
  test('an honest one is refused by its directory, before anything is unpacked', async () => {
    const bytes = workbookOf({ sheet: oneCell, parts: [{ name: 'xl/media/a.png', content: bomb }] })
    expect(bytes.length).toBeLessThan(MiB)
    expect(await refusal(bytes)).toBe('unpacked-too-large')
  })
  test('one that lies about its size is stopped where the lie shows', async () => {
    const content = Buffer.concat([Buffer.from('<worksheet>'), bomb])
    expect(await refusal(workbookOf({ sheet: '', parts: [{ name: sheetPart, content, claimedSize: 1000 }] }))).toBe(
      'broken-workbook',
    )
  })
  test('the true bytes of all parts are counted together', async () => {
    const limits = { ...uploadLimits, unpackedBytes: 2000 }
    const bytes = workbookOf({ sheet: oneCell + ' '.repeat(3000) })
    expect(await refusal(bytes, limits)).toBe('unpacked-too-large')
    expect(await refusal(workbookOf({ sheet: ' '.repeat(300) }), { ...limits, unpackedBytes: 300 })).toBe(
      'unpacked-too-large',
    )
  })
})

describe('limits', () => {
  test('a sheet with a million rows', async () => {
    const sheet = `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(1_000_000)}</sheetData>`
    expect(await refusal(workbookOf({ sheet }))).toBe('too-many-rows')
  })
  test('a million rows that are only styled hold nothing', async () => {
    const sheet = `<sheetData>${'<row><c s="1"/></row>'.repeat(1_000_000)}</sheetData>`
    expect(await readTable(workbookOf({ sheet }))).toMatchObject({ problems: [], sheets: [{ rows: [] }] })
  })
  test('cells, columns and shared texts', async () => {
    const limits = { ...uploadLimits, cells: 3, columns: 10 }
    const cells = '<c><v>1</v></c>'.repeat(4)
    expect(await refusal(workbookOf({ sheet: `<row>${cells}</row>` }), limits)).toBe('too-many-cells')
    expect(await refusal(workbookOf({ sheet: '<row><c r="XFD1"><v>1</v></c></row>' }), limits)).toBe('too-many-columns')
    expect(await refusal(workbookOf({ sheet: oneCell, strings: '<si><t>a</t></si>'.repeat(4) }), limits)).toBe(
      'too-many-cells',
    )
  })
})

test('every refusal says in both languages what to do', async () => {
  const { problems } = await readTable(Buffer.from('d0cf11e0a1b11ae10000', 'hex'))
  expect(problems[0]).toEqual({
    path: '',
    row: null,
    code: 'old-excel',
    message: {
      zh: '这是旧版 Excel 文件(.xls)。请在 Excel 或 WPS 中另存为“Excel 工作簿(.xlsx)”',
      en: 'This is an old Excel file (.xls). Save it in Excel or WPS as “Excel workbook (.xlsx)”',
    },
  })
})
