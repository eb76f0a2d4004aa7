import { afterEach, beforeEach, expect, test } from 'vitest'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, type Town } from '../core/town.ts'
import { begin, finish, stateOf, townWith, women } from '../places/visitor.ts'

let now = new Date('2026-06-01T08:00:00.000Z')
let town: Town
let admin: Person
beforeEach(async () => {
  now = new Date('2026-06-01T08:00:00.000Z')
  town = await townWith({
    quotas: [women(9)],
    survey: { closesAt: '2026-06-10T16:00:00.000Z' },
    now: () => now,
  })
  admin = await signedIn(town)
})
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

const act = (method: 'POST' | 'PUT', path: string, body: object) =>
  admin.ask(method, `/api/surveys/town/${path}`, { reason: '按方案', ...body })

test('a survey is extended, never shortened, and not once it has closed', async () => {
  expect(await act('POST', 'extend', { closesAt: '2026-06-09T16:00:00Z' })).toMatchObject({ status: 422 })
  expect(await act('POST', 'extend', { closesAt: '2026-06-20T00:00:00+08:00' })).toMatchObject({
    status: 200,
    body: { closesAt: '2026-06-19T16:00:00.000Z' },
  })
  now = new Date('2026-06-15T00:00:00.000Z')
  expect((await answer(town)).status).toBe(201)
  now = new Date('2026-06-20T00:00:00.000Z')
  expect((await answer(town)).code).toBe('survey-closed')
  admin = await signedIn(town)
  expect(await act('POST', 'extend', { closesAt: '2026-07-20T00:00:00Z' })).toMatchObject({ status: 409 })
})

test('a closed channel takes nobody new; who began by it finishes; it opens again', async () => {
  const { place } = await begin(town)
  const shut = await act('PUT', 'channels/open', { open: false })
  expect(shut.body).toEqual({ channels: ['invitation', 'signed', 'assisted', 'paper'] })
  expect((await answer(town)).code).toBe('invitation-required')
  expect((await begin(town)).status).toBe(401)
  expect((await finish(town, place)).status).toBe(201)
  expect((await finish(town, place)).code).toBe('invitation-required')
  await act('PUT', 'channels/open', { open: true })
  expect((await answer(town)).status).toBe(201)
  expect(await act('PUT', 'channels/pigeon', { open: false })).toMatchObject({ status: 422 })
})

test('the last channel stays open', async () => {
  for (const channel of ['invitation', 'signed', 'assisted', 'paper']) {
    expect((await act('PUT', `channels/${channel}`, { open: false })).status).toBe(200)
  }
  expect(await act('PUT', 'channels/open', { open: false })).toMatchObject({ status: 409, code: 'conflict' })
})

test('a withdrawal by receipt erases; a refusal is noted; the log names who, never the receipt', async () => {
  const { receipt } = (await answer(town)).body
  expect(await act('POST', 'withdrawals', { answer: 'erase', receipt: 'nothing' })).toMatchObject({ status: 404 })
  expect((await act('POST', 'withdrawals', { answer: 'erase', receipt, reason: '来电要求' })).status).toBe(204)
  expect(await stateOf(town, receipt)).toBe('withdrawn')
  expect((await act('POST', 'withdrawals', { answer: 'refuse', reason: '没有回执，无法确认' })).status).toBe(204)
  const log = await admin.ask('GET', '/api/surveys/town/log')
  const { entries } = log.body as never as { entries: { action: string; account: string; detail: object }[] }
  expect(entries.slice(0, 2)).toMatchObject([
    { action: 'response.refuse-withdrawal', account: 'admin', detail: { reason: '没有回执，无法确认' } },
    { action: 'response.withdraw', account: 'admin', detail: { reason: '来电要求' } },
  ])
  expect(log.text).not.toContain(receipt)
})

test('the log comes a page at a time, the newest first', async () => {
  for (let round = 0; round < 60; round++) {
    await act('POST', 'pause', {})
    await act('POST', 'resume', {})
  }
  const page = async (query: string) =>
    (await admin.ask('GET', `/api/surveys/town/log${query}`)).body as never as {
      entries: { position: number }[]
      next: number | null
    }
  const first = await page('')
  expect(first.entries).toHaveLength(100)
  const rest = await page(`?before=${first.next}`)
  expect(rest).toMatchObject({ next: null })
  expect(first.entries.length + rest.entries.length).toBe(121)
})
