import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, signedIn } from '../core/person.ts'
import { startTown, type Town } from '../core/town.ts'
import { putFile, workbook } from './files.ts'

let town: Town
let admin: Person
beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
})
afterAll(() => town.end())

const village = '/api/evaluations/village'
const put = (kind: string, body: string | Uint8Array, headers?: Record<string, string>) =>
  putFile(town, admin, `${village}/${kind}`, body, headers)
const get = async (path = '') => (await admin.ask('GET', `${village}${path}`)).body as never as Record<string, never>
const result = async () =>
  ((await get('/result')).regions as never as unknown[])[0] as never as {
    result: Record<string, Record<string, number>>
  }

describe('facts', () => {
  test.each<[string, string | Buffer]>([
    ['UTF-8', 'indicator,input,value\nL1P1-A1,onlineItems,4\nL1P1-A1,totalItems,5\n'],
    ['UTF-8 with BOM', '\ufeffindicator,input,value\r\nL1P1-A1,onlineItems,4\r\nL1P1-A1,totalItems,5\r\n'],
    [
      'GB18030 with Chinese headers and labels',
      iconv.encode('指标,填报项,值\nL1P1-A1,可网上或移动端办理的事项数,4\nL1P1-A1,政务服务事项总数,5\n', 'gb18030'),
    ],
    ['semicolons', 'value;input;indicator\n4;onlineItems;L1P1-A1\n5;totalItems;L1P1-A1\n'],
    ['tabs', 'indicator\tinput\tvalue\nL1P1-A1\tonlineItems\t4\nL1P1-A1\ttotalItems\t5\n'],
  ])('come in as CSV in %s', async (_, file) => {
    const { status, body } = await put('facts', file)
    expect(status).toBe(200)
    expect(body).toMatchObject({ rows: 2, indicators: ['L1P1'], notes: [] })
    expect((await result()).result.items?.['L1P1-A1']).toBeCloseTo(0.8 * 40, 12)
  })

  test('come in as XLSX, whatever the request says it is', async () => {
    const file = await workbook([
      ['indicator', 'input', 'value'],
      ['L1P1-A1', 'onlineItems', 3],
      ['L1P1-A1', 'totalItems', 5],
    ])
    expect((await put('facts', file, { 'content-type': 'application/octet-stream' })).status).toBe(200)
    expect((await result()).result.items?.['L1P1-A1']).toBeCloseTo(0.6 * 40, 12)
  })

  test('of a region whose rank asks for the other scheme come in with a warning', async () => {
    const { db } = town.context
    await db.updateTable('region').set({ rank: '县级市' }).where('code', '=', 'village').execute()
    const warned = [{ zh: expect.stringContaining('county'), en: expect.stringContaining('county') }]
    expect((await get()).notes).toEqual(warned)
    const { body } = await put('facts', 'indicator,input,value\nL1P1-A1,onlineItems,4\nL1P1-A1,totalItems,5\n')
    expect(body).toMatchObject({ rows: 2, notes: warned })
    await db.updateTable('region').set({ rank: '地级市' }).where('code', '=', 'village').execute()
    expect((await get()).notes).toEqual([])
  })

  test('with problems: all of them are listed with their cells, and nothing changes', async () => {
    const before = await get()
    const { status, code, body } = await put(
      'facts',
      'indicator,input,value\nL1P1-A1,onlineItems,9\nL1P1-A1,totalItems,8\nL1P2-A2,realtimeIntersections,-1\nL0,x,1\nL1P8-A2,communities,约960\n',
    )
    expect([status, code]).toEqual([422, 'invalid'])
    expect(body.errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'C5 unknownItem',
      'C2 exceeds',
      'C4 negative',
      'L1P2-A2/signalIntersections missingInput',
      'L1P8-A2/communitiesWithPlatform missingInput',
      'C6 notNumber',
    ])
    expect(body.errors[1]?.message.zh).toContain('第 2 行')
    expect(await get()).toEqual(before)
  })

  test('of another region, or of the other scheme, are refused and named', async () => {
    const foreign = await put('facts', 'region,indicator,input,value\n370200,L1P1-A1,onlineItems,1\n')
    expect(foreign.body.errors).toMatchObject([{ path: 'D2', code: 'other-region' }])
    const county = await put('facts', 'indicator,input,value\nL1P2-A1,connectedInstitutions,1\nL4P1-A1,fibreUsers,1\n')
    expect(county.status).toBe(422)
  })

  test('with only a header take the facts away', async () => {
    expect((await put('facts', 'indicator,input,value\n')).body).toMatchObject({ rows: 0, indicators: [] })
    expect((await result()).result.items?.['L1P1-A1']).toBe(null)
  })
})

describe('versions', () => {
  const file = 'indicator,score\nL1P1,80\n'

  test('a receipt names the new version, and so does its ETag', async () => {
    const { status, body, headers } = await put('scores', file)
    expect(status).toBe(200)
    expect(headers.get('etag')).toBe(`"${(body as never as { version: number }).version}"`)
    expect(await get()).toMatchObject({ scoresVersion: (body as never as { version: number }).version })
  })

  test('only the newest may be replaced where If-Match names one', async () => {
    const { scoresVersion } = (await get()) as never as { scoresVersion: number }
    expect(await put('scores', file, { 'if-match': `"${scoresVersion - 1}"` })).toMatchObject({
      status: 412,
      code: 'newer-version',
    })
    expect((await put('scores', file, { 'if-match': `"${scoresVersion}"` })).status).toBe(200)
    expect(await put('scores', file, { 'if-none-match': '*' })).toMatchObject({ status: 412 })
    expect((await put('scores', file, { 'if-match': '*' })).status).toBe(200)
  })

  test('nobody has seen a version of what was never put in', async () => {
    expect(await put('survey-score', 'score\n70\n', { 'if-match': '"1"' })).toMatchObject({ status: 412 })
    expect((await put('survey-score', 'score\n70\n', { 'if-none-match': '*' })).status).toBe(200)
  })
})

describe('imported scores', () => {
  test('stand for the L2s that have no facts, and are marked', async () => {
    await put('scores', 'indicator,score\nL1P2,71.25\nL7P3-A1,0.5\n')
    await put('facts', 'indicator,input,value\nL1P1-A1,onlineItems,4\nL1P1-A1,totalItems,5\n')
    const { sources, result: scored } = (await result()) as never as {
      sources: Record<string, string>
      result: { indicators: Record<string, number>; deductions: { items: Record<string, number> } }
    }
    expect(sources).toMatchObject({ L1P1: 'facts', L1P2: 'imported', L1P3: 'missing', L7P3: 'imported' })
    expect(scored.indicators.L1P2).toBe(71.25)
    expect(scored.deductions.items['L7P3-A1']).toBe(0.5)
  })

  test('beside facts for the same L2 are a conflict, named in their file, whichever comes second', async () => {
    const second = await put('scores', 'indicator,score\nL1P2,70\nL1P1,80\n')
    expect(second.body.errors).toMatchObject([{ path: 'B3', code: 'scoreConflict' }])
    const facts = await put(
      'facts',
      'indicator,input,value\nL1P2-A2,realtimeIntersections,1\nL1P2-A2,signalIntersections,2\n',
    )
    expect(facts.status).toBe(422)
    expect(facts.body.errors).toMatchObject([{ code: 'scoreConflict' }])
  })

  test('with every reason of theirs', async () => {
    const { body } = await put(
      'scores',
      'indicator,score\nL1P2,\nL1P3,abc\nL1P4,nan\nL1P5,-1\nL1P6,101\nL1P7-A9,5\nL7P3-A1,1.5\nL1P8,50\nL1P8-A1,20\nL1P9,1\nL1P9,1\n',
    )
    expect(body.errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'B7 unknownItem',
      'B2 emptyValue',
      'B3 notNumber',
      'B4 notFinite',
      'B5 negative',
      'B6 outOfRange',
      'B9 scoreConflict',
      'B12 duplicateInput',
      'B8 outOfRange',
    ])
  })
})

describe('what is refused before it is read', () => {
  test('a file above 20 MiB: 413, the server goes on', async () => {
    const { status, code } = await put('facts', Buffer.alloc(21 * 1024 * 1024, 'x'))
    expect([status, code]).toEqual([413, 'too-large'])
    expect((await get()).id).toBe('village')
  })

  test('a table with more rows than is allowed: 413', async () => {
    const { status } = await put('facts', `indicator,input,value\n${'L1P1-A1,onlineItems,1\n'.repeat(200_001)}`)
    expect(status).toBe(413)
  })

  test.each([
    ['JSON', { 'content-type': 'application/json' }, '{}'],
    ['a form', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    ['something packed', { 'content-encoding': 'gzip' }, 'x'],
  ])('%s: 415', async (_, headers, body) => {
    expect(await put('facts', body, headers)).toMatchObject({ status: 415, code: 'unsupported-type' })
  })

  test('what is no table, or has no such columns: 422', async () => {
    expect(await put('facts', Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]))).toMatchObject({ status: 422 })
    expect(await put('facts', 'a,b\n1,2\n')).toMatchObject({ status: 422, body: { errors: [{ code: 'no-header' }] } })
  })

  test('everything, once the evaluation is submitted: 409', async () => {
    const { db } = town.context
    await db.updateTable('evaluation').set({ state: 'submitted' }).where('id', '=', 'village').execute()
    expect(await put('facts', 'indicator,input,value\n')).toMatchObject({ status: 409, code: 'not-draft' })
    await db.updateTable('evaluation').set({ state: 'draft' }).where('id', '=', 'village').execute()
  })
})
