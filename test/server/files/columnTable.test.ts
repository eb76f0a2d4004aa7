import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readColumnTable } from '../../../server/files/columnTable.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const lines = ({ lines: of = [] }: { lines?: ArrayLike<number> }) => Array.from(of)

describe('a table by columns', () => {
  it('has every column with its cells, and knows the line of each row', async () => {
    const { table, problems } = await readColumnTable(bytes('\ufeffa, b\n1,"x\ny"\n\n,2\n3\n'))
    expect(problems).toEqual([])
    expect(table.columns).toEqual(['a', 'b'])
    expect(table.values).toEqual([
      ['1', '', '3'],
      ['x\ny', '2', ''],
    ])
    expect(lines(table)).toEqual([2, 5, 6])
  })

  it('takes semicolons, tabs and GB18030, and a guard before a sign away', async () => {
    const { table } = await readColumnTable(iconv.encode("区;分\r\n'-北;1\r\n", 'gb18030'))
    expect(table).toMatchObject({ columns: ['区', '分'], values: [['-北'], ['1']] })
    expect((await readColumnTable(bytes('a\tb\n1\t2\n'))).table.values).toEqual([['1'], ['2']])
  })

  it('takes the first sheet of a workbook that has rows', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('empty')
    book.addWorksheet('responses').addRows([
      ['q1', 'sex'],
      [4, 'f'],
      [null, 'm'],
    ])
    const { table, problems } = await readColumnTable(new Uint8Array(await book.xlsx.writeBuffer()))
    expect(problems).toEqual([])
    expect(table).toMatchObject({
      columns: ['q1', 'sex'],
      values: [
        ['4', ''],
        ['f', 'm'],
      ],
    })
    expect(lines(table)).toEqual([2, 3])
  })

  it('names rows with more cells than the header, quotation marks that do not match, and what is no table', async () => {
    const codes = async (content: Uint8Array) =>
      (await readColumnTable(content)).problems.map(({ code, row }) => [code, row])
    expect(await codes(bytes('a,b\n1,2,3\n4,5,\n6,7,8\n'))).toEqual([
      ['surplus-cells', 2],
      ['surplus-cells', 4],
    ])
    expect(await codes(bytes('a,b\n1,"2\n'))).toEqual([['broken-quotes', 2]])
    expect(await codes(new Uint8Array())).toEqual([['empty', null]])
    expect(await codes(Uint8Array.of(0, 1, 2, 0))).toEqual([['not-a-table', null]])
    expect(await codes(bytes('PK\u0003\u0004 nothing'))).toEqual([['broken-workbook', null]])
  })
})
