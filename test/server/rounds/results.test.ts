import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ResultDocument } from '../../../server/shapes/evaluation.ts'
import type { RoundResults } from '../../../server/shapes/roundResults.ts'
import { type Person, signedIn } from '../core/person.ts'
import { startTown, type Town } from '../core/town.ts'
import { putFile } from '../evaluations/files.ts'

let town: Town
let admin: Person
const facts = readFileSync(new URL('../../reference/objective/city-example-random.csv', import.meta.url))

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  await putFile(town, admin, '/api/evaluations/village/facts', facts)
})
afterAll(() => town.end())

const results = async (person: Person) =>
  (await person.ask('GET', '/api/rounds/spring/results')).body as never as RoundResults

test('all regions of a round, with the same figures as each by itself', async () => {
  const { regions } = await results(admin)
  expect(regions.map(({ evaluation }) => evaluation)).toEqual(['town', 'village'])
  const one = (await admin.ask('GET', '/api/evaluations/village/result')).body as never as ResultDocument
  const { indicators, total, bounds } = one.regions[0]?.result ?? expect.fail('no result')
  expect(regions[1]).toMatchObject({
    state: 'draft',
    version: null,
    rank: '地级市',
    result: { indicators, total, bounds },
  })
})

test('a frozen result stands for its region, whatever is put in later', async () => {
  for (const action of ['submit', 'accept', 'compute'])
    await admin.ask('POST', `/api/evaluations/village/${action}`, {})
  const [, frozen] = (await results(admin)).regions
  await admin.ask('POST', '/api/evaluations/village/return', { remark: 'again' })
  await putFile(town, admin, '/api/evaluations/village/facts', 'indicator,input,value\n')
  const [, later] = (await results(admin)).regions
  expect([later?.version, later?.state]).toEqual([1, 'draft'])
  expect(later?.result).toEqual(frozen?.result)
})

test('only the regions that a person may see; of a round without any nothing is told', async () => {
  const account = { name: 'sun', password: 'correct horse battery' }
  await admin.ask('POST', '/api/accounts', { ...account, roles: [{ role: 'viewer', regions: ['town'] }] })
  const sun = await signedIn(town, account.name, account.password)
  expect((await results(sun)).regions.map(({ evaluation }) => evaluation)).toEqual(['town'])
  expect((await sun.ask('GET', '/api/rounds/winter/results')).status).toBe(404)
})
