import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import type { Groups } from '../../../server/shapes/sensitivity.ts'
import type { History, Visits } from '../../../server/shapes/watching.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, answersOf, post, startTown, type Town } from '../core/town.ts'
import { townDesign } from '../monitor/townDesign.ts'

let town: Town
let admin: Person
let now = new Date('2026-06-01T08:00:00.000Z')
beforeAll(async () => {
  town = await startTown({
    survey: {
      ...townDesign({ female: 60, male: 60 }),
      opensAt: '2026-05-31T18:00:00.000Z',
      closesAt: '2026-06-10T18:00:00.000Z',
    },
    now: () => now,
  })
  admin = await signedIn(town)
})
afterAll(() => town.end())

const get = async <Answer>(path: string, person = admin) =>
  (await person.ask('GET', `/api/surveys/town/${path}`)).body as never as Answer
const send = async (times: number, S4: string, A1: number) => {
  for (let one = 0; one < times; one++) await answer(town, answersOf({ S4, A1, A2: 3 + (one % 3), B1: 4 }))
}

test('visits say how many came how far, and on which page they left', async () => {
  const tell = (event: string, page: number) =>
    post(`${town.url}/api/surveys/town/progress`, { visit: randomUUID(), event, page })
  for (let visit = 0; visit < 5; visit++) await tell('opened', 0)
  for (let visit = 0; visit < 4; visit++) await tell('consented', 1)
  for (let visit = 0; visit < 4; visit++) await tell('page', 1)
  for (let visit = 0; visit < 3; visit++) await tell('page', 2)
  await tell('finished', 2)
  expect(await get<Visits>('visits')).toMatchObject({
    ...{ opened: 5, consented: 4, finished: 1, accepted: 0 },
    pages: [
      { page: 1, reached: 4, left: 1 },
      { page: 2, reached: 3, left: 2 },
    ],
  })
})

test('what the page was opened on is counted by kind, and no more of it is kept', async () => {
  const phone = { 'sec-ch-ua-mobile': '?1', 'sec-ch-ua-platform': '"Android"' }
  const tablet = { 'user-agent': 'Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Mobile/15E148' }
  for (const headers of [phone, phone, tablet, {}]) await fetch(`${town.url}/s/town`, { headers })
  await fetch(`${town.url}/s/town/plain`)
  expect((await get<Visits>('visits')).devices).toEqual([
    { device: 'phone', opened: 2 },
    { device: 'desktop', opened: 1 },
    { device: 'plain', opened: 1 },
    { device: 'tablet', opened: 1 },
  ])
  const rows = await town.context.db.selectFrom('opening').selectAll().execute()
  expect(Object.keys(rows[0] ?? {})).toEqual(['round_id', 'survey_id', 'day', 'device', 'count'])
})

test('the history has what the sample was worth at the end of each day, as the live score says today', async () => {
  await send(40, 'female', 5)
  now = new Date('2026-06-01T18:00:00.000Z')
  await send(30, 'male', 2)
  await send(1, 'female', 5)
  const { days } = await get<History>('history')
  const { estimate } = await get<Monitor>('monitor')
  expect(days.map(({ day, responses }) => [day, responses])).toEqual([
    ['2026-06-01', 40],
    ['2026-06-02', 71],
  ])
  expect(days[1]?.nEffective).toBeCloseTo(estimate?.nEffective ?? 0, 9)
  expect(days[1]?.designEffect).toBeCloseTo(estimate?.designEffect ?? 0, 9)
})

test('pace stands against the plan, with what it will come to', async () => {
  const { pace } = await get<Monitor>('monitor')
  expect(pace.plan).toMatchObject({ target: 120, expected: 12, perDay: 49 / 9 })
  expect(pace.plan?.forecast).toBe(710)
})

test('group figures move in steps of ten responses while answers come in, and are exact after closing', async () => {
  const men = async () => (await get<Groups>('groups')).variables[0]?.groups.find(({ code }) => code === 'male')
  const before = await men()
  expect(before?.n).toBe(30)
  await send(9, 'male', 5)
  expect(await men()).toEqual(before)
  await send(1, 'male', 5)
  const after = await men()
  expect(after?.n).toBe(40)
  expect(after?.score).not.toBe(before?.score)
  await send(3, 'male', 1)
  expect((await men())?.n).toBe(40)
  await admin.ask('POST', '/api/surveys/town/close', { reason: '期满' })
  expect((await men())?.n).toBe(43)
})
