import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { uploadLimits } from '../../../server/files/limits.ts'
import { readTable } from '../../../server/files/table.ts'

const texts = async (bytes: Uint8Array) => {
  const { sheets, problems } = await readTable(bytes)
  expect(problems).toEqual([])
  return sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))
}

const chinese = '地区,指标,得分\n济南市,L1P1,88.5\n联通,L1P2,90\n'
const expected = [
  ['地区', '指标', '得分'],
  ['济南市', 'L1P1', '88.5'],
  ['联通', 'L1P2', '90'],
]

describe('the encoding of a CSV is told by its content', () => {
  test.each([
    ['UTF-8', Buffer.from(chinese)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${chinese}`)],
    ['GB18030', iconv.encode(chinese, 'gb18030')],
    ['UTF-16 with BOM, as spreadsheets save “Unicode text”', iconv.encode(chinese, 'utf16le', { addBOM: true })],
    ['UTF-16, big end first', iconv.encode(chinese, 'utf16-be', { addBOM: true })],
  ])('%s', async (_, bytes) => {
    expect(await texts(bytes)).toEqual(expected)
  })

  test('characters that only GB18030 has', async () => {
    expect(await texts(iconv.encode('a,b\n㐀,𠮷\n', 'gb18030'))).toEqual([
      ['a', 'b'],
      ['㐀', '𠮷'],
    ])
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
    ['bytes that are no text', Buffer.from([0x41, 0xff, 0x00, 0xff])],
  ])('%s is refused', async (_, bytes) => {
    expect((await readTable(bytes)).problems).toMatchObject([{ code: 'not-a-table' }])
  })
})

describe('the separator is told by the header line', () => {
  test.each([',', ';', '\t'])('%j', async (mark) => {
    const line = (...cells: string[]) => cells.join(mark)
    const csv = [line('indicator', 'input', 'value'), line('L1P2-A1', 'media', '"a;b,c\td"')].join('\r\n')
    expect((await texts(Buffer.from(csv)))?.[1]).toEqual(['L1P2-A1', 'media', 'a;b,c\td'])
  })

  test('not by what stands in quotation marks', async () => {
    expect((await texts(Buffer.from('"a,b,c";d\n1;2')))?.[0]).toEqual(['a,b,c', 'd'])
  })
})

test('row numbers are lines of the file: blank lines and line breaks within cells count', async () => {
  const { sheets } = await readTable(Buffer.from('a,b\n\n"x\r\ny",1\r\n , \r\nz,2\n'))
  expect(sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 3, 6])
})

test('a leading apostrophe before the beginning of a formula is taken away, no other', async () => {
  expect(await texts(Buffer.from("a,b,c,d\n'=1+1,'＝x,'x,''=\n"))).toEqual([
    ['a', 'b', 'c', 'd'],
    ['=1+1', '＝x', "'x", "''="],
  ])
})

test('quotation marks that do not match are named by line', async () => {
  const { problems } = await readTable(Buffer.from('a,b\n1,2\n3,"4\n5,6\n'))
  expect(problems).toMatchObject([{ code: 'broken-quotes', path: '3', row: 3 }])
})

test('an empty file', async () => {
  expect((await readTable(Buffer.alloc(0))).problems).toMatchObject([{ code: 'empty' }])
})

describe('limits', () => {
  const limits = { ...uploadLimits, packedBytes: 200, rows: 3, cells: 10, columns: 4 }
  test.each([
    ['too-large', 'a'.repeat(201)],
    ['too-many-rows', 'a\n1\n2\n3\n'],
    ['too-many-cells', 'a,b,c,d\n1,2,3,4\n1,2,3,4\n'],
    ['too-many-columns', 'a,b,c,d,e\n'],
  ])('%s', async (code, csv) => {
    const { problems, sheets } = await readTable(Buffer.from(csv), limits)
    expect(problems).toMatchObject([{ code }])
    expect(sheets).toEqual([])
  })

  test('50 MB are refused by their size alone', async () => {
    expect((await readTable(Buffer.alloc(50_000_000))).problems).toMatchObject([{ code: 'too-large' }])
  })

  test('a million rows are refused at the 200,001st', async () => {
    const { problems } = await readTable(Buffer.from('a,b\n'.repeat(1_000_000)))
    expect(problems).toMatchObject([{ code: 'too-many-rows' }])
  })

  test('one line of a million cells is refused', async () => {
    const { problems } = await readTable(Buffer.from('1,'.repeat(1_000_000)))
    expect(problems).toMatchObject([{ code: 'too-many-columns' }])
  })
})
