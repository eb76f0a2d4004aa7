import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Evaluation, FrozenResult } from '../../../server/shapes/evaluation.ts'
import { type Person, signedIn } from '../core/person.ts'
import { startTown, type Town } from '../core/town.ts'
import { putFile } from './files.ts'

let town: Town
let admin: Person
let qian: Person
const village = '/api/evaluations/village'

const scores = schemes.city.dimensions
  .filter(({ kind }) => kind !== 'subjective')
  .flatMap(({ kind, indicators }) => indicators.map(({ id }) => `${id},${kind === 'deduction' ? 0 : 77.5}`))

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  const account = { name: 'qian', password: 'correct horse battery' }
  await admin.ask('POST', '/api/accounts', { ...account, roles: [{ role: 'publisher', regions: null }] })
  qian = await signedIn(town, account.name, account.password)
  await putFile(town, admin, `${village}/scores`, `indicator,score\n${scores.join('\n')}\nL9P1,66\n`)
})
afterAll(() => town.end())

const page = (path = '') => fetch(`${town.url}/open/village${path}`)
const setOpen = (open: boolean) => admin.ask('PUT', `${village}/open`, { open })

test('nothing is open until it is published and somebody asked for it', async () => {
  expect((await page()).status).toBe(404)
  expect(await setOpen(true)).toMatchObject({ status: 409, code: 'wrong-state' })
  for (const action of ['submit', 'accept', 'compute'])
    expect((await admin.ask('POST', `${village}/${action}`, {})).status, action).toBe(200)
  expect((await qian.ask('POST', `${village}/publish`, {})).status).toBe(200)
  expect((await page()).status).toBe(404)
  expect((await qian.ask('PUT', `${village}/open`, { open: true })).status).toBe(403)
  expect((await setOpen(true)).body as never as Evaluation).toMatchObject({ open: true })
})

test('anybody sees the published score, in both languages, and reads it by machine', async () => {
  const frozen = (await admin.ask('GET', `${village}/result?version=1`)).body as never as FrozenResult
  const total = frozen.regions[0]?.result?.total ?? expect.fail('no total')
  for (const [lang, word] of [
    ['zh', '总体得分'],
    ['en', 'Total score'],
  ]) {
    const html = await (await page(`?lang=${lang}`)).text()
    expect(html).toContain(word)
    expect(html).toContain(total.toFixed(2))
  }
  const html = await (await page()).text()
  const [, data = ''] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html) ?? []
  expect(JSON.parse(data)).toMatchObject({
    ...{ '@context': 'https://schema.org', '@type': 'Dataset', version: '1' },
    distribution: [{ encodingFormat: 'text/csv', contentUrl: expect.stringMatching(/\/open\/village\/result\.csv$/) }],
    variableMeasured: expect.arrayContaining([expect.objectContaining({ propertyID: 'total/total', value: total })]),
  })
  const csv = await page('/result.csv')
  const rows: Record<string, string>[] = parse(await csv.text(), { columns: true, bom: true })
  expect(Number(rows.find(({ code }) => code === 'total')?.score)).toBe(total)
})

test('it is taken away again, and the audit log has both', async () => {
  await setOpen(false)
  expect([(await page()).status, (await page('/result.csv')).status]).toEqual([404, 404])
  const actions = await town.context.db.selectFrom('audit').select('action').execute()
  expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(['evaluation.open', 'evaluation.unopen']))
})
