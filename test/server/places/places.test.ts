import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { sweepPlaces } from '../../../server/services/places/lapse.ts'
import { command } from '../core/command.ts'
import type { Town } from '../core/town.ts'
import { begin, everybody, finish, leave, renew, seats, stateOf, townWith, women } from './visitor.ts'

let town: Town
let now = new Date('2026-06-01T08:00:00.000Z')
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

const open = async (wishes: Omit<Parameters<typeof townWith>[0], 'now'>) => {
  now = new Date('2026-06-01T08:00:00.000Z')
  town = await townWith({ ...wishes, now: () => now })
}
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

test('Li Na’s place holds a seat, and her answers take it', async () => {
  await open({ quotas: [women(2), everybody(5)] })
  const { status, place, quota, expiresAt } = await begin(town)
  expect([status, quota, expiresAt]).toEqual([201, 'open', '2026-06-01T08:05:00.000Z'])
  expect(await seats(town)).toEqual({ women: [0, 1], all: [0, 1] })
  expect((await finish(town, place)).status).toBe(201)
  expect(await seats(town)).toEqual({ women: [1, 0], all: [1, 0] })
})

test('who does not belong to the population gets none, and is counted', async () => {
  await open({ quotas: [women(2)] })
  expect(await begin(town, { S1: 'no' })).toMatchObject({ status: 409, code: 'not-eligible' })
  const { screened_out } = await town.context.db.selectFrom('survey').select('screened_out').executeTakeFirstOrThrow()
  expect(screened_out).toBe(1)
  expect(await seats(town)).toEqual({ women: [0, 0] })
})

test('wrong answers to the screening are listed, other answers are not looked at', async () => {
  await open({ quotas: [women(2)] })
  expect(await begin(town, { S4: 'x', A1: 77 })).toMatchObject({ status: 422, code: 'invalid' })
  expect(await begin(town, { S1: undefined })).toMatchObject({ status: 422 })
  expect((await begin(town, { A1: 77 })).status).toBe(201)
})

test('a full quota ends people there, or lets them on as over, as the survey was set', async () => {
  await open({ quotas: [women(1)], settings: { overQuota: 'end' } })
  await finish(town, (await begin(town)).place)
  expect(await begin(town)).toMatchObject({ status: 409, code: 'quota-full' })
  expect((await begin(town, { S4: 'male' })).quota).toBe('open')
  await town.end()

  await open({ quotas: [women(1)], settings: { overQuota: 'continue' } })
  await finish(town, (await begin(town)).place)
  const over = await begin(town)
  expect([over.status, over.quota]).toEqual([201, 'over'])
  const { receipt } = (await finish(town, over.place)).body
  expect(await stateOf(town, receipt)).toBe('over-quota')
  const row = await town.context.db
    .selectFrom('response')
    .select('deciding_quota')
    .where('receipt', '=', receipt)
    .executeTakeFirstOrThrow()
  expect(row.deciding_quota).toBe('women')
})

test('a holder is never turned away, and nobody takes the held seat meanwhile', async () => {
  await open({ quotas: [women(1)], settings: { overQuota: 'end' } })
  const { place } = await begin(town)
  const other = await finish(town, undefined)
  expect(other.status).toBe(201)
  expect(await stateOf(town, other.body.receipt)).toBe('over-quota')
  const own = await finish(town, place)
  expect(await stateOf(town, own.body.receipt)).toBe('counted')
  expect((await finish(town, undefined)).code).toBe('quota-full')
})

test('a place that lapses gives its seat to those who wait, in order of arrival', async () => {
  await open({ quotas: [women(2)], settings: { overQuota: 'end' } })
  const holders = [await begin(town), await begin(town)]
  const waiting: string[] = []
  for (let person = 0; person < 3; person++) {
    waiting.push((await finish(town, (await begin(town)).place)).body.receipt)
    later(0.1)
  }
  later(6)
  const last = await finish(town, undefined)
  const states = await Promise.all(waiting.map((receipt) => stateOf(town, receipt)))
  expect(states).toEqual(['counted', 'counted', 'over-quota'])
  expect(last.code).toBe('quota-full')
  expect(await seats(town)).toEqual({ women: [2, 0] })
  // It never costs the answers.
  const late = await finish(town, holders[0]?.place)
  expect([late.status, await stateOf(town, late.body.receipt)]).toEqual([201, 'over-quota'])
})

test('however many have begun over quota, a seat whose holder is gone is free at once for who comes', async () => {
  await open({ quotas: [women(1)], settings: { overQuota: 'end' } })
  await begin(town)
  const { db } = town.context
  const held = await db.selectFrom('place').selectAll().executeTakeFirstOrThrow()
  const over = Array.from({ length: 1200 }, () => ({
    ...{ ...held, id: randomUUID(), device: null, quota: 'over' as const, deciding_quota: 'women' },
    expires_at: '2026-06-01T08:01:00.000Z',
  }))
  for (let from = 0; from < over.length; from += 400)
    await db
      .insertInto('place')
      .values(over.slice(from, from + 400))
      .execute()
  later(6)
  const { receipt } = (await finish(town, undefined)).body
  expect(await stateOf(town, receipt)).toBe('counted')
  await sweepPlaces(town.context)
  expect(await seats(town)).toEqual({ women: [1, 0] })
  expect(await db.selectFrom('place').select('id').where('state', '=', 'held').execute()).toEqual([])
})

test('a lapsed place takes a seat if one is free', async () => {
  await open({ quotas: [women(2)] })
  const { place } = await begin(town)
  later(600)
  const { body } = await finish(town, place)
  expect(await stateOf(town, body.receipt)).toBe('counted')
  expect(await seats(town)).toEqual({ women: [1, 0] })
})

test('a lease is renewed as long as the person is active, 24 hours at most', async () => {
  await open({ quotas: [women(1)] })
  const { place } = await begin(town)
  for (let minutes = 0; minutes < 60 * 24 - 4; minutes += 4) {
    later(4)
    expect((await renew(town, place)).status).toBe(200)
    expect(await seats(town)).toEqual({ women: [0, 1] })
  }
  later(10)
  await renew(town, place)
  expect((await begin(town)).quota).toBe('open')
  expect(await seats(town)).toEqual({ women: [0, 1] })
})

test('one place a device: it gets its own again, changed where the screening is answered otherwise', async () => {
  await open({ quotas: [women(1), everybody(5)] })
  const first = await begin(town)
  const again = await begin(town, {}, first.device)
  expect(again.place).toBe(first.place)
  expect(await seats(town)).toEqual({ women: [0, 1], all: [0, 1] })
  await begin(town, { S4: 'male' }, first.device)
  expect(await seats(town)).toEqual({ women: [0, 0], all: [0, 1] })
})

test('many requests of one device at once hold one seat', async () => {
  await open({ quotas: [women(9)] })
  const { device } = await begin(town)
  const all = await Promise.all(Array.from({ length: 20 }, () => begin(town, {}, device)))
  expect(new Set(all.map(({ place }) => place)).size).toBe(1)
  expect(await seats(town)).toEqual({ women: [0, 1] })
})

test('who gives up gives the seat back at once', async () => {
  await open({ quotas: [women(1)] })
  const { place } = await begin(town)
  expect(await leave(town, place)).toBe(204)
  expect(await seats(town)).toEqual({ women: [0, 0] })
  expect(await leave(town, 'x'.repeat(20))).toBe(404)
})

test('who answers the screening otherwise in the end keeps the seats that are the same', async () => {
  await open({ quotas: [women(1), everybody(2)] })
  const { place } = await begin(town, { S4: 'male' })
  await begin(town, { S4: 'male' })
  await finish(town, place)
  expect(await seats(town)).toEqual({ women: [1, 0], all: [1, 1] })
})

test('one place is good for one answer; where places are demanded there is none without', async () => {
  await open({ quotas: [women(5)], settings: { placeRequired: true } })
  expect((await finish(town, undefined)).code).toBe('place-required')
  expect((await finish(town, 'forged')).code).toBe('place-required')
  const { place } = await begin(town)
  const id = randomUUID()
  expect((await finish(town, place, {}, id)).status).toBe(201)
  expect((await finish(town, place, {}, id)).status).toBe(200)
  expect(await finish(town, place)).toMatchObject({ status: 403, code: 'place-required' })
})

test('answers begun under a place before closing are taken for the time of grace', async () => {
  await open({ quotas: [], survey: { closesAt: '2026-06-01T09:00:00.000Z' } })
  const [soon, late] = [await begin(town), await begin(town)]
  later(60 * 20)
  expect(await finish(town, undefined)).toMatchObject({ status: 409, code: 'survey-closed' })
  expect((await finish(town, soon.place)).status).toBe(201)
  expect((await begin(town)).code).toBe('survey-closed')
  later(60 * 6)
  expect((await finish(town, late.place)).code).toBe('survey-closed')
})
