import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import type { QualityEffect } from '../../../server/shapes/quality.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'
import { townDesign } from '../monitor/townDesign.ts'

let town: Town
let admin: Person
const ids: string[] = []
beforeEach(async () => {
  ids.length = 0
  town = await startTown({ survey: townDesign({ female: 40 }) })
  admin = await signedIn(town)
  for (let person = 0; person < 40; person++) {
    const low = person < 6
    const S4 = person % 2 ? 'male' : 'female'
    ids.push((await answer(town, answersOf({ S4, A1: low ? 1 : 4, A2: low ? 1 : 3 + (person % 3), B1: 4 }))).body.id)
  }
})
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

const ask = async <Answer>(path: string, body: object) =>
  (await admin.ask('POST', `/api/surveys/town/${path}`, body)).body as never as Answer
const score = async () =>
  ((await admin.ask('GET', '/api/surveys/town/monitor')).body as never as Monitor).estimate?.score

test('the effect that is shown before is the score that comes after, both ways; showing it changes nothing', async () => {
  const low = ids.slice(0, 6)
  const before = await score()
  const effect = await ask<QualityEffect>('quality/effect', { action: 'exclude', ids: low })
  expect(effect).toMatchObject({ inScore: 6, before: { responses: 40 }, after: { responses: 34 } })
  expect(effect.before.score).toBe(before)
  expect(await score()).toBe(before)

  await ask('quality/decisions', { action: 'exclude', ids: low, reason: '同一单位集中作答' })
  expect(await score()).toBeCloseTo(effect.after.score ?? 0, 12)
  expect(await score()).toBeGreaterThan((before ?? 0) + 1)

  const back = await ask<QualityEffect>('quality/effect', { action: 'restore', ids })
  expect(back.inScore).toBe(6)
  await ask('quality/decisions', { action: 'restore', ids: low, reason: '核实后恢复' })
  expect(await score()).toBeCloseTo(back.after.score ?? 0, 12)
  expect(await score()).toBeCloseTo(before ?? 0, 12)
})

test('all or none: one that is not there keeps the others as they are', async () => {
  const sent = await admin.ask('POST', '/api/surveys/town/quality/decisions', {
    action: 'exclude',
    ids: [ids[0], 'nobody'],
    reason: 'x',
  })
  expect(sent.status).toBe(404)
  expect(await town.context.db.selectFrom('response_mark').selectAll().execute()).toEqual([])
})

test('below the fewest for a score the effect says so rather than a number', async () => {
  expect(await ask<QualityEffect>('quality/effect', { action: 'exclude', ids: ids.slice(0, 20) })).toMatchObject({
    after: { responses: 20, score: null, interval: null },
  })
})
