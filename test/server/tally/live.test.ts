import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { serialise } from '../../../scoring/sampling/tally/serialise.ts'
import { respondentsIn } from '../../../scoring/sampling/tally/tally.ts'
import { createChanges } from '../../../server/context.ts'
import { findPublished, type Published } from '../../../server/services/published.ts'
import { tallyFor } from '../../../server/services/tally/live.ts'
import { scan } from '../../../server/services/tally/scan.ts'
import { scoreOf } from '../../../server/services/tally/score.ts'
import { addMark } from '../../../server/store/responses.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'
import { townDesign } from '../monitor/townDesign.ts'

let town: Town
afterEach(() => town.end())

async function published(): Promise<Published> {
  const survey = await findPublished(town.context, 'town')
  if (!survey) throw new Error('the town has no survey')
  return survey
}

/** As a server would count that has just started. */
const rebuilt = async (survey: Published) =>
  serialise((await tallyFor({ ...town.context, changes: createChanges() }, survey)).tally)

const live = async (survey: Published) => serialise((await tallyFor(town.context, survey)).tally)

/** Some answers that differ, the same ones every time. */
const someAnswers = (at: number) =>
  answersOf({
    S4: ['female', 'male', 'undisclosed'][at % 3],
    A1: 1 + (at % 5),
    A2: at % 7 === 0 ? 98 : 1 + ((at * 3) % 5),
    B1: at % 4 === 0 ? undefined : 1 + ((at * 7) % 5),
  })

const withdraw = (receipt: string) => fetch(`${town.url}/api/receipts/${receipt}`, { method: 'DELETE' })

test('the tally that was kept up equals the one that is rebuilt, bit for bit', async () => {
  town = await startTown({ survey: townDesign({ female: 12 }) })
  const survey = await published()
  expect(await live(survey)).toBe(await rebuilt(survey))
  const taken = await Promise.all(Array.from({ length: 60 }, (_, at) => answer(town, someAnswers(at))))
  for (const { body } of taken.slice(0, 9)) await withdraw(body.receipt)
  const text = await live(survey)
  expect(text).toBe(await rebuilt(survey))
  expect(respondentsIn((await tallyFor(town.context, survey)).tally)).toBeGreaterThan(40)
})

test('two threads count as one does, over many hours', async () => {
  let now = new Date('2026-06-01T08:00:00Z')
  town = await startTown({ now: () => now, survey: { design: { ...townDesign({}).design, sample: 'mixed' } } })
  for (let hour = 0; hour < 6; hour++) {
    now = new Date(now.getTime() + 3_600_000)
    await Promise.all(Array.from({ length: 8 }, (_, at) => answer(town, someAnswers(8 * hour + at))))
  }
  const survey = await published()
  const [alone, helped] = [await scan(town.context.db, survey), await scan(town.context.db, survey, { helpFrom: 0 })]
  expect(serialise(helped.tally)).toBe(serialise(alone.tally))
  expect(respondentsIn(helped.tally)).toBe(48)
  expect([new Map([...helped.hours].sort()), helped.locales]).toEqual([new Map([...alone.hours].sort()), alone.locales])
})

test('what comes and goes while a scan is under way is counted once', async () => {
  town = await startTown()
  const survey = await published()
  const early = await Promise.all(Array.from({ length: 30 }, (_, at) => answer(town, someAnswers(at))))
  let scanning = true
  const first = tallyFor(town.context, survey).finally(() => {
    scanning = false
  })
  for (let at = 0; scanning; at++) {
    await Promise.all([answer(town, someAnswers(at)), withdraw(early[at % early.length]?.body.receipt ?? '')])
  }
  await first
  expect(await live(survey)).toBe(await rebuilt(survey))
})

test('people are answered while a scan is under way', async () => {
  town = await startTown()
  const survey = await published()
  await answer(town)
  const order: string[] = []
  const scanned = tallyFor(town.context, survey).then(() => order.push('scanned'))
  await answer(town).then(({ status }) => order.push(String(status)))
  await scanned
  expect(order).toEqual(['201', 'scanned'])
})

test('an excluded response is not in the tally, and is again once it is restored', async () => {
  town = await startTown()
  const survey = await published()
  await answer(town)
  const id = randomUUID()
  await answer(town, answersOf({ A1: 1 }), id)
  const key = { round_id: survey.round, survey_id: survey.id, id }
  const both = await rebuilt(survey)
  const mark = { reason: 'test', marked_by: null, marked_at: '2026-05-02T00:00:00.000Z' }
  await addMark(town.context.db, key, { kind: 'excluded', ...mark })
  const one = await rebuilt(survey)
  expect(one).not.toBe(both)
  expect(JSON.parse(one).cells).toHaveLength(1)
  await addMark(town.context.db, key, { kind: 'restored', ...mark })
  expect(await rebuilt(survey)).toBe(both)
})

test('the score is worked out once for every version of the tally', async () => {
  town = await startTown()
  const none = await scoreOf(town.context, 'town')
  expect(none).toMatchObject({ respondents: 0, score: null, kind: 'model' })
  expect(await scoreOf(town.context, 'town')).toBe(none)
  await answer(town)
  expect(await scoreOf(town.context, 'town')).toMatchObject({ respondents: 1 })
  await expect(scoreOf(town.context, 'nowhere')).rejects.toMatchObject({ code: 'not-found' })
})

test('base weights that differ are kept apart to the last bit', async () => {
  town = await startTown()
  const survey = await published()
  for (let at = 0; at < 4; at++) await answer(town, someAnswers(at))
  const rows = await town.context.db.selectFrom('response').select('id').execute()
  for (const [at, { id }] of rows.entries()) {
    await town.context.db
      .updateTable('response')
      .set({ base_weight: at % 2 === 0 ? 0.1 + 0.2 : 0.3 })
      .where('id', '=', id)
      .execute()
  }
  const { tally } = await tallyFor({ ...town.context, changes: createChanges() }, survey)
  const weights = new Set([...tally.cells.values()].flatMap((cell) => [...cell.keys()]))
  expect(weights).toEqual(new Set([0.1 + 0.2, 0.3]))
})
