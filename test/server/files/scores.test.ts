import { describe, expect, test } from 'vitest'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { readScores } from '../../../server/files/scores.ts'
import { readSurveys } from '../../../server/files/surveys.ts'
import { readTable } from '../../../server/files/table.ts'

describe('imported scores', () => {
  const read = async (csv: string) => {
    const { rows, problems } = readScores(await readTable(Buffer.from(csv)), schemes.city)
    return {
      problems: problems.map(({ code, path }) => [code, path]),
      rows: rows.map(({ region, indicator, score, row }) => [region, indicator, score, row]),
    }
  }

  test('of items and L2s, of one region or many', async () => {
    expect(await read('indicator,score\nL1P1,88.5\nL1P1-A1, 40\n')).toEqual({
      problems: [],
      rows: [
        ['', 'L1P1', '88.5', 2],
        ['', 'L1P1-A1', '40', 3],
      ],
    })
    expect((await read('score;region;indicator\n1;a;L1P1\n2;b;L1P1\n')).rows.map(([region]) => region)).toEqual([
      'a',
      'b',
    ])
  })

  test('Chinese column names take the names of the standard', async () => {
    expect(
      (await read('地区,指标,得分\n济南,政务综合服务,88\n济南,一网办理率,40\n')).rows.map((row) => row[1]),
    ).toEqual(['L1P1', 'L1P1-A1'])
  })

  test('problems of form', async () => {
    expect((await read('indicator,points\nL1P1,1\n')).problems).toEqual([['no-header', '1']])
    expect((await read('region,indicator,score\n,L1P1,1\n')).problems).toEqual([['missing-region', 'A2']])
  })
})

describe('survey scores', () => {
  const read = async (csv: string) => {
    const { rows, problems } = readSurveys(await readTable(Buffer.from(csv)))
    return {
      problems: problems.map(({ code, path }) => [code, path]),
      rows: rows.map(({ region, score, se, kind }) => [region, score, se, kind]),
    }
  }

  test('with and without error and kind', async () => {
    expect((await read('region,score,se,kind\na,80,0.5,Probability\nb,70,,\n')).rows).toEqual([
      ['a', '80', '0.5', 'probability'],
      ['b', '70', '', ''],
    ])
    expect((await read('地区\t得分\t标准误\t样本类型\n济南\t80\t1\t概率\n')).rows).toEqual([
      ['济南', '80', '1', 'probability'],
    ])
    expect(await read('score\n85.5\n')).toEqual({ problems: [], rows: [['', '85.5', '', '']] })
  })

  test('problems of form', async () => {
    expect((await read('region,se\na,1\n')).problems).toEqual([['no-header', '1']])
    expect((await read('region,score,weight\na,1,1\n')).problems).toEqual([['unknown-column', 'C1']])
  })
})
