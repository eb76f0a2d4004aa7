import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numbersOf } from '../../scoring/result/numbersOf.ts'
import { command } from '../core/command.ts'

const reference = join(import.meta.dirname, '../../reference/objective')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const score = (...args: string[]) => command(folder, 'score', ...args)

describe('the public examples', () => {
  test.each(['city-example-max', 'city-example-random', 'county-example-max', 'county-example-random'])(
    '%s agrees in every number',
    async (name) => {
      const { scheme, expected } = JSON.parse(await readFile(join(reference, `${name}.json`), 'utf8'))
      const { code, out, err } = await score('--scheme', scheme, '--facts', join(reference, `${name}.csv`))
      expect(err).toBe('')
      expect(code).toBe(0)
      const document = JSON.parse(out)
      expect(document).toMatchObject({ scheme, standard: 'GB/T 33356—2022', options: { normalizeShares: false } })
      const [{ region, errors, result }] = document.regions
      expect([region, errors]).toEqual(['', []])
      const numbers = numbersOf(result)
      const wanted = numbersOf(expected)
      expect(Object.keys(numbers)).toEqual(Object.keys(wanted))
      for (const [path, value] of Object.entries(wanted))
        expect(Math.abs((numbers[path] ?? Number.NaN) - value), path).toBeLessThan(1e-9)
      expect([result.missing, result.complete]).toEqual([expected.missing, expected.complete])
    },
  )
})

const regionsOf = (out: string) => JSON.parse(out).regions as Region[]
interface Region {
  region: string
  errors: { item: string; key: string | null; reason: string; row: number | null; message: string }[]
  result: Record<string, never> | null
}
const errorsOf = ({ errors }: Region) => errors.map(({ item, key, reason, row }) => `${row} ${item} ${key} ${reason}`)

describe('many regions', () => {
  const facts =
    'region,indicator,input,value\n370200,L1P1-A1,onlineItems,4\n甲市,L1P1-A1,onlineItems,9\n370200,L1P1-A1,totalItems,5\n甲市,L1P1-A1,totalItems,5\n'

  test('one with errors has no result, the others have theirs; exit code 1', async () => {
    const { code, out, err } = await score('--scheme', 'city', '--facts', await file('many.csv', facts))
    expect(code).toBe(1)
    const [first, second] = regionsOf(out)
    expect([first?.region, first?.errors, first?.result?.items?.['L1P1-A1']]).toEqual(['370200', [], 32])
    expect([second?.region, second?.result]).toEqual(['甲市', null])
    expect(second && errorsOf(second)).toEqual(['3 L1P1-A1 onlineItems exceeds'])
    expect(err).toContain('甲市: row 3')
  })

  test('are put together from facts, scores and surveys by name', async () => {
    const { code, out } = await score(
      ...['--scheme', 'city', '--lang', 'zh'],
      ...['--facts', await file('facts.csv', facts.replace(',9', ',5'))],
      ...['--scores', await file('scores.csv', 'region;indicator;score\n乙市;L1P1;80\n370200;L1P2;70\n')],
      ...['--survey', await file('survey.csv', 'region,score,se,kind\n370200,80,0.5,probability\n甲市,70,,\n')],
    )
    expect(code).toBe(0)
    const regions = regionsOf(out)
    expect(regions.map(({ region }) => region)).toEqual(['370200', '甲市', '乙市'])
    expect(regions[0]?.result).toMatchObject({
      indicators: { L1P2: 70, L9P1: 80 },
      subjective: 32,
      uncertainty: { subjective: { score: 80, se: 0.5, kind: 'probability', nEffective: null }, total: null },
    })
    expect(regions[1]?.result).not.toHaveProperty('uncertainty')
    expect(regions[1]?.result).toMatchObject({ subjective: 28 })
    expect(regions[2]?.result?.missing).toContain('L9P1')
  })

  test('a file without a region column cannot be put beside one that has it', async () => {
    const { code, out, err } = await score(
      ...['--scheme', 'city', '--facts', await file('facts.csv', facts)],
      ...['--survey', await file('survey.csv', 'score\n80\n')],
    )
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('no region column')
  })
})

describe('a second source for an L2', () => {
  const online = 'L1P1-A1,onlineItems,4\nL1P1-A1,totalItems,5\n'

  test('is an error of the scores, and of the survey', async () => {
    const { out } = await score(
      ...['--scheme', 'city', '--facts', await file('facts.csv', `indicator,input,value\n${online}L9P1,survey,80\n`)],
      ...['--scores', await file('scores.csv', 'indicator,score\nL1P1,80\nL1P3-A1,20\nL1P3,60\n')],
      ...['--survey', await file('survey.csv', 'score\n80\n')],
    )
    expect(regionsOf(out).flatMap(errorsOf)).toEqual([
      '2 L1P1 null scoreConflict',
      '4 L1P3 null scoreConflict',
      '2 L9P1 survey scoreConflict',
    ])
  })
})

test('--normalize-shares is named in the result, and lifts the county scheme to 99.25', async () => {
  const facts = join(reference, 'county-example-max.csv')
  const totals = await Promise.all(
    [[], ['--normalize-shares']].map(async (more) => {
      const { out } = await score('--scheme', 'county', '--facts', facts, ...more)
      const { options, regions } = JSON.parse(out)
      return [options.normalizeShares, regions[0].result.total]
    }),
  )
  expect(totals).toEqual([
    [false, expect.closeTo(98.45, 9)],
    [true, expect.closeTo(99.25, 9)],
  ])
})

describe('the form of the result', () => {
  const facts = ['--scheme', 'city', '--facts', join(reference, 'city-example-random.csv')]

  test('is CSV where it is asked for or the file is called so', async () => {
    const { out } = await score(...facts, '--format', 'csv')
    expect(out.split('\n')[0]).toBe('region,level,id,name_zh,name_en,score,lowest,highest')
    const path = join(folder, 'result.csv')
    expect(await score(...facts, '--out', path)).toEqual({ code: 0, out: '', err: '' })
    expect(await readFile(path, 'utf8')).toBe(out)
  })

  test('is a workbook', async () => {
    const path = join(folder, 'result.xlsx')
    await score(...facts, '--out', path)
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('wrong usage is told with the usage; exit code 2', () => {
  test.each([
    [['--scheme', 'city']],
    [['--facts', 'x.csv']],
    [['--scheme', 'town', '--facts', 'x.csv']],
    [['--scheme', 'city', '--facts', 'nowhere.csv']],
    [['--scheme', 'city', '--facts', 'x.csv', '--format', 'pdf']],
    [['--scheme', 'city', '--unknown']],
  ])('%j', async (args) => {
    const { code, out, err } = await score(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('tiyan score --scheme')
  })
})

test('facts of the other scheme, or of a region of another rank, are warned of', async () => {
  const county = await readFile(join(reference, 'county-example-max.csv'), 'utf8')
  const rows = county.split('\n').map((line, at) => (line === '' ? '' : `${at === 0 ? 'region' : '370281'},${line}`))
  const { code, err } = await score('--scheme', 'city', '--facts', await file('county.csv', rows.join('\n')))
  expect(code).toBe(1)
  expect(err).toContain('The file looks like one of the scheme')
  expect(err).toContain('Region 370281 ranks as a county')
})
