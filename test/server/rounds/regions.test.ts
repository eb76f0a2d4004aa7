import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RegionComparison } from '../../../server/shapes/analysis.ts'
import type { Region } from '../../../server/shapes/region.ts'
import type { RoundResults } from '../../../server/shapes/roundResults.ts'
import { type Person, signedIn } from '../core/person.ts'
import { startTown, type Town } from '../core/town.ts'
import { putFile } from '../evaluations/files.ts'

let town: Town
let admin: Person
const facts = readFileSync(new URL('../../reference/objective/city-example-random.csv', import.meta.url))
const scores = readFileSync(new URL('../../reference/objective/city-example-max.csv', import.meta.url))

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  await putFile(town, admin, '/api/evaluations/village/facts', facts)
})
afterAll(() => town.end())

const profile = (region: string, province: string | null, population: number | null) =>
  admin.ask('PUT', `/api/regions/${region}`, { province, population })

const comparison = (among: string) => admin.ask('GET', `/api/evaluations/village/comparison?among=${among}`)

test('province and residents are entered, shown with the round, and logged', async () => {
  expect(await profile('village', '山东省', 3_500_000)).toMatchObject({
    status: 200,
    body: { province: { zh: '山东省', en: 'Shandong' }, entered: { population: 3_500_000 } },
  })
  const { regions } = (await admin.ask('GET', '/api/rounds/spring/results')).body as never as RoundResults
  expect(regions.find(({ evaluation }) => evaluation === 'village')).toMatchObject({
    province: { zh: '山东省' },
    population: 3_500_000,
  })
  expect(await profile('village', '山东省', -1)).toMatchObject({ status: 422 })
  expect((await profile('nowhere', null, null)).status).toBe(404)
  const log = await town.context.db
    .selectFrom('audit')
    .select('subject')
    .where('action', '=', 'region.profile')
    .execute()
  expect(log).toEqual([{ subject: 'region village' }])
})

test('a region is compared within its province or its size once these are known', async () => {
  await profile('town', '河北省', 4_000_000)
  expect((await comparison('round')).body).toMatchObject({ regions: 2, group: null })
  expect((await comparison('province')).body).toMatchObject({ regions: 1, group: { zh: '山东省' } })
  expect((await comparison('size')).body).toMatchObject({ regions: 2, group: { en: 'Large I (3 to 5 million)' } })
  await profile('village', null, 3_500_000)
  expect(await comparison('province')).toMatchObject({ status: 422, code: 'invalid' })
})

test('a comparison that is kept follows what is put in', async () => {
  const ownTotal = async () => ((await comparison('round')).body as never as RegionComparison).lines[0]?.own
  const before = await ownTotal()
  expect(await ownTotal()).toBe(before)
  await putFile(town, admin, '/api/evaluations/village/facts', scores)
  const lines = ((await comparison('round')).body as never as RegionComparison).lines
  const own = lines.find(({ id }) => id === 'L1P1')?.own
  expect(own).toBe(100)
})

test('departments are entered for parts of the standard, and an unknown part is named', async () => {
  const put = (departments: Record<string, string>) =>
    admin.ask('PUT', '/api/regions/village/departments', { departments })
  expect(await put({ L1: '市发展改革委', 'L1P1-A1': '市卫生健康委' })).toMatchObject({ status: 200 })
  expect(await put({ L1: '甲', L77: '乙' })).toMatchObject({ status: 422, body: { errors: [{ code: 'unknownItem' }] } })
  const { departments } = (await admin.ask('GET', '/api/regions/village')).body as never as Region
  expect(departments).toEqual({ L1: '市发展改革委', 'L1P1-A1': '市卫生健康委' })
})
