import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { SurveyPlan } from '../../../server/services/publish.ts'
import { quotasOf } from '../../../server/store/fieldwork.ts'
import { answer, answersOf, plan, startTown, type Town } from './town.ts'

let town: Town
afterEach(() => town.end())

type Quota = SurveyPlan['quotas'][number]

const women = (target: number, policy: Quota['policy'], tolerance = 0): Quota => ({
  id: 'women',
  variables: ['sex'],
  categories: ['female'],
  target,
  policy,
  tolerance,
})

const open = async (overQuota: 'end' | 'continue', quotas: Quota[]) => {
  town = await startTown({ survey: { quotas, settings: { ...plan.settings, overQuota } } })
}

const send = (count: number, sex = 'female') =>
  Promise.all(Array.from({ length: count }, () => answer(town, answersOf({ S4: sex }))))

const tallyOf = (statuses: number[]) =>
  Object.fromEntries([...new Set(statuses)].map((status) => [status, statuses.filter((one) => one === status).length]))

const seats = async () => {
  const rows = await quotasOf(town.context.db, { round: 'spring', id: 'town' })
  return Object.fromEntries(rows.map(({ id, taken }) => [id, taken]))
}

const outcomes = async () => {
  const rows = await town.context.db.selectFrom('response').select(['outcome', 'deciding_quota']).execute()
  return {
    counted: rows.filter(({ outcome }) => outcome === 'counted').length,
    over: rows.filter(({ outcome, deciding_quota }) => outcome === 'over-quota' && deciding_quota === 'women').length,
    all: rows.length,
  }
}

test('400 at once on a quota of 25 that closes: 25 stored, the others told so', async () => {
  await open('end', [women(25, 'close')])
  const sent = await send(400)
  expect(tallyOf(sent.map(({ status }) => status))).toEqual({ 201: 25, 409: 375 })
  expect(new Set(sent.map(({ code }) => code))).toEqual(new Set([undefined, 'quota-full']))
  expect(await seats()).toEqual({ women: 25 })
  expect(await outcomes()).toEqual({ counted: 25, over: 0, all: 25 })
})

test('400 at once where people answer on: all are stored, 25 count', async () => {
  await open('continue', [women(25, 'close')])
  const sent = await send(400)
  expect(tallyOf(sent.map(({ status }) => status))).toEqual({ 201: 400 })
  expect(await seats()).toEqual({ women: 25 })
  expect(await outcomes()).toEqual({ counted: 25, over: 375, all: 400 })
})

test('a tolerance of 10 % on 25 lets 27 count', async () => {
  await open('continue', [women(25, 'tolerate', 10)])
  await send(40)
  expect(await seats()).toEqual({ women: 27 })
  expect(await outcomes()).toEqual({ counted: 27, over: 13, all: 40 })
})

test('a quota that only counts turns nobody away', async () => {
  await open('end', [women(5, 'count')])
  const sent = await send(20)
  expect(tallyOf(sent.map(({ status }) => status))).toEqual({ 201: 20 })
  expect(await seats()).toEqual({ women: 20 })
})

test('who belongs to several quotas takes a seat in each, or in none', async () => {
  const everybody: Quota = { id: 'all', variables: [], categories: [], target: 30, policy: 'close' }
  await open('end', [everybody, women(10, 'close')])
  await Promise.all([send(40), send(40, 'male')])
  const { all = 0, women: taken } = await seats()
  const { counted } = await outcomes()
  expect(all).toBe(30)
  expect(taken).toBe(10)
  expect(counted).toBe(30)
})

test('a repeat takes no second seat, and is answered for although the quota is full', async () => {
  await open('end', [women(1, 'close')])
  const id = randomUUID()
  expect((await answer(town, answersOf(), id)).status).toBe(201)
  expect((await answer(town, answersOf(), id)).status).toBe(200)
  expect((await answer(town)).status).toBe(409)
  expect(await seats()).toEqual({ women: 1 })
})

test('a withdrawn response gives its seat to the next', async () => {
  await open('end', [women(1, 'close')])
  const { body } = await answer(town)
  expect((await answer(town)).code).toBe('quota-full')
  await fetch(`${town.url}/api/receipts/${body.receipt}`, { method: 'DELETE' })
  expect(await seats()).toEqual({ women: 0 })
  expect((await answer(town)).status).toBe(201)
})

test('answers without a value fall into no quota', async () => {
  await open('end', [women(1, 'close')])
  const sent = await send(3, 'undisclosed')
  expect(tallyOf(sent.map(({ status }) => status))).toEqual({ 201: 3 })
  expect(await seats()).toEqual({ women: 0 })
})
