import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { SurveyPlan } from '../../../server/services/publish.ts'
import type { SurveyParticipation } from '../../../server/shapes/participation.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answersOf, plan, post, startTown, type Town } from '../core/town.ts'
import { stratified } from './stratified.ts'

let town: Town
let wang: Person
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

async function open(channels: NonNullable<SurveyPlan['settings']['channels']>, quotas: SurveyPlan['quotas'] = []) {
  town = await startTown({ survey: { quotas, design: stratified, settings: { ...plan.settings, channels } } })
  wang = await signedIn(town)
}

const list = (text: string, label = '电话') =>
  wang.ask(
    'POST',
    `/api/surveys/town/calls.csv?label=${encodeURIComponent(label)}`,
    undefined,
    { 'content-type': 'text/csv' },
    text,
  )
const call = (body: object) => wang.ask('POST', '/api/surveys/town/calls', body)
const interview = (reference: string, id: string = randomUUID(), answers = answersOf()) =>
  wang.ask('POST', `/api/surveys/town/assisted?call=${encodeURIComponent(reference)}`, { id, answers })
const taken = async (): Promise<SurveyParticipation['outcomes']> =>
  JSON.parse((await wang.ask('GET', '/api/surveys/town/participation')).text).outcomes
const batches = async () => JSON.parse((await wang.ask('GET', '/api/surveys/town/invitations')).text)

test('a telephone sample: what calls came to stands in AAPOR’s groups, whoever answers keeps stratum and weight', async () => {
  await open(['invitation'])
  const numbers = Array.from({ length: 10 }, (_, at) => `T-${at},${at % 2 ? 'west' : 'east'},${at % 2 ? 2 : 3.5}`)
  const sample = `编号,层,权重\n${numbers.join('\n')}\n`
  expect(JSON.parse((await list(sample)).text)).toEqual({ added: 10, noted: 0 })
  expect(JSON.parse((await list(sample)).text)).toEqual({ added: 0, noted: 0 })
  const outcomes = '编号,结果\nT-0,无人接听\nT-1,4.30\nT-2,Explicit refusal\nT-3,2.22\n'
  expect(JSON.parse((await list(outcomes)).text)).toEqual({ added: 0, noted: 4 })
  expect((await call({ reference: 'T-4', disposition: '2.33' })).status).toBe(200)
  expect((await call({ reference: 'T-10', stratum: 'east', baseWeight: 3.5, disposition: '3.12' })).status).toBe(200)

  const id = randomUUID()
  expect((await interview('T-5', id)).status).toBe(201)
  expect((await interview('T-5')).code).toBe('invitation-used')
  expect((await interview('T-11')).code).toBe('invitation-required')
  const row = await town.context.db.selectFrom('response').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ channel: 'assisted', base_weight: 2, cell: 'female|west' })
  const before = await taken()
  expect(before?.dispositions).toEqual({
    ...{ complete: 1, refused: 1, brokenOff: 0, nonContact: 1, removed: 1, unknown: 6, notEligible: 1 },
  })
  expect(before?.rates.rr1).toBe(0.1)
  expect((await batches()).map(({ label }: { label: string }) => label)).toEqual(
    expect.arrayContaining(['电话', '电话样本 / Telephone sample']),
  )

  // Nobody from outside answers for a number, and the log says who noted what.
  const forged = { id: randomUUID(), answers: answersOf(), invitation: 'T-6' }
  expect((await post(`${town.url}/api/surveys/town/responses`, forged)).code).toBe('invitation-required')
  const log = await town.context.db
    .selectFrom('audit')
    .select(['account', 'detail'])
    .where('action', '=', 'calls.note')
    .execute()
  expect(log.map(({ detail }) => JSON.parse(detail))).toContainEqual(
    expect.objectContaining({ reference: 'T-4', disposition: '2.33' }),
  )
})

test('what is excluded is 2.3, what is withdrawn a refusal, before closing and after it', async () => {
  await open(['invitation'])
  await list(`reference\n${Array.from({ length: 6 }, (_, at) => `T-${at}`).join('\n')}\n`)
  const sent = await Promise.all(Array.from({ length: 5 }, async (_, at) => (await interview(`T-${at}`)).body))
  const withdraw = (at: number) => fetch(`${town.url}/api/receipts/${sent[at]?.receipt}`, { method: 'DELETE' })
  await wang.ask('POST', `/api/surveys/town/responses/${sent[0]?.id}/exclude`, { reason: '冒名' })
  expect((await withdraw(1)).status).toBe(204)
  expect((await taken())?.dispositions).toMatchObject({ complete: 3, removed: 1, refused: 1, unknown: 1 })
  await wang.ask('POST', '/api/surveys/town/close', { reason: '期满' })
  expect((await withdraw(2)).status).toBe(204)
  await wang.ask('POST', `/api/surveys/town/responses/${sent[3]?.id}/exclude`, { reason: '冒名' })
  expect((await taken())?.dispositions).toMatchObject({ complete: 1, removed: 2, refused: 2, unknown: 1 })
  await wang.ask('POST', `/api/surveys/town/responses/${sent[3]?.id}/restore`, { reason: '查实' })
  expect((await taken())?.dispositions).toMatchObject({ complete: 2, removed: 1, refused: 2 })
})

test('who sends answers in is complete, however few; who rated nothing is not, and who came over quota is 4.8', async () => {
  const women = { id: 'women', variables: ['sex'], categories: ['female'], target: 3, policy: 'close' as const }
  await open(['invitation'], [women])
  await list(`reference\n${Array.from({ length: 6 }, (_, at) => `T-${at}`).join('\n')}\n`)
  const none = { A1: undefined, A2: undefined, B1: undefined }
  const few = [answersOf(), answersOf({ ...none, A1: 4 }), answersOf(none)]
  const sent = []
  for (const [at, answers] of [...few, answersOf(), answersOf()].entries())
    sent.push((await interview(`T-${at}`, randomUUID(), answers)).body)
  expect((await taken())?.dispositions).toMatchObject({ complete: 2, refused: 1, notEligible: 2, unknown: 1 })
  // A seat that comes free makes of one over quota a complete case.
  await wang.ask('POST', `/api/surveys/town/responses/${sent[0]?.id}/exclude`, { reason: '冒名' })
  expect((await taken())?.dispositions).toMatchObject({
    complete: 2,
    refused: 1,
    notEligible: 1,
    removed: 1,
    unknown: 1,
  })
  // The list of batches says the same, and goes on to when nobody knows any more who answered by which number.
  const came = { '1.1': 2, '2.112': 1, '2.3': 1, '3.11': 1, '4.8': 1 }
  expect((await batches())[0].dispositions).toEqual(came)
  const rates = await taken()
  await wang.ask('POST', '/api/surveys/town/close', { reason: '期满' })
  expect((await batches())[0].dispositions).toEqual(came)
  expect(await taken()).toEqual(rates)
  // Restored since: the list stays as it was at closing, the rates follow.
  await wang.ask('POST', `/api/surveys/town/responses/${sent[0]?.id}/restore`, { reason: '查实' })
  expect((await taken())?.dispositions).toMatchObject({ complete: 3, refused: 1, notEligible: 1, removed: 0 })
})

test('a list with mistakes: every one by its row, and nothing is noted', async () => {
  await open(['invitation'])
  await list('reference,stratum,base_weight\nT-1,east,2\nT-2,west,2\n')
  await interview('T-2')
  const bad = await list(
    'reference,stratum,base_weight,disposition\nT-1,west,2,\nT-2,,,3.13\n13912345678,,,\nT-7,north,-1,\n,,,\nT-8,,,lost\n',
  )
  expect(bad.status).toBe(422)
  expect(bad.body.errors.map(({ path }) => path)).toEqual(['row 5.base_weight', 'row 7.disposition'])
  const worse = await list(
    'reference,stratum,base_weight,disposition\nT-1,west,2,\nT-2,,,3.13\n139 1234 5678,,,\nT-7,north,1,\n,,1,\nT-1,,,\n',
  )
  expect(worse.body.errors.map(({ path }) => path).sort()).toEqual([
    'row 2.stratum',
    'row 3.disposition',
    'row 4.reference',
    'row 5.stratum',
    'row 6.reference',
    'row 7.reference',
  ])
  expect(worse.body.errors.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true)
  expect((await list('number,outcome\n1,3.13\n')).body.errors[0]?.path).toBe('row 1')
  expect(await town.context.db.selectFrom('invitation').select('reference').execute()).toHaveLength(2)
})

test('in a mixed sample an interview with a drawn number stays with the drawn', async () => {
  const settings = { ...plan.settings, channels: ['invitation' as const, 'open' as const, 'assisted' as const] }
  town = await startTown({ survey: { design: { ...stratified, sample: 'mixed' }, settings } })
  wang = await signedIn(town)
  await list('reference\nT-1\n')
  expect((await interview('T-1')).status).toBe(201)
  const volunteer = { id: randomUUID(), answers: answersOf() }
  expect((await wang.ask('POST', '/api/surveys/town/assisted', volunteer)).status).toBe(201)
  const rows = await town.context.db.selectFrom('response').select('channel').orderBy('channel').execute()
  expect(rows).toEqual([{ channel: 'assisted' }, { channel: 'invitation' }])
  expect((await taken())?.dispositions.complete).toBe(1)
  const traces = await town.context.db.selectFrom('trace').select('interviewer').execute()
  expect(traces).toEqual([{ interviewer: 'admin' }, { interviewer: 'admin' }])
})
