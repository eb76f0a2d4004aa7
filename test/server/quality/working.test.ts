import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { defaultQualityRules, type QualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { freezeResult } from '../../../server/services/results/freeze.ts'
import { frozenResult } from '../../../server/services/results/frozen.ts'
import type { QualityEffect, QualityReport } from '../../../server/shapes/quality.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answersOf, plan, post, startTown, type Town } from '../core/town.ts'

let town: Town
let admin: Person
let now = new Date('2026-06-01T08:00:00.000Z')
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

const women = { id: 'women', variables: ['sex'], categories: ['female'], target: 40, policy: 'close' as const }

const open = async (rules: Partial<QualityRules> = {}, quotas = [women]) => {
  now = new Date('2026-06-01T08:00:00.000Z')
  const quality = { ...defaultQualityRules, straightLine: { fewest: 3, spreadShare: 1 / 8 }, ...rules }
  town = await startTown({ now: () => now, survey: { quotas, settings: { ...plan.settings, quality } } })
  admin = await signedIn(town)
}

const send = async (others: object = {}, more: object = { timings: { p1: 30_000, p2: 21_000 } }) => {
  now = new Date(now.getTime() + 1000)
  const body = { id: randomUUID(), answers: answersOf({ ...others }), ...more }
  const sent = await post(`${town.url}/api/surveys/town/responses`, body)
  expect(sent.status).toBe(201)
  return sent.body
}

const ask = async (method: 'GET' | 'POST', path: string, body?: object) =>
  JSON.parse((await admin.ask(method, `/api/surveys/town/${path}`, body)).text)
const report = (): Promise<QualityReport> => ask('GET', 'quality')
const counted = async () => (await ask('GET', 'monitor')).counts
const scoreNow = async () => (await ask('GET', 'monitor')).estimate?.score ?? null

/** People of both sexes with different opinions; so many are quick. */
async function crowd(size: number, hasty = 0) {
  const sent = []
  for (let person = 0; person < size; person++) {
    const answers = { S4: person % 2 ? 'male' : 'female', A1: 1 + (person % 5), A2: 1 + ((person * 3) % 5), B1: 3 }
    sent.push(await send(answers, { timings: { p1: person < hasty ? 400 : 9000 } }))
  }
  return sent
}

test('leaving times out escapes no rule; paper and interviewers have none to give', async () => {
  await open()
  const line = { A1: 3, A2: 3, B1: 3 }
  await send(line, {})
  await send({}, {})
  await admin.ask('POST', '/api/surveys/town/assisted', { id: randomUUID(), answers: answersOf(line) })
  const traces = await town.context.db.selectFrom('trace').select(['flags', 'points']).orderBy('points').execute()
  expect(traces).toEqual([
    { flags: 'straight-line', points: 1 },
    { flags: 'untimed', points: 2 },
    { flags: 'untimed,straight-line', points: 3 },
  ])
  expect((await counted()).excluded).toBe(1)
})

test('flags by rule, with points; those who have one are listed without identity', async () => {
  await open()
  const sent = await crowd(12, 3)
  const { flags, threshold, rules } = await report()
  expect(threshold).toBe(3)
  expect(rules?.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(flags.find(({ flag }) => flag === 'too-fast')).toMatchObject({ points: 2, responses: 3, excluded: 0 })
  expect((await ask('GET', 'monitor')).quality.flags.find(({ flag }: { flag: string }) => flag === 'too-fast')).toEqual(
    {
      flag: 'too-fast',
      label: { zh: '答得比读得还快', en: 'Faster than it can be read' },
      points: 2,
      responses: 3,
    },
  )
  const { rows } = await ask('GET', 'responses?flag=too-fast&limit=2')
  expect(rows).toHaveLength(2)
  const quick = sent.slice(0, 3).map(({ id }) => id)
  for (const row of rows) {
    expect(quick).toContain(row.id)
    expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['device', 'network', 'interviewer', 'receipt']))
  }
})

test('what an exclusion does is shown before it is done, and is what it does', async () => {
  await open()
  await crowd(70, 8)
  const effect: QualityEffect = await ask('POST', 'quality/effect', { action: 'exclude', flag: 'too-fast' })
  const before = await scoreNow()
  expect(effect).toMatchObject({ changes: 8, inScore: 8, promoted: 0, before: { responses: 70, score: before } })
  expect((await counted()).responses).toBe(70)

  const wish = { action: 'exclude', flag: 'too-fast', reason: '逐份核对' }
  expect(await ask('POST', 'quality/decisions', wish)).toEqual({ changes: 8, above: [] })
  expect((await counted()).responses).toBe(effect.after.responses)
  expect(await scoreNow()).toBeCloseTo(effect.after.score ?? Number.NaN, 9)
  expect(await scoreNow()).not.toBe(before)
  expect((await report()).flags.find(({ flag }) => flag === 'too-fast')).toMatchObject({ responses: 8, excluded: 8 })
  expect(await ask('POST', 'quality/effect', { action: 'exclude', flag: 'too-fast' })).toMatchObject({ changes: 0 })

  const back: QualityEffect = await ask('POST', 'quality/effect', { action: 'restore', flag: 'too-fast' })
  expect(back.after).toEqual(effect.before)
  await ask('POST', 'quality/decisions', { ...wish, action: 'restore' })
  expect(await scoreNow()).toBeCloseTo(before, 9)
})

test('the effect counts who moves up from over quota, and the quotas that restoring puts above their ceiling', async () => {
  await open({}, [{ ...women, target: 20 }])
  const sent = []
  for (let person = 0; person < 40; person++) sent.push(await send({ A1: 1 + (person % 5), A2: 2, B1: 3 }))
  const ids = sent.slice(0, 5).map(({ id }) => id)
  const out: QualityEffect = await ask('POST', 'quality/effect', { action: 'exclude', ids })
  expect(out).toMatchObject({
    changes: 5,
    inScore: 5,
    promoted: 5,
    before: { responses: 20 },
    after: { responses: 20 },
  })
  await ask('POST', 'quality/decisions', { action: 'exclude', ids, reason: '重复' })
  expect(await counted()).toMatchObject({ responses: 20, excluded: 5, overQuota: 15 })

  const back: QualityEffect = await ask('POST', 'quality/effect', { action: 'restore', ids })
  expect(back).toMatchObject({ changes: 5, above: ['women'], after: { responses: 25 } })
  const done = await ask('POST', 'quality/decisions', { action: 'restore', ids, reason: '核实为真人' })
  expect(done).toEqual({ changes: 5, above: ['women'] })
  expect((await counted()).responses).toBe(25)
})

test('either a flag or ids, and only who may', async () => {
  await open()
  for (const body of [{ action: 'exclude' }, { action: 'exclude', flag: 'too-fast', ids: ['a'] }])
    expect((await admin.ask('POST', '/api/surveys/town/quality/effect', body)).status).toBe(422)
  expect((await fetch(`${town.url}/api/surveys/town/quality`)).status).toBe(401)
})

test('rules are as they were at publication, whatever the settings or the defaults say later', async () => {
  await open({ points: { ...defaultQualityRules.points, 'too-fast': 3 } })
  const { db } = town.context
  const before = await report()
  const milder = { ...defaultQualityRules, reading: { characters: 1e6, words: 1e6, choosing: 0 }, threshold: 99 }
  const settings = JSON.stringify({ ...plan.settings, quality: milder })
  await db.updateTable('survey').set({ settings }).execute()
  await town.stop()
  town = await startTown({ folder: town.folder, now: () => now })
  admin = await signedIn(town)
  const { receipt } = await send({}, { timings: { p1: 300 } })
  const { state } = await (await fetch(`${town.url}/api/receipts/${receipt}`)).json()
  expect(state).toBe('excluded')
  const { rules, threshold } = await report()
  expect({ rules, threshold }).toEqual({ rules: before.rules, threshold: 3 })
})

test('relative flags stand in the export, and the frozen result names the scan at closing', async () => {
  await open({ identical: { ratings: 2, times: 4 } })
  await crowd(35)
  for (let copy = 0; copy < 4; copy++) await send({ S4: 'male', A1: 2, A2: 4, B1: 1 })
  await ask('POST', 'close', { reason: '期满' })
  const { newestScan } = await report()
  expect(newestScan).toMatchObject({ final: true, responses: 39, excluded: 0 })
  expect(newestScan?.flags.identical).toBeGreaterThanOrEqual(4)
  const csv = (await admin.ask('GET', '/api/surveys/town/responses.csv')).text
  expect(csv.split('\n').filter((line) => line.includes('identical'))).toHaveLength(newestScan?.flags.identical ?? 0)
  const evaluation = JSON.parse((await admin.ask('GET', '/api/evaluations/town')).text)
  const keep = await freezeResult(town.context, evaluation, 'admin')
  const frozen = await frozenResult(town.context.db, 'town', await keep(town.context.db))
  expect(frozen.inputs.survey?.closingScan).toEqual(newestScan)
})
