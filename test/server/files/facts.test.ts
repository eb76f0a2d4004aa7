import { describe, expect, test } from 'vitest'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { readFacts } from '../../../server/files/facts.ts'
import { readTable } from '../../../server/files/table.ts'
import { workbookOf } from './workbookOf.ts'

const read = async (file: string | Buffer) => {
  const { rows, problems } = readFacts(await readTable(Buffer.from(file)), schemes.city)
  return {
    problems,
    rows: rows.map(({ region, indicator, input, value, row }) => [region, indicator, input, value, row]),
  }
}

describe('the plain form of R12', () => {
  test('columns in any order, cells trimmed, nothing translated', async () => {
    const csv = 'value,indicator,input\n 12 ,L1P1-A1,onlineItems\n是,L1P2-A1,indexPlatform\n,L1P2-A1,media\n'
    expect(await read(csv)).toEqual({
      problems: [],
      rows: [
        ['', 'L1P1-A1', 'onlineItems', '12', 2],
        ['', 'L1P2-A1', 'indexPlatform', '是', 3],
        ['', 'L1P2-A1', 'media', '', 4],
      ],
    })
  })

  test('many regions', async () => {
    const csv = 'region,indicator,input,value\n370200,L1P1-A1,onlineItems,1\n青岛,L1P1-A1,onlineItems,2\n'
    expect((await read(csv)).rows.map(([region]) => region)).toEqual(['370200', '青岛'])
  })

  test('only a header: no facts, no problem', async () => {
    expect(await read('indicator,input,value\n')).toEqual({ problems: [], rows: [] })
  })
})

test('Chinese column names take labels as well as keys', async () => {
  const csv = [
    '地区,指标,填报项,值,备注',
    '济南,L1P1-A1 一网办理率,可网上或移动端办理的事项数,12,口头',
    '济南,城市交通运行指数发布情况,平台能力,预测\uff1bmultiSourceRealtime',
    '济南,L1P2-A1,发布渠道(APP 除外),无',
    '济南,L1P2-A1,ownApp,否',
    '济南,L1P9-A1,topMediaAccessible,three',
    '济南,L9P1,市民体验调查得分,80',
  ].join('\n')
  expect((await read(csv)).rows).toEqual([
    ['济南', 'L1P1-A1', 'onlineItems', '12', 2],
    ['济南', 'L1P2-A1', 'capabilities', 'forecast;multiSourceRealtime', 3],
    ['济南', 'L1P2-A1', 'media', '', 4],
    ['济南', 'L1P2-A1', 'ownApp', 'false', 5],
    ['济南', 'L1P9-A1', 'topMediaAccessible', 'three', 6],
    ['济南', 'L9P1', 'survey', '80', 7],
  ])
})

describe('what is wrong with the form is told all at once', () => {
  test.each([
    ['a missing column', 'indicator,value\nL1P1-A1,1\n', [['no-header', '1']]],
    [
      'an unknown and a repeated one',
      'regoin,indicator,input,value,值\nx,L1P1-A1,a,1,2\n',
      [
        ['unknown-column', 'A1'],
        ['duplicate-column', 'E1'],
      ],
    ],
    [
      'rows without a region',
      'region,indicator,input,value\n,L1P1-A1,a,1\nx,L1P1-A1,a,1\n ,L1P1-A1,b,1\n',
      [
        ['missing-region', 'A2'],
        ['missing-region', 'A4'],
      ],
    ],
    [
      'a list without quotation marks',
      'indicator,input,value\nL1P2-A1,media,radio,website\n',
      [['surplus-cells', '2']],
    ],
    ['an empty file', '\n\n', [['empty', '']]],
  ])('%s', async (_, csv, expected) => {
    expect((await read(csv)).problems.map(({ code, path }) => [code, path])).toEqual(expected)
  })

  test('a missing column is named with what was found instead', async () => {
    const { problems } = await read('Name,Wert\nx,1\n')
    expect(problems[0]?.message).toEqual({
      zh: '第 1 行：缺少列：indicator/指标、input/填报项、value/值。第一行应为列名，读到的是：Name、Wert',
      en: 'row 1: Missing columns: indicator/指标, input/填报项, value/值. The first row must hold the column names; found: Name, Wert',
    })
  })
})

describe('sheets', () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const header = `<row r="3">${['region', 'indicator', 'input', 'value'].map(cell).join('')}</row>`

  test('a header below titles; merged regions and indicators stand for all their rows', async () => {
    const sheet = `<sheetData><row r="1">${cell('Facts')}</row>${header}
      <row r="4">${cell('x')}${cell('L1P1-A1')}${cell('onlineItems')}<c><v>1</v></c></row>
      <row r="5"><c r="C5"><v>7</v></c><c r="D5"><v>2</v></c></row></sheetData>
      <mergeCells><mergeCell ref="A4:A5"/><mergeCell ref="B4:B5"/></mergeCells>`
    expect(await read(workbookOf({ sheet }))).toEqual({
      problems: [],
      rows: [
        ['x', 'L1P1-A1', 'onlineItems', '1', 4],
        ['x', 'L1P1-A1', '7', '2', 5],
      ],
    })
  })

  test('a value merged over several rows cannot be told apart', async () => {
    const sheet = `<sheetData>${header}<row r="4">${cell('x')}${cell('L1P1-A1')}${cell('a')}<c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="D4:D5"/></mergeCells>`
    expect((await read(workbookOf({ sheet }))).problems).toMatchObject([{ code: 'merged-cells', path: 'Sheet1!D4' }])
  })

  test('a percentage is read where a rate is asked for, and shows as one elsewhere', async () => {
    const fact = (row: number, id: string, key: string) =>
      `<row r="${row}">${cell('x')}${cell(id)}${cell(key)}<c s="1"><v>0.07</v></c></row>`
    const sheet = `<sheetData>${header}${fact(4, 'L9P1', 'survey')}${fact(5, 'L1P1-A1', 'onlineItems')}</sheetData>`
    expect((await read(workbookOf({ sheet, formats: ['0%'] }))).rows.map((row) => row[3])).toEqual(['7', '7%'])
  })

  test('content beside the table is said to be left out', async () => {
    const sheet = `<sheetData>${header}<row r="4">${cell('x')}${cell('L1P1-A1')}${cell('a')}<c><v>1</v></c><c><v>9</v></c></row></sheetData>`
    const { notes } = readFacts(await readTable(workbookOf({ sheet })), schemes.city)
    expect(notes.map(({ en }) => en)).toEqual([
      'Sheet “Sheet1”, row 4 has content below no column name; it was not read',
    ])
  })
})
