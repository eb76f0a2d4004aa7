import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyPackage } from '../../../server/services/package/verify.ts'
import type { Obstacles } from '../../../server/shapes/decision.ts'
import type { FrozenResult } from '../../../server/shapes/evaluation.ts'
import type { SurveyParticipation } from '../../../server/shapes/participation.ts'
import { listAudit } from '../../../server/store/audit.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answersOf, plan, post, startTown, type Town } from '../core/town.ts'
import { getFile, putFile } from './files.ts'

let town: Town
let admin: Person
let publisher: Person
const password = 'correct horse battery'
const file = new URL('../../reference/objective/city-example-random.csv', import.meta.url)
/** All but the survey score, which the survey gives. */
const facts = readFileSync(file, 'utf8').replace(/^L9.*\n/gm, '')
const url = '/api/evaluations/town'

beforeAll(async () => {
  const plain = { variables: [], margins: [], calibration: { method: 'none' as const }, decisions: [] }
  const survey = { design: { ...plain, sampling: { population: { '': 200 } } } }
  town = await startTown({ survey: { ...survey, settings: { ...plan.settings, channels: ['invitation'] } } })
  admin = await signedIn(town)
  const roles = [{ role: 'publisher', regions: ['town'] }]
  await admin.ask('POST', '/api/accounts', { name: 'qian', password, roles })
  publisher = await signedIn(town, 'qian', password)
  const { text } = await admin.ask('POST', '/api/surveys/town/invitations', { label: 'draw', count: 50, baseWeight: 4 })
  const { invitations } = JSON.parse(text) as { invitations: { code: string }[] }
  for (const [at, { code }] of invitations.slice(0, 40).entries()) {
    const answers = answersOf({ A1: 1 + (at % 5), A2: 4, B1: 5 })
    const { status } = await post(`${town.url}/api/surveys/town/responses`, {
      ...{ id: randomUUID(), answers, invitation: code },
    })
    expect(status).toBe(201)
  }
  for (const { code } of invitations.slice(40, 44))
    await admin.ask('PATCH', `/api/surveys/town/invitations/${code}`, { disposition: '2.2' })
})
afterAll(() => town.end())

const obstacles = async () => JSON.parse((await admin.ask('GET', `${url}/obstacles`)).text) as Obstacles
const step = (person: Person, action: string) => person.ask('POST', `${url}/${action}`, { remark: 'x' })

test('an invitation-only survey is a probability sample, everywhere', async () => {
  const { text } = await admin.ask('GET', `${url}/result`)
  expect(JSON.parse(text).regions[0].survey).toMatchObject({ kind: 'probability', respondents: 40 })
  const design = JSON.parse((await admin.ask('GET', '/api/surveys/town/design.json')).text)
  expect(design).toMatchObject({ sample: 'probability', fpc: 'fpc', weights: 'base_weight' })
  const opened = await admin.ask('PUT', '/api/surveys/town/channels/open', { open: true, reason: 'more' })
  expect(opened).toMatchObject({ status: 409 })
})

test('its outcome rates follow AAPOR, with e and its source', async () => {
  const ask = async () => JSON.parse((await admin.ask('GET', '/api/surveys/town/participation')).text)
  const before = (await ask()) as SurveyParticipation
  expect(before).toMatchObject({ sample: 'probability', funnel: null })
  expect(before.outcomes?.dispositions).toMatchObject({ complete: 40, nonContact: 4, unknown: 6, notEligible: 0 })
  expect(before.outcomes?.rates).toMatchObject({ rr1: 40 / 50, rr2: 40 / 50, rr5: 40 / 44, rr6: 40 / 44 })
  expect(before.disclosure?.zh).toContain('置信区间')
  const given = { share: 0.5, source: { zh: '上次调查', en: 'The last survey' } }
  expect(await admin.ask('PUT', '/api/surveys/town/eligibility', given)).toMatchObject({ status: 200 })
  const after = (await ask()) as SurveyParticipation
  expect(after.outcomes?.rates).toMatchObject({ rr3: 40 / 47, rr4: 40 / 47, eligibility: given })
})

test('what stands in the way needs a decision, which is in result, log and report', async () => {
  expect(await putFile(town, admin, `${url}/facts`, facts)).toMatchObject({ status: 200 })
  for (const action of ['submit', 'accept', 'compute']) expect((await step(admin, action)).status).toBe(200)
  const { version, publishable, obstacles: found } = await obstacles()
  expect([version, publishable, found.map(({ code, subject }) => `${code} ${subject}`)]).toEqual([
    ...[1, false, ['below-threshold respondents']],
  ])
  expect(await step(publisher, 'publish')).toMatchObject({ status: 409, code: 'not-publishable' })

  const decide = (others: object) =>
    publisher.ask('POST', `${url}/decisions`, { code: 'below-threshold', subject: 'respondents', ...others })
  expect((await decide({ reason: ' ' })).status).toBe(422)
  expect((await decide({ reason: 'r', subject: 'other' })).status).toBe(422)
  expect((await decide({ reason: '普查前的试点' })).status).toBe(201)
  expect(await obstacles()).toMatchObject({ publishable: true, obstacles: [{ decision: { by: 'qian' } }] })
  expect(await step(publisher, 'publish')).toMatchObject({ status: 200 })

  const frozen = JSON.parse((await admin.ask('GET', `${url}/result?version=1`)).text) as FrozenResult
  expect(frozen.decisions).toMatchObject([{ code: 'below-threshold', reason: '普查前的试点', by: 'qian' }])
  expect(frozen.participation?.outcomes?.rates.rr1).toBe(0.8)
  const log = await listAudit(town.context.db)
  expect(log.filter(({ action }) => action === 'evaluation.decide')).toHaveLength(1)
  const { bytes } = await getFile(town, admin, `${url}/result.zip?version=1`)
  expect((await verifyPackage(bytes)).problems).toEqual([])
  expect((await getFile(town, admin, `${url}/result.docx?version=1`)).status).toBe(200)
})
