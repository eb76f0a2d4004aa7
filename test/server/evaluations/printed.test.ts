import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesOf } from '../../../server/files/package/read.ts'
import type { ResultDocument } from '../../../server/shapes/evaluation.ts'
import { addInput } from '../../../server/store/inputs.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'
import { getFile, putFile } from './files.ts'

let town: Town
let admin: Person
const facts = readFileSync(new URL('../../reference/objective/city-example-random.csv', import.meta.url), 'utf8')
const own = '/api/evaluations/town'
const village = '/api/evaluations/village'

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  // The town asks its residents itself; the village has their score imported with its facts.
  await putFile(town, admin, `${own}/facts`, facts.replace(/^L9.*\n?/gm, ''))
  await putFile(town, admin, `${village}/facts`, facts)
  for (let at = 0; at < 40; at += 1) await answer(town, answersOf({ S4: at < 35 ? 'female' : 'male' }))
  await departmentIs('市<卫健>委')
})
afterAll(() => town.end())

const departmentIs = (name: string) => admin.ask('PUT', '/api/regions/town/departments', { departments: { L1: name } })

const total = async (path: string) => {
  const { regions } = (await admin.ask('GET', `${path}/result`)).body as never as ResultDocument
  return regions[0]?.result ?? expect.fail('no result')
}

const page = async (path: string) => String((await getFile(town, admin, path)).bytes)

test.each([
  ['zh', ['总分构成', '责任部门', '95% 模型区间', '分组 · 性别', '与同组比较', 'L1P1-A1 一网办理率']],
  ['en', ['What the total is made of', 'Department', '95% model-based interval', 'Groups · Sex', 'L1P1-A1 Online']],
] as const)('the page to be printed and the brief say what the API says (%s)', async (lang, words) => {
  const { bounds, objective } = await total(own)
  const printed = await page(`${own}/print?lang=${lang}`)
  const between = bounds.total.map((bound) => bound.toFixed(2)).join('–')
  for (const word of [...words, between, objective?.toFixed(2) ?? '—', '市&lt;卫健&gt;委'])
    expect(printed).toContain(word)
  // Waterfall, dimensions, radar, survey and perception gap.
  expect(printed.match(/<svg/g)?.length).toBeGreaterThanOrEqual(5)
  expect(printed).not.toMatch(/<nav|https?:\/\/(?!www\.w3\.org)/)
  expect(await page(`${own}/brief.svg?lang=${lang}`)).toContain(between)
  expect(await page(`${village}/print?lang=${lang}`)).toContain((await total(village)).total?.toFixed(2))
})

test('a group that is too small is printed without its score, with the reason', async () => {
  const printed = await page(`${own}/print?lang=zh`)
  const groups = printed.slice(printed.indexOf('分组 · 性别'))
  expect(/male<\/th><td[^>]*>5<\/td><td[^>]*>—/.test(groups)).toBe(true)
})

test('what is computed keeps the names of the departments of then', async () => {
  await putFile(town, admin, `${village}/facts`, facts)
  await admin.ask('PUT', '/api/regions/village/departments', { departments: { L1: '旧局' } })
  for (const action of ['submit', 'accept', 'compute']) await admin.ask('POST', `${village}/${action}`, {})
  await admin.ask('PUT', '/api/regions/village/departments', { departments: { L1: '新局' } })
  expect(await page(`${village}/print?version=1`)).toMatch(/旧局/)
  expect(await page(`${village}/print?version=1`)).not.toMatch(/新局/)
  expect(await page(`${village}/print`)).toMatch(/新局/)
})

test('nothing is printed of what is not there, nor of data with errors, and that is said', async () => {
  expect((await getFile(town, admin, '/api/evaluations/nowhere/print')).status).toBe(404)
  const content = JSON.stringify([{ indicator: 'L1P1-A1', input: 'onlineItems', value: '-5', row: 2 }])
  await addInput(town.context.db, {
    ...{ evaluation_id: 'town', kind: 'facts', version: 99, content },
    ...{ put_by: 'admin', put_at: '2026-05-02T00:00:00.000Z' },
  })
  for (const file of ['print', 'brief.svg', 'evidence.zip', 'result.docx']) {
    const { status, bytes } = await getFile(town, admin, `${own}/${file}`)
    expect([file, status]).toEqual([file, 409])
    expect(String(bytes)).toContain('先改正')
  }
})

test('the evidence pack has the indicator set, the steps and the result, each with its hash, and says what it lacks', async () => {
  const files = await filesOf((await getFile(town, admin, `${village}/evidence.zip`)).bytes)
  expect(String(files.get('README.md'))).toMatch(/L8P1-A2[\s\S]*评价工作通知/)
  expect(String(files.get('01-indicators.csv'))).toContain('L9P1')
  const document: ResultDocument = JSON.parse(String(files.get('04-result.json')))
  expect(document.regions[0]?.result?.total).toBe((await total(village)).total)
  const sums = String(files.get('SHA256SUMS')).trim().split('\n')
  expect(sums).toHaveLength(files.size - 1)
  for (const line of sums) {
    const [hash, name = ''] = line.split('  ')
    expect(hash).toBe(
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex'),
    )
  }
})
