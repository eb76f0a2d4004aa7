import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { signatureOf } from '../../../server/services/channels/signature.ts'
import type { SurveyPlan } from '../../../server/services/publish.ts'
import type { IssuedInvitation } from '../../../server/shapes/channel.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answersOf, plan, post, startTown, type Town } from '../core/town.ts'
import { stratified } from './stratified.ts'

let town: Town
let now = new Date('2026-06-01T08:00:00.000Z')
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

async function open(settings: Partial<SurveyPlan['settings']>, survey: Partial<SurveyPlan> = {}): Promise<Person> {
  now = new Date('2026-06-01T08:00:00.000Z')
  town = await startTown({
    survey: { design: stratified, ...survey, settings: { ...plan.settings, ...settings } },
    now: () => now,
  })
  return signedIn(town)
}

const send = (more: object, answers: object = answersOf(), id: string = randomUUID()) =>
  post(`${town.url}/api/surveys/town/responses`, { id, answers, ...more })

const invite = async (admin: Person, body: object): Promise<IssuedInvitation[]> => {
  const { status, text } = await admin.ask('POST', '/api/surveys/town/invitations', { label: '首批', ...body })
  expect(status).toBe(201)
  return JSON.parse(text).invitations
}

const batches = async (admin: Person) => JSON.parse((await admin.ask('GET', '/api/surveys/town/invitations')).text)

test('an invitation is good for one answer, which gets its stratum and base weight', async () => {
  const admin = await open({ channels: ['invitation'] })
  const [first, second] = await invite(admin, { count: 2, stratum: 'west', baseWeight: 12.5 })
  expect(first?.link).toContain(`/s/town?i=${first?.code}`)
  expect(await send({})).toMatchObject({ status: 401, code: 'invitation-required' })
  expect((await send({ invitation: 'AAAA-AAAA-AAAA' })).code).toBe('invitation-required')

  const id = randomUUID()
  expect((await send({ invitation: first?.code.toLowerCase() }, answersOf(), id)).status).toBe(201)
  expect((await send({ invitation: first?.code }, answersOf(), id)).status).toBe(200)
  expect(await send({ invitation: first?.code })).toMatchObject({ status: 409, code: 'invitation-used' })
  const row = await town.context.db.selectFrom('response').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ channel: 'invitation', base_weight: 12.5, cell: 'female|west' })
  expect((await batches(admin))[0].dispositions).toEqual({ '1.1': 1, '3.19': 1 })
  expect(second?.code).not.toBe(first?.code)
})

test('one code sent many times at once is taken once', async () => {
  const admin = await open({ channels: ['invitation'] })
  const [one] = await invite(admin, { count: 1 })
  const all = await Promise.all(Array.from({ length: 30 }, () => send({ invitation: one?.code })))
  expect(all.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(all.filter(({ code }) => code === 'invitation-used')).toHaveLength(29)
})

test('a wrong answer or a screening that fails does not use the code up; what came of it is noted', async () => {
  const admin = await open({ channels: ['invitation'] })
  const [one] = await invite(admin, { count: 1 })
  expect((await send({ invitation: one?.code }, answersOf({ A1: 77 }))).status).toBe(422)
  expect((await send({ invitation: one?.code }, answersOf({ S1: 'no' }))).code).toBe('not-eligible')
  expect((await batches(admin))[0].dispositions).toEqual({ '4.11': 1 })
  const path = `/api/surveys/town/invitations/${one?.code}`
  expect((await admin.ask('PATCH', path, { disposition: '2.111' })).status).toBe(204)
  expect((await batches(admin))[0].dispositions).toEqual({ '2.111': 1 })
  expect((await send({ invitation: one?.code })).status).toBe(201)
  expect((await admin.ask('PATCH', path, { disposition: '2.111' })).code).toBe('invitation-used')
})

test('who may answer comes before the place, and that before the answers', async () => {
  await open({ channels: ['invitation'], placeRequired: true })
  expect((await send({}, { nonsense: 1 })).code).toBe('invitation-required')
  await town.end()
  await open({ placeRequired: true })
  expect((await send({}, { nonsense: 1 })).code).toBe('place-required')
})

test('a frame comes as a table and goes back with codes; what is wrong in it is listed by row', async () => {
  const admin = await open({})
  const upload = (text: string) =>
    fetch(`${town.url}/api/surveys/town/invitations.csv?label=x`, {
      method: 'POST',
      headers: { cookie: admin.cookie, 'x-csrf-token': admin.csrf, 'content-type': 'text/csv' },
      body: text,
    })
  const good = await upload('编号,层,权重\n0017,east,3.5\n0018,west,2\n')
  expect(good.status).toBe(200)
  const lines = (await good.text()).trim().split('\n')
  expect(lines[1]).toMatch(/^0017,[0-9A-Z-]{14},http.*\?i=.*,east,3\.5$/)
  const code = lines[2]?.split(',')[1]
  expect((await send({ invitation: code })).status).toBe(201)

  const bad = await upload(`reference,stratum,base_weight,code\n1,north,1,\n2,east,-3,\n3,east,1,${code}X\n`)
  const { errors } = await bad.json()
  expect(bad.status).toBe(422)
  expect(errors.length).toBeGreaterThan(0)
})

test('a signed link is good for one response of its person', async () => {
  const admin = await open({ channels: ['signed'] })
  const { key } = JSON.parse((await admin.ask('GET', '/api/surveys/town/signing-key')).text)
  const link = (p: string, e = now.getTime() / 1000 + 3600) => {
    const h = signatureOf(key, 'town', { p, e: String(e) })
    return { signed: { p, e: String(e), h } }
  }
  expect((await send({})).code).toBe('invitation-required')
  expect((await send({ signed: { ...link('li-na').signed, p: 'wang' } })).code).toBe('invitation-required')
  expect((await send(link('li-na', now.getTime() / 1000 - 1))).code).toBe('invitation-required')
  const all = await Promise.all(Array.from({ length: 20 }, () => send(link('li-na'))))
  expect(all.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(all.filter(({ code }) => code === 'already-answered')).toHaveLength(19)
  expect((await send(link('wang'))).status).toBe(201)
  const kept = JSON.stringify(await town.context.db.selectFrom('person').selectAll().execute())
  expect(kept).not.toContain('li-na')
})

test('a link that ends while somebody answers does not cost the answers, if they began under a place', async () => {
  const admin = await open({ channels: ['signed'] })
  const { key } = JSON.parse((await admin.ask('GET', '/api/surveys/town/signing-key')).text)
  const e = String(now.getTime() / 1000 + 60)
  const signed = { p: 'li-na', e, h: signatureOf(key, 'town', { p: 'li-na', e }) }
  const { text } = await post(`${town.url}/api/surveys/town/places`, { answers: { S1: 'yes' }, signed })
  now = new Date(now.getTime() + 600_000)
  expect((await send({ signed })).code).toBe('invitation-required')
  expect((await send({ signed, place: JSON.parse(text).place })).status).toBe(201)
})

test('a channel has a cap of its own', async () => {
  const admin = await open(
    { overQuota: 'end' },
    {
      quotas: [{ id: 'open', variables: ['@channel'], categories: ['open'], target: 2, policy: 'close' }],
    },
  )
  const sent = await Promise.all(Array.from({ length: 5 }, () => send({})))
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(2)
  expect(sent.filter(({ code }) => code === 'quota-full')).toHaveLength(3)
  const [one] = await invite(admin, { count: 1 })
  expect((await send({ invitation: one?.code })).status).toBe(201)
})

test('an interviewer writes answers down, a clerk brings them from paper', async () => {
  const admin = await open({ channels: ['assisted', 'paper'] })
  expect((await send({})).code).toBe('invitation-required')
  const body = { id: randomUUID(), answers: answersOf() }
  expect((await admin.ask('POST', '/api/surveys/town/assisted', body)).status).toBe(201)
  const rows = await town.context.db.selectFrom('trace').select('interviewer').execute()
  expect(rows).toEqual([{ interviewer: 'admin' }])
  const paper = await fetch(`${town.url}/api/surveys/town/paper`, {
    method: 'POST',
    headers: { cookie: admin.cookie, 'x-csrf-token': admin.csrf, 'content-type': 'text/csv' },
    body: 'consent,S1,S4,A1,A2,B1\n是,yes,female,5,98,\n',
  })
  expect(await paper.json()).toMatchObject({ stored: 1 })
  const channels = await town.context.db.selectFrom('response').select('channel').orderBy('channel').execute()
  expect(channels).toEqual([{ channel: 'assisted' }, { channel: 'paper' }])
})

test('closing cuts the link from code to response', async () => {
  const admin = await open({ channels: ['invitation'] })
  const [one] = await invite(admin, { count: 1 })
  await send({ invitation: one?.code })
  const linked = () => town.context.db.selectFrom('invitation').select('response_id').executeTakeFirstOrThrow()
  expect((await linked()).response_id).not.toBeNull()
  expect((await admin.ask('POST', '/api/surveys/town/close', { reason: '期满' })).status).toBe(200)
  expect((await linked()).response_id).toBeNull()
  expect((await send({ invitation: one?.code })).code).toBe('survey-closed')
})
