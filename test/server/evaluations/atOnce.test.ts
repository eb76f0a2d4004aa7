import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Evaluation, ResultVersion } from '../../../server/shapes/evaluation.ts'
import { type Person, signedIn } from '../core/person.ts'
import { startTown, type Town } from '../core/town.ts'
import { putFile } from './files.ts'

let town: Town
let admin: Person
let zhao: Person
const village = '/api/evaluations/village'
const facts = readFileSync(new URL('../../reference/objective/city-example-random.csv', import.meta.url))

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  const account = { name: 'zhao', password: 'correct horse battery' }
  await admin.ask('POST', '/api/accounts', { ...account, roles: [{ role: 'evaluator', regions: null }] })
  zhao = await signedIn(town, account.name, account.password)
  await putFile(town, admin, `${village}/facts`, facts)
})
afterAll(() => town.end())

const seen = async (person: Person) => (await person.ask('GET', village)).body as never as Evaluation
const take = (person: Person, action: string, revision: number, remark = '') =>
  person.ask('POST', `${village}/${action}`, { remark }, { 'if-match': `"${revision}"` })

test('two evaluators at once: what the second decided on an older state is not done, and it is told who was faster', async () => {
  await take(admin, 'submit', (await seen(admin)).revision)
  const [first, second] = [await seen(admin), await seen(zhao)]
  expect(first.revision).toBe(second.revision)
  expect(await take(admin, 'accept', first.revision)).toMatchObject({ status: 200, body: { state: 'accepted' } })

  // By the states alone an accepted evaluation may be returned: what was meant was a submitted one.
  const late = await take(zhao, 'return', second.revision, '请补充')
  expect([late.status, late.code]).toEqual([412, 'newer-version'])
  expect(late.body.texts).toMatchObject({ detail: { en: expect.stringContaining('admin accepted it') } })
  expect((await seen(zhao)).state).toBe('accepted')
})

test('two compute at the same moment: one version, and the other is told', async () => {
  const { revision } = await seen(admin)
  const both = await Promise.all([take(admin, 'compute', revision), take(zhao, 'compute', revision)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  const versions = (await zhao.ask('GET', `${village}/versions`)).body as never as ResultVersion[]
  expect(versions.map(({ version }) => version)).toEqual([1])
})

test('new data count as a change, too', async () => {
  const before = await seen(zhao)
  await take(zhao, 'return', before.revision, '请更正')
  const { revision, next } = await seen(admin)
  expect(next.map(({ action }) => action)).toEqual(['submit'])
  await putFile(town, zhao, `${village}/facts`, facts)
  expect((await take(admin, 'submit', revision)).status).toBe(412)
})

test('versions are listed with who published them and why they were corrected', async () => {
  const step = async (person: Person, action: string, remark = '') =>
    expect(await take(person, action, (await seen(person)).revision, remark), action).toMatchObject({ status: 200 })
  for (const action of ['submit', 'accept']) await step(admin, action)
  await step(zhao, 'compute')
  await step(admin, 'publish', '定稿')
  await step(admin, 'correct', '视频联网数更正')
  for (const action of ['submit', 'accept']) await step(admin, action)
  await step(zhao, 'compute')
  const versions = (await zhao.ask('GET', `${village}/versions`)).body as never as ResultVersion[]
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/)
  expect(versions).toMatchObject([
    { version: 3, frozenBy: 'zhao', published: null, reason: '视频联网数更正', contentHash: hash },
    { version: 2, published: { by: 'admin', remark: '定稿' }, reason: null, total: expect.any(Number) },
    { version: 1, published: null, reason: null },
  ])
})
