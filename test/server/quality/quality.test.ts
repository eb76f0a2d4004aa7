import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { defaultQualityRules, type QualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { collect, createCollector } from '../../../server/services/collect/collect.ts'
import { exclude } from '../../../server/services/exclusion.ts'
import { findPublished } from '../../../server/services/published.ts'
import { scanQuality } from '../../../server/services/quality/scan.ts'
import { quotasOf } from '../../../server/store/fieldwork.ts'
import { command } from '../core/command.ts'
import { signedIn } from '../core/person.ts'
import { answersOf, plan, post, startTown, type Town } from '../core/town.ts'

let town: Town
let now = new Date('2026-06-01T08:00:00.000Z')
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

const women = { id: 'women', variables: ['sex'], categories: ['female'], target: 3, policy: 'close' as const }

/** The town’s questionnaire has three ratings. */
const open = async (rules: Partial<QualityRules> = {}) => {
  now = new Date('2026-06-01T08:00:00.000Z')
  const quality = {
    ...defaultQualityRules,
    identical: { ratings: 2, times: 4 },
    burst: { fewest: 4, factor: 2 },
    straightLine: { fewest: 3, spreadShare: 1 / 8 },
    ...rules,
  }
  town = await startTown({
    now: () => now,
    environment: { TIYAN_TRUST_PROXY: '127.0.0.1' },
    survey: { quotas: [women], settings: { ...plan.settings, quality } },
  })
}

const send = async (others: object = {}, more: object = {}, headers: Record<string, string> = {}) => {
  now = new Date(now.getTime() + 1000)
  const body = { id: randomUUID(), answers: answersOf({ ...others }), timings: { p1: 30_000, p2: 21_000 }, ...more }
  return (await post(`${town.url}/api/surveys/town/responses`, body, headers)).body
}

const stateOf = async ({ receipt }: { receipt: string }) =>
  (await (await fetch(`${town.url}/api/receipts/${receipt}`)).json()).state

const survey = async () => {
  const found = await findPublished(town.context, 'town')
  if (!found) throw new Error('no survey')
  return found
}

const seats = async () => (await quotasOf(town.context.db, { round: 'spring', id: 'town' }))[0]?.taken

test('what the absolute rules exclude is kept, takes no seat, and says so on its receipt', async () => {
  await open()
  const hasty = { timings: { p1: 300, p2: 200 } }
  const line = { A1: 3, A2: 3, B1: 3 }
  expect(await stateOf(await send(line, hasty))).toBe('excluded')
  expect(await stateOf(await send({}, hasty))).toBe('counted')
  expect(await stateOf(await send(line))).toBe('counted')
  expect(await seats()).toBe(2)
  const marks = await town.context.db.selectFrom('response_mark').select(['reason', 'marked_by']).execute()
  expect(marks).toEqual([{ reason: 'quality: too-fast, straight-line', marked_by: null }])
})

test('the same device again counts once', async () => {
  await open()
  const place = await fetch(`${town.url}/api/surveys/town/places`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answers: { S1: 'yes', S4: 'female' } }),
  })
  const cookie = place.headers.get('set-cookie')?.split(';')[0] ?? ''
  const sent = await Promise.all([1, 2, 3].map((A1) => send({ A1 }, {}, { cookie })))
  expect((await Promise.all(sent.map(stateOf))).sort()).toEqual(['counted', 'excluded', 'excluded'])
})

test('what a device sends while its first answers are on their way to the disk is judged after them', async () => {
  await open()
  const { queue, ...collector } = createCollector(town.context)
  let came = 0
  const add: typeof queue.add = async (one) => {
    if (++came === 1) await neighbour
    return queue.add(one)
  }
  const from = (device: string) => {
    const sent = { id: randomUUID(), answers: answersOf(), timings: { p1: 30_000, p2: 21_000 } }
    const arrival = { channel: 'open' as const, throttle: () => 0, device }
    return collect({ ...collector, queue: { ...queue, add } }, 'town', sent, arrival)
  }
  const own = [from('a phone'), from('a phone')]
  const neighbour = from('another')
  expect(await Promise.all(own.map(async (taken) => stateOf(await taken)))).toEqual(['counted', 'excluded'])
  expect(await stateOf(await neighbour)).toBe('counted')
})

test('a scan excludes what is odd beside the others, and restores it when it is not any more', async () => {
  await open({ points: { ...defaultQualityRules.points, identical: 3 } })
  const copies = []
  for (let copy = 0; copy < 4; copy++) copies.push(await send({ S4: 'male', A1: 2, A2: 4, B1: 1 }))
  expect(await scanQuality(town.context, await survey(), { final: false })).toEqual({
    responses: 4,
    flags: { identical: 4 },
    excluded: 4,
    restored: 0,
  })
  expect(await Promise.all(copies.map(stateOf))).toEqual(Array(4).fill('excluded'))
  await fetch(`${town.url}/api/receipts/${copies[0]?.receipt}`, { method: 'DELETE' })
  expect(await scanQuality(town.context, await survey(), { final: false })).toMatchObject({ restored: 3 })
  expect(await Promise.all(copies.map(stateOf))).toEqual(['withdrawn', 'counted', 'counted', 'counted'])
})

test('what a named person decided stands against every rule', async () => {
  await open({ points: { ...defaultQualityRules.points, identical: 3 } })
  const admin = await signedIn(town)
  const copies = []
  for (let copy = 0; copy < 4; copy++) copies.push(await send({ S4: 'male', A1: 2, A2: 4, B1: 1 }))
  await scanQuality(town.context, await survey(), { final: false })
  const path = `/api/surveys/town/responses/${copies[0]?.id}/restore`
  expect((await admin.ask('POST', path, { reason: '核实为真人' })).status).toBe(200)
  const other = await send({ S4: 'male', A1: 5 })
  await exclude(town.context, await survey(), other.id, { account: 'admin', reason: '电话核实' })
  expect((await admin.ask('POST', '/api/surveys/town/close', { reason: '期满' })).status).toBe(200)
  expect(await stateOf(copies[0] ?? other)).toBe('counted')
  expect(await stateOf(other)).toBe('excluded')
})

test('a burst from one network is noticed without any address being stored; at closing the key is gone', async () => {
  await open()
  const from = (address: string) => ({ 'x-forwarded-for': address })
  for (let one = 0; one < 6; one++) await send({ S4: 'male', A1: 1 + (one % 5) }, {}, from(`203.0.113.${one}`))
  for (let one = 0; one < 6; one++) await send({ S4: 'male', A2: 1 + (one % 5) }, {}, from(`198.51.${one}.9`))
  expect((await scanQuality(town.context, await survey(), { final: false })).flags).toEqual({ burst: 6 })
  const traces = JSON.stringify(await town.context.db.selectFrom('trace').selectAll().execute())
  expect(traces).not.toContain('203.0')
  const key = () => town.context.db.selectFrom('setting').select('name').where('name', 'like', 'network-key%').execute()
  expect(await key()).toHaveLength(1)

  const admin = await signedIn(town)
  await admin.ask('POST', '/api/surveys/town/close', { reason: '期满' })
  expect(await key()).toEqual([])
  const networks = await town.context.db.selectFrom('trace').select('network').distinct().execute()
  expect(networks).toEqual([{ network: null }])
})

test('without rules nothing is excluded, and nothing is kept of who sent what', async () => {
  town = await startTown()
  await send({ A1: 3, A2: 3, B1: 3 }, { timings: { p1: 1 } })
  expect(await town.context.db.selectFrom('trace').selectAll().execute()).toEqual([])
  expect(await town.context.db.selectFrom('response_mark').selectAll().execute()).toEqual([])
})
