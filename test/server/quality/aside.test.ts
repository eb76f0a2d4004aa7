import { afterEach, expect, test } from 'vitest'
import { defaultQualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { findPublished } from '../../../server/services/published.ts'
import { scanQuality } from '../../../server/services/quality/scan.ts'
import { answer, answersOf, plan, startTown, type Town } from '../core/town.ts'

const responses = process.env.TIYAN_LONG === '1' ? 200_000 : 20_000

let town: Town
afterEach(() => town.end())

/** Copies of one person's answers, as many, straight into the store. */
async function fill({ context: { db } }: Town) {
  await answer(town, answersOf())
  const row = await db.selectFrom('response').selectAll().executeTakeFirstOrThrow()
  const trace = await db.selectFrom('trace').selectAll().executeTakeFirstOrThrow()
  await db.transaction().execute(async (transaction) => {
    for (let from = 1; from < responses; from += 500) {
      const ids = Array.from(
        { length: Math.min(500, responses - from) },
        (_, at) => `00000000-0000-4000-8000-${String(from + at).padStart(12, '0')}`,
      )
      await transaction
        .insertInto('response')
        .values(ids.map((id) => ({ ...row, id, receipt: id })))
        .execute()
      await transaction
        .insertInto('trace')
        .values(ids.map((id) => ({ ...trace, response_id: id })))
        .execute()
    }
  })
}

test(`while ${responses} responses are judged, answers are taken`, async () => {
  town = await startTown({ survey: { settings: { ...plan.settings, quality: defaultQualityRules } } })
  await fill(town)
  const survey = await findPublished(town.context, 'town')
  if (!survey) throw new Error('no survey')
  let isOver = false
  const began = performance.now()
  const scan = scanQuality(town.context, survey, { final: false }).finally(() => {
    isOver = true
  })
  const waits: number[] = []
  while (!isOver) {
    const sent = performance.now()
    expect((await answer(town)).status).toBe(201)
    if (!isOver) waits.push(performance.now() - sent)
  }
  const seconds = (performance.now() - began) / 1000
  expect((await scan).responses).toBeGreaterThanOrEqual(responses)
  expect(waits.length).toBeGreaterThan(0)
  const sorted = waits.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(0)
  process.stdout.write(
    `${responses} judged in ${seconds.toFixed(1)} s; meanwhile ${waits.length} answers, one after another, half within ${at(0.5)} ms, 99 % within ${at(0.99)} ms, the slowest after ${at(1)} ms\n`,
  )
}, 300_000)
