import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { answer, answersOf, post, startTown, type Town } from './town.ts'

let town: Town
afterEach(() => town.end())

const from = (address: string) => ({ 'x-forwarded-for': address })

test.each(['draft', 'scheduled', 'paused'] as const)('a survey that is %s takes nothing', async (state) => {
  town = await startTown({ survey: { state } })
  expect(await answer(town)).toMatchObject({ status: 403, code: 'survey-not-open' })
})

test('a survey opens and closes by its dates; what was taken before is still answered for', async () => {
  let now = new Date('2026-05-31T23:59:59.999Z')
  town = await startTown({
    now: () => now,
    survey: { state: 'scheduled', opensAt: '2026-06-01T00:00:00.000Z', closesAt: '2026-06-30T16:00:00.000Z' },
  })
  const id = randomUUID()
  expect(await answer(town, answersOf(), id)).toMatchObject({ status: 403, code: 'survey-not-open' })

  now = new Date('2026-06-01T00:00:00.000Z')
  expect((await answer(town, answersOf(), id)).status).toBe(201)

  now = new Date('2026-06-30T16:00:00.000Z')
  expect(await answer(town)).toMatchObject({ status: 409, code: 'survey-closed' })
  expect((await answer(town, answersOf(), id)).status).toBe(200)
  expect(await answer(town, answersOf({ A1: 1 }), id)).toMatchObject({ status: 409, code: 'id-conflict' })
})

test('whether it is open comes before whether the answers are right', async () => {
  town = await startTown({ survey: { state: 'closed' } })
  expect(await answer(town, { nonsense: 1 })).toMatchObject({ status: 409, code: 'survey-closed' })
})

test('a flood from one address is slowed down, others are not, and what was taken is still answered for', async () => {
  const now = () => new Date('2026-06-01T08:00:00Z')
  town = await startTown({ now, environment: { TIYAN_TRUST_PROXY: '127.0.0.1' } })
  const url = `${town.url}/api/surveys/town/responses`
  const id = randomUUID()
  const send = (one: string, address: string) => post(url, { id: one, answers: answersOf() }, from(address))
  expect((await send(id, '203.0.113.7')).status).toBe(201)

  const wrong = () => post(url, { id: randomUUID(), answers: {} }, from('203.0.113.7'))
  let last = await wrong()
  for (let tries = 0; tries < 1000 && last.status === 422; tries++) last = await wrong()
  expect(last).toMatchObject({ status: 429, code: 'too-many-requests' })
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)

  expect((await send(id, '203.0.113.7')).status).toBe(200)
  expect((await send(randomUUID(), '203.0.113.8')).status).toBe(201)
})

test('a device that floods is slowed down alone: its neighbours behind the same address lose nothing', async () => {
  const now = () => new Date('2026-06-01T08:00:00Z')
  town = await startTown({ now, environment: { TIYAN_TRUST_PROXY: '127.0.0.1' } })
  const url = `${town.url}/api/surveys/town/responses`
  const flooding = { ...from('203.0.113.7'), cookie: 'tiyan_device=AAAAAAAAAAAAAAAAAAAAAA' }
  const wrong = () => post(url, { id: randomUUID(), answers: {} }, flooding)
  const statuses = (await Promise.all(Array.from({ length: 700 }, wrong))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 422)).toHaveLength(120)
  expect(statuses.filter((status) => status === 429)).toHaveLength(580)
  const neighbour = { ...from('203.0.113.7'), cookie: 'tiyan_device=BBBBBBBBBBBBBBBBBBBBBB' }
  expect((await post(url, { id: randomUUID(), answers: answersOf() }, neighbour)).status).toBe(201)
})

test('nobody believes what a client says of its address while no proxy is trusted', async () => {
  town = await startTown()
  const url = `${town.url}/api/surveys/town/responses`
  const wrong = () => post(url, { id: randomUUID(), answers: {} }, from('203.0.113.7'))
  const sent = await Promise.all(Array.from({ length: 700 }, wrong))
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([422]))
})

test('who holds a place gets through, whatever others send from the same address', async () => {
  const now = () => new Date('2026-06-01T08:00:00Z')
  town = await startTown({ now, environment: { TIYAN_TRUST_PROXY: '127.0.0.1' } })
  const url = `${town.url}/api/surveys/town`
  const carrier = from('203.0.113.7')
  const begun = await post(`${url}/places`, { answers: { S1: 'yes' } }, carrier)
  const { place } = JSON.parse(begun.text)
  const flood = () => post(`${url}/responses`, { id: randomUUID(), answers: {} }, carrier)
  for (let tries = 0; tries < 1000 && (await flood()).status === 422; tries++);
  expect((await post(`${url}/responses`, { id: randomUUID(), answers: answersOf() }, carrier)).status).toBe(429)
  expect((await post(`${url}/responses`, { id: randomUUID(), answers: answersOf(), place }, carrier)).status).toBe(201)
})
