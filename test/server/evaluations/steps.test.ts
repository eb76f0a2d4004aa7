import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyPackage } from '../../../server/services/package/verify.ts'
import { programVersion } from '../../../server/services/version.ts'
import type { Evaluation, EvaluationStep, FrozenResult } from '../../../server/shapes/evaluation.ts'
import type { Role } from '../../../server/shapes/session.ts'
import { brokenLink, listAudit } from '../../../server/store/audit.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { startTown, type Town } from '../core/town.ts'
import { getFile, putFile } from './files.ts'

let town: Town
let reporter: Person
let evaluator: Person
let publisher: Person
const password = 'correct horse battery'
const facts = readFileSync(new URL('../../reference/objective/city-example-random.csv', import.meta.url))

beforeAll(async () => {
  town = await startTown()
  const admin = await signedIn(town)
  const person = async (name: string, roles: Role[]) => {
    const grants = roles.map((role) => ({ role, regions: ['village'] }))
    await admin.ask('POST', '/api/accounts', { name, password, roles: grants })
    return signedIn(town, name, password)
  }
  reporter = await person('wang', ['reporter'])
  evaluator = await person('zhao', ['evaluator', 'publisher'])
  publisher = await person('qian', ['publisher'])
})
afterAll(() => town.end())

const village = '/api/evaluations/village'
const step = (person: Person, action: string, remark?: string) => person.ask('POST', `${village}/${action}`, { remark })
const state = async () => (await evaluator.ask('GET', village)).body as never as Evaluation
const putFacts = (file: Buffer | string) => putFile(town, reporter, `${village}/facts`, file)
const frozen = async (version: number) =>
  (await evaluator.ask('GET', `${village}/result?version=${version}`)).body as never as FrozenResult

describe('the way of an evaluation', () => {
  test('submit → return → correct → submit → accept → compute → publish', async () => {
    expect((await putFacts(facts)).status).toBe(200)
    expect(await step(reporter, 'submit')).toMatchObject({ status: 200, body: { state: 'submitted' } })
    expect(await putFacts(facts)).toMatchObject({ status: 409, code: 'not-draft' })

    expect(await step(evaluator, 'return')).toMatchObject({ status: 422 })
    expect(await step(evaluator, 'return', 'L1P1 的总数与上年不符')).toMatchObject({ body: { state: 'draft' } })
    expect((await putFacts(facts)).status).toBe(200)
    await step(reporter, 'submit')
    expect(await step(evaluator, 'accept')).toMatchObject({ body: { state: 'accepted' } })
    expect(await step(evaluator, 'compute')).toMatchObject({ body: { state: 'computed', resultVersion: 1 } })
    expect(await step(publisher, 'publish')).toMatchObject({ body: { state: 'published', publishedVersion: 1 } })
  })

  test('a published result is frozen, with the hashes of all that it was made from', async () => {
    const result = await frozen(1)
    expect(result).toMatchObject({
      version: 1,
      frozenBy: 'zhao',
      inputs: { facts: { version: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, scores: null, survey: null },
      program: programVersion,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(result.regions[0]?.result?.complete).toBe(true)
    expect((await getFile(town, evaluator, `${village}/result.csv?version=1`)).status).toBe(200)
  })

  test('its package reproduces it', async () => {
    const { status, bytes } = await getFile(town, evaluator, `${village}/result.zip?version=1`)
    expect(status).toBe(200)
    const { manifest, numbers, problems } = await verifyPackage(bytes)
    expect([manifest?.version, problems]).toEqual([1, []])
    expect(numbers).toBeGreaterThan(100)
  })

  test('a correction is a new version with its reason; the old one stays', async () => {
    const before = await frozen(1)
    expect((await step(publisher, 'correct')).status).toBe(422)
    expect(await step(publisher, 'correct', '视频联网数更正')).toMatchObject({
      body: { state: 'draft', publishedVersion: 1 },
    })
    const better = String(facts).replace(/^L2P1-A4,otherIntegratedFields,.*$/m, 'L2P1-A4,otherIntegratedFields,9')
    expect((await putFacts(better)).status).toBe(200)
    for (const [person, action] of [
      [reporter, 'submit'],
      [evaluator, 'accept'],
      [evaluator, 'compute'],
      [publisher, 'publish'],
    ] as const) {
      expect((await step(person, action)).status, action).toBe(200)
    }
    expect(await state()).toMatchObject({ state: 'published', resultVersion: 2, publishedVersion: 2 })
    expect(await frozen(1)).toEqual(before)
    expect((await frozen(2)).contentHash).not.toBe(before.contentHash)
  })

  test('every step is listed, and stands in the audit log, whose chain holds', async () => {
    const steps = (await reporter.ask('GET', `${village}/steps`)).body as never as EvaluationStep[]
    expect(steps.map(({ action }) => action).reverse()).toEqual([
      ...['submit', 'return', 'submit', 'accept', 'compute', 'publish'],
      ...['correct', 'submit', 'accept', 'compute', 'publish'],
    ])
    expect(steps.find(({ action }) => action === 'return')).toMatchObject({
      ...{ from: 'submitted', to: 'draft', by: 'zhao', remark: 'L1P1 的总数与上年不符' },
    })
    const audit = await listAudit(town.context.db)
    expect(audit.filter(({ action }) => action.startsWith('evaluation.'))).toHaveLength(steps.length)
    expect(brokenLink(audit)).toBeUndefined()
  })
})

describe('what is not possible', () => {
  test('a step out of order', async () => {
    for (const action of ['accept', 'compute']) {
      expect(await step(evaluator, action), action).toMatchObject({ status: 409, code: 'wrong-state' })
    }
  })

  test('a step of another role, or in another region', async () => {
    expect((await step(reporter, 'accept')).status).toBe(403)
    expect((await step(publisher, 'compute')).status).toBe(403)
    expect((await step(evaluator, 'submit')).status).toBe(403)
    expect((await evaluator.ask('POST', '/api/evaluations/town/accept', {})).status).toBe(404)
  })

  test('to publish what one has computed oneself', async () => {
    await step(evaluator, 'correct', 'again')
    await step(reporter, 'submit')
    await step(evaluator, 'accept')
    await step(evaluator, 'compute')
    expect(await step(evaluator, 'publish')).toMatchObject({ status: 409, code: 'four-eyes' })
  })

  test('that two take the same step: the second is told', async () => {
    const both = await Promise.all([step(publisher, 'publish'), step(publisher, 'publish')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('to publish what is incomplete', async () => {
    await step(evaluator, 'correct', 'the survey is withdrawn')
    await putFacts(String(facts).replace(/^L9P1,.*$/m, ''))
    await step(reporter, 'submit')
    await step(evaluator, 'accept')
    await step(evaluator, 'compute')
    const { status, code, body } = await step(publisher, 'publish')
    expect([status, code]).toEqual([409, 'not-publishable'])
    expect(body.texts).toMatchObject({ detail: { en: expect.stringContaining('L9P1') } })
  })
})

test('check-store finds a frozen result that was changed', async () => {
  const check = () => command(town.folder, 'check-store')
  expect((await check()).code).toBe(0)
  await town.context.db.updateTable('result').set({ content: '{}' }).where('version', '=', 1).execute()
  expect(await check()).toMatchObject({
    code: 1,
    out: expect.stringContaining('evaluation village, version 1 of its result: it is not what its hash says'),
  })
})

test('the version that results name is that of the program', () => {
  const { name, version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  expect(programVersion).toEqual({ name, version })
})
