import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EvaluationSummary, ResultDocument } from '../../../server/shapes/evaluation.ts'
import type { Role } from '../../../server/shapes/session.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, startTown, type Town } from '../core/town.ts'
import { getFile, putFile } from './files.ts'

let town: Town
let admin: Person
const facts = readFileSync(new URL('../../reference/objective/city-example-random.csv', import.meta.url))
const { expected } = JSON.parse(
  readFileSync(new URL('../../reference/objective/city-example-random.json', import.meta.url), 'utf8'),
)

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  const { status } = await putFile(town, admin, '/api/evaluations/village/facts', facts)
  expect(status).toBe(200)
})
afterAll(() => town.end())

async function resultOf(id: string, query = '') {
  const { status, body } = await admin.ask('GET', `/api/evaluations/${id}/result${query}`)
  expect(status).toBe(200)
  const document = body as never as ResultDocument
  const [region] = document.regions
  if (!region) throw new Error('no region')
  return { document, region }
}

describe('a result', () => {
  test('has the numbers of the public example, its sources and no errors', async () => {
    const { document, region } = await resultOf('village')
    expect(document).toMatchObject({ scheme: 'city', standard: 'GB/T 33356—2022', options: { normalizeShares: false } })
    expect([region.region, region.errors, region.survey]).toEqual(['village', [], null])
    expect(region.result?.total).toBeCloseTo(expected.total, 9)
    expect(region.result?.dimensions).toEqual(
      Object.fromEntries(
        Object.entries(expected.dimensions).map(([id, score]) => [
          id,
          score === null ? null : expect.closeTo(score as number, 9),
        ]),
      ),
    )
  })

  test('names the option that it was computed with', async () => {
    const { document } = await resultOf('village', '?normalizeShares=true')
    expect(document.options).toEqual({ normalizeShares: true })
  })

  test('follows the responses, with the uncertainty that they leave', async () => {
    for (let person = 0; person < 40; person++) {
      expect(
        (
          await answer(town, {
            consent: true,
            S1: 'yes',
            S4: person % 2 ? 'male' : 'female',
            A1: 1 + (person % 5),
            A2: 4,
            B1: 5,
          })
        ).status,
      ).toBe(201)
    }
    const { region } = await resultOf('town')
    expect(region.survey?.respondents).toBe(40)
    expect(region.sources.L9P1).toBe('survey')
    expect(region.result?.subjective).toBeCloseTo(0.4 * (region.survey?.score ?? Number.NaN), 12)
    expect(region.result?.uncertainty?.subjective).toMatchObject({ kind: 'model', se: region.survey?.se })
    expect(region.result?.uncertainty?.total).toBe(null)
    expect(region.result?.total).toBe(null)
    expect(region.result?.bounds.total[1]).toBeCloseTo(60 + (region.result?.subjective ?? Number.NaN), 9)
  })

  test('that was never frozen, or of no evaluation, is not there', async () => {
    expect((await admin.ask('GET', '/api/evaluations/village/result?version=1')).status).toBe(404)
    expect((await admin.ask('GET', '/api/evaluations/nowhere/result')).status).toBe(404)
    expect((await admin.ask('GET', '/api/evaluations/village/result?version=first')).status).toBe(422)
  })
})

describe('exports', () => {
  test('the CSV has every number once, and they re-add', async () => {
    const { bytes, headers } = await getFile(town, admin, '/api/evaluations/village/result.csv')
    expect(headers.get('content-disposition')).toContain('tiyan-village.csv')
    const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true })
    const value = (id: string) => Number(rows.find((row) => row.id === id)?.score)
    expect(value('total')).toBeCloseTo(expected.total, 9)
    expect(value('objective') + value('subjective') - value('deductions')).toBeCloseTo(value('totalRaw'), 9)
  })

  test.each(['zh', 'en'])('the workbook opens again with the total of the API (%s)', async (lang) => {
    const { bytes } = await getFile(town, admin, `/api/evaluations/village/result.xlsx?lang=${lang}`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    const [overview] = book.worksheets
    const total = overview?.getRow(4).getCell(7).value as { result: number }
    expect(total.result).toBeCloseTo(expected.total, 9)
  })

  test('of responses: codes as they were given, a row a person in the score', async () => {
    const { bytes } = await getFile(town, admin, '/api/surveys/town/responses.csv')
    const rows: Record<string, string>[] = parse(bytes, { columns: true })
    expect(rows).toHaveLength(40)
    expect(new Set(rows.map(({ respondent }) => respondent)).size).toBe(40)
    expect(new Set(rows.map(({ sex }) => sex))).toEqual(new Set(['female', 'male']))
    expect(new Set(rows.map(({ channel }) => channel))).toEqual(new Set(['open']))
    expect(
      rows.every(({ A2, base_weight, final_weight }) => A2 === '4' && base_weight === '1' && final_weight === '1'),
    ).toBe(true)
    const { bytes: design } = await getFile(town, admin, '/api/surveys/town/design.json')
    expect(JSON.parse(String(design))).toMatchObject({
      missing_codes: [97, 98, 99],
      calibration: 'none',
      score: { level: 'item' },
    })
  })
})

const password = 'correct horse battery'
async function personWith(role: Role, regions: string[] | null): Promise<Person> {
  const name = `${role}-${regions?.join('-') ?? 'all'}`
  await admin.ask('POST', '/api/accounts', { name, password, roles: [{ role, regions }] })
  return signedIn(town, name, password)
}

describe('who may see what', () => {
  const reading = [
    '/api/evaluations/town',
    '/api/evaluations/town/result',
    '/api/evaluations/town/result.csv',
    '/api/evaluations/town/result.xlsx',
    '/api/evaluations/town/public.zip',
    '/api/surveys/town/design.json',
    '/api/surveys/town/population.csv',
  ]
  const microdata = ['/api/surveys/town/responses.csv', '/api/evaluations/town/result.zip']
  const writing = ['facts', 'scores', 'survey-score'].map((kind) => `/api/evaluations/town/${kind}`)
  const header = 'indicator,input,value,score\n'

  test('nobody without a session', async () => {
    for (const path of ['/api/evaluations', ...reading, ...microdata]) {
      expect((await fetch(`${town.url}${path}`)).status, path).toBe(401)
    }
    const put = await fetch(`${town.url}${writing[0]}`, {
      method: 'PUT',
      body: header,
      headers: { 'content-type': 'text/csv' },
    })
    expect(put.status).toBe(401)
  })

  test('a session without its token changes nothing', async () => {
    const { status, code } = await putFile(town, { ...admin, csrf: '' }, '/api/evaluations/town/facts', header)
    expect([status, code]).toEqual([403, 'csrf-token'])
  })

  test('an administrator without other roles sees no data', async () => {
    const person = await personWith('administrator', null)
    for (const path of [...reading, ...microdata]) expect((await person.ask('GET', path)).status, path).toBe(403)
    for (const path of writing) expect((await putFile(town, person, path, header)).status, path).toBe(403)
  })

  test.each<[Role, number, number]>([
    ['fieldwork', 200, 403],
    ['reporter', 403, 422],
    ['evaluator', 200, 422],
    ['publisher', 403, 403],
    ['viewer', 403, 403],
  ])('a %s reads results; microdata: %i; imports: %i', async (role, ofMicrodata, ofWriting) => {
    const own = await personWith(role, ['town'])
    const other = await personWith(role, ['village'])
    const list = (await own.ask('GET', '/api/evaluations')).body as never as EvaluationSummary[]
    expect(list.map(({ id }) => id)).toEqual(['town'])
    for (const path of reading) {
      expect((await getFile(town, own, path)).status, path).toBe(200)
      expect((await getFile(town, other, path)).status, path).toBe(404)
    }
    for (const path of microdata) {
      expect((await getFile(town, own, path)).status, path).toBe(ofMicrodata)
      expect((await getFile(town, other, path)).status, path).toBe(ofMicrodata === 403 ? 403 : 404)
    }
    for (const path of writing) {
      // A table without the columns that are wanted: refused, but only after the right to send it.
      expect((await putFile(town, own, path, 'a,b\n1,2\n')).status, path).toBe(ofWriting)
      expect((await putFile(town, other, path, 'a,b\n1,2\n')).status, path).toBe(ofWriting === 403 ? 403 : 404)
    }
  })
})
