import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { defaultQualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { closeEnded } from '../../../server/services/lifecycle.ts'
import { signedIn } from '../core/person.ts'
import { answersOf, plan, post, startTown, type Town } from '../core/town.ts'

let town: Town
let now = new Date('2026-06-01T08:00:00.000Z')
afterEach(() => town.end())

const closesAt = '2026-06-30T16:00:00.000Z'
const settings = { ...plan.settings, quality: defaultQualityRules }

const actions = async () => (await town.context.db.selectFrom('audit').select(['action', 'detail']).execute()) ?? []
const finals = async () => (await actions()).filter(({ action }) => action.startsWith('quality.final'))
const closings = async () => (await actions()).filter(({ action }) => action === 'survey.close')
const kept = async () => {
  const { db } = town.context
  const key = await db.selectFrom('setting').select('name').where('name', 'like', 'network-key%').execute()
  const traces = await db.selectFrom('trace').select(['device', 'network']).execute()
  return { keys: key.length, traces: traces.filter(({ device, network }) => device ?? network).length }
}

test('a survey whose last day has passed is judged, cut and closed by itself, once', async () => {
  town = await startTown({
    environment: { TIYAN_TRUST_PROXY: '127.0.0.1' },
    survey: { closesAt, settings },
    now: () => now,
  })
  const from = { 'x-forwarded-for': '203.0.113.9' }
  const { status } = await post(
    `${town.url}/api/surveys/town/responses`,
    { id: randomUUID(), answers: answersOf(), timings: { A1: 9000 } },
    from,
  )
  expect(status).toBe(201)
  await closeEnded(town.context)
  expect(await kept()).toEqual({ keys: 1, traces: 1 })
  expect(await closings()).toEqual([])

  now = new Date('2026-06-30T16:00:01.000Z')
  await closeEnded(town.context)
  await closeEnded(town.context)
  expect(await kept()).toEqual({ keys: 0, traces: 0 })
  expect(await finals()).toHaveLength(1)
  expect(await closings()).toHaveLength(1)
  const admin = await signedIn(town)
  const { survey } = JSON.parse((await admin.ask('GET', '/api/surveys/town/monitor')).text)
  expect(survey).toMatchObject({ state: 'closed', closesAt })
})
