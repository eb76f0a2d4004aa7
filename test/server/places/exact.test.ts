import { afterEach, expect, test } from 'vitest'
import type { Context } from '../../../server/context.ts'
import { type Collector, collect, createCollector } from '../../../server/services/collect/collect.ts'
import { exclude, restore } from '../../../server/services/exclusion.ts'
import { sweepPlaces } from '../../../server/services/places/lapse.ts'
import { requestPlace } from '../../../server/services/places/request.ts'
import { findPublished } from '../../../server/services/published.ts'
import { openStore } from '../../../server/store/open.ts'
import { command } from '../core/command.ts'
import { answersOf, type Town } from '../core/town.ts'
import { begin, everybody, finish, seats, stateOf, townWith, women } from './visitor.ts'

let town: Town
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

const outcomes = async () => {
  const rows = await town.context.db.selectFrom('response').select('outcome').execute()
  const of = (one: string) => rows.filter(({ outcome }) => outcome === one).length
  return { counted: of('counted'), 'over-quota': of('over-quota') }
}

test('400 people complete at once on a quota of 25: 25 count, never 26, and nobody’s answers are thrown away', async () => {
  town = await townWith({ quotas: [women(25), everybody(300)], settings: { overQuota: 'end' } })
  const places = await Promise.all(Array.from({ length: 400 }, () => begin(town)))
  expect(places.filter(({ quota }) => quota === 'open')).toHaveLength(25)
  expect(new Set(places.map(({ status }) => status))).toEqual(new Set([201]))
  const sent = await Promise.all(places.map(({ place }) => finish(town, place)))
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201]))
  expect(await outcomes()).toEqual({ counted: 25, 'over-quota': 375 })
  expect(await seats(town)).toEqual({ women: [25, 0], all: [25, 0] })
})

test('the same through four servers’ connections to one store', async () => {
  town = await townWith({ quotas: [women(25)], settings: { overQuota: 'end' } })
  const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(town.context.config.store)))
  const servers = stores.map((db): Context => ({ ...town.context, db, changes: { ...town.context.changes } }))
  const collectors = servers.map(createCollector)
  const answerAs = async (collector: Collector, person: number) => {
    const { context } = collector
    const screening = { S1: 'yes', S4: 'female' }
    const { place } = await requestPlace(context, 'town', { answers: screening, device: `${person}` })
    const id = `00000000-0000-4000-8000-${String(person).padStart(12, '0')}`
    return collect(collector, 'town', { id, answers: answersOf(), place })
  }
  const all = Array.from({ length: 400 }, (_, person) => answerAs(collectors[person % 4] as Collector, person))
  expect((await Promise.all(all)).every(({ fresh }) => fresh)).toBe(true)
  expect(await outcomes()).toEqual({ counted: 25, 'over-quota': 375 })
  expect(await seats(town)).toEqual({ women: [25, 0] })
  await Promise.all(stores.map((db) => db.destroy()))
})

test('a flood of starts keeps nobody out: who finishes meanwhile counts once the held seats lapse', async () => {
  let now = new Date('2026-06-01T08:00:00.000Z')
  town = await townWith({ quotas: [women(25)], settings: { overQuota: 'end' }, now: () => now })
  const robots = await Promise.all(Array.from({ length: 500 }, () => begin(town)))
  expect(robots.filter(({ quota }) => quota === 'open')).toHaveLength(25)
  const receipts: string[] = []
  for (let person = 0; person < 30; person++) {
    now = new Date(now.getTime() + 1000)
    const { place, status } = await begin(town)
    expect(status).toBe(201)
    receipts.push((await finish(town, place)).body.receipt)
  }
  now = new Date(now.getTime() + 6 * 60_000)
  await sweepPlaces(town.context)
  const states = await Promise.all(receipts.map((receipt) => stateOf(town, receipt)))
  expect(states).toEqual([...Array(25).fill('counted'), ...Array(5).fill('over-quota')])
  expect(await seats(town)).toEqual({ women: [25, 0] })
})

test('exclusion gives the seat to who waits; restoring takes one even above the target, and says so', async () => {
  town = await townWith({ quotas: [women(1)], settings: { overQuota: 'continue' } })
  const told: string[] = []
  town.context.changes.listen((change) => told.push(change.kind))
  const first = (await finish(town, undefined)).body
  const second = (await finish(town, undefined)).body
  const survey = await findPublished(town.context, 'town')
  if (!survey) throw new Error('no survey')
  const verdict = { account: 'admin', reason: 'sent by a robot' }

  await exclude(town.context, survey, first.id, verdict)
  await exclude(town.context, survey, first.id, verdict)
  expect(await Promise.all([first, second].map(({ receipt }) => stateOf(town, receipt)))).toEqual([
    'excluded',
    'counted',
  ])
  expect(await seats(town)).toEqual({ women: [1, 0] })
  expect(told).toEqual(['added', 'other', 'removed', 'added'])

  expect(await restore(town.context, survey, first.id, verdict)).toEqual({ above: ['women'] })
  expect(await restore(town.context, survey, first.id, verdict)).toEqual({ above: [] })
  expect(await stateOf(town, first.receipt)).toBe('counted')
  expect(await seats(town)).toEqual({ women: [2, 0] })
  const audit = await town.context.db.selectFrom('audit').select(['action', 'account', 'detail']).execute()
  expect(audit.slice(-2).map(({ action, account }) => [action, account])).toEqual([
    ['response.exclude', 'admin'],
    ['response.restore', 'admin'],
  ])
  expect(JSON.parse(audit.at(-1)?.detail ?? '')).toMatchObject({ above: ['women'], reason: 'sent by a robot' })
})

test('margins and interlocked cells hold together: a place has a seat in each, or in none', async () => {
  town = await townWith({ quotas: [everybody(30), women(10)], settings: { overQuota: 'continue' } })
  const places = await Promise.all(
    Array.from({ length: 80 }, (_, person) => begin(town, { S4: person % 2 ? 'female' : 'male' })),
  )
  const open = places.filter(({ quota }) => quota === 'open').length
  const { all = [], women: own = [] } = await seats(town)
  expect([all[1], own[1]]).toEqual([open, 10])
  expect(open).toBe(30)
})
