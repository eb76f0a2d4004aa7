import { afterEach, beforeEach, expect, test } from 'vitest'
import type { QuotaStatus } from '../../../server/shapes/monitor.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, type Town } from '../core/town.ts'
import { begin, everybody, finish, seats, stateOf, townWith, women } from '../places/visitor.ts'

let town: Town
let admin: Person
const open = async (...quotas: Parameters<typeof townWith>[0]['quotas']) => {
  town = await townWith({ quotas, settings: { overQuota: 'continue' } })
  admin = await signedIn(town)
}
beforeEach(() => open(women(5), everybody(100)))
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

const change = async (quota: string, body: object) => {
  const sent = await admin.ask('PATCH', `/api/surveys/town/quotas/${quota}`, { reason: '女性进度慢', ...body })
  return { ...sent, body: sent.body as never as { quota: QuotaStatus; promoted: number; detail: string } }
}

test('a target goes down to what is taken and held, and no further; who holds a place is counted', async () => {
  await answer(town)
  await answer(town)
  const { place } = await begin(town)
  expect(await change('women', { target: 2 })).toMatchObject({ status: 422 })
  expect((await change('women', { target: 2 })).text).toContain('至少为 3')
  expect(await change('women', { target: 3 })).toMatchObject({ status: 200, body: { quota: { target: 3, taken: 2 } } })
  expect((await answer(town)).status).toBe(201)
  const { receipt } = (await finish(town, place)).body
  expect(await stateOf(town, receipt)).toBe('counted')
  expect(await seats(town)).toEqual({ women: [3, 0], all: [3, 0] })
})

test('answers under way while a ceiling is lowered never take more than the new one', async () => {
  const [changed] = await Promise.all([
    change('women', { target: 2 }),
    ...Array.from({ length: 40 }, () => answer(town)),
  ])
  const { women: now = [] } = await seats(town)
  expect(now[0]).toBe(changed?.status === 200 ? 2 : 5)
  expect((await change('women', { target: 5 })).status).toBe(200)
  expect((await seats(town)).women).toEqual([5, 0])
})

test('a target that is raised lets those count who waited, in order of arrival', async () => {
  const receipts: string[] = []
  for (let person = 0; person < 8; person++) receipts.push((await answer(town)).body.receipt)
  expect(await change('women', { target: 7 })).toMatchObject({
    body: { promoted: 2, quota: { taken: 7, remaining: 0 } },
  })
  expect(await Promise.all(receipts.map((receipt) => stateOf(town, receipt)))).toEqual([
    ...Array(7).fill('counted'),
    'over-quota',
  ])
  expect(await change('women', { policy: 'count' })).toMatchObject({ body: { promoted: 1, quota: { taken: 8 } } })
})

test('a quota that only counted gets a ceiling once there is room under it', async () => {
  await change('women', { policy: 'count' })
  await Promise.all(Array.from({ length: 7 }, () => answer(town)))
  expect(await change('women', { policy: 'close' })).toMatchObject({ status: 422 })
  expect(await change('women', { target: 6 })).toMatchObject({ status: 422 })
  expect(await change('women', { policy: 'tolerate', target: 7, tolerance: 20 })).toMatchObject({ status: 200 })
  const sent = await Promise.all(Array.from({ length: 3 }, () => answer(town)))
  expect((await Promise.all(sent.map(({ body }) => stateOf(town, body.receipt)))).sort()).toEqual([
    'counted',
    'over-quota',
    'over-quota',
  ])
})

test('every change stands in the log with who, why, and what was before', async () => {
  await change('women', { target: 9 })
  const { body } = await admin.ask('GET', '/api/surveys/town/log')
  expect((body as never as { entries: object[] }).entries[0]).toMatchObject({
    account: 'admin',
    action: 'quota.change',
    detail: { quota: 'women', from: { target: 5 }, to: { target: 9, policy: 'close' }, reason: '女性进度慢' },
  })
  expect(await change('nobody', { target: 9 })).toMatchObject({ status: 404 })
  expect(await change('women', { target: 0.5 })).toMatchObject({ status: 422 })
  expect((await admin.ask('PATCH', '/api/surveys/town/quotas/women', { target: 9 })).status).toBe(422)
  await admin.ask('POST', '/api/surveys/town/close', { reason: '期满' })
  expect(await change('women', { target: 10 })).toMatchObject({ status: 409, code: 'conflict' })
})
