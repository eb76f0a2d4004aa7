import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { defaultQualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { findPublished } from '../../../server/services/published.ts'
import { openStore } from '../../../server/store/open.ts'
import { plan, startTown } from '../core/town.ts'

const { reading: _, straightLine: __, points, ...alike } = defaultQualityRules
const { untimed: _1, 'near-straight': _2, contradictory: _3, ...pointsThen } = points
/** As surveys had them before rules were frozen. */
const then = { ...alike, floor: 800, straightLine: 10, attention: [{ question: 'A2', answer: 4 }], points: pointsThen }

test('rules that were set up before rules were frozen are frozen as the settings had them, and no rule is added', async () => {
  const town = await startTown({ survey: { settings: { ...plan.settings, quality: defaultQualityRules } } })
  const { db, config } = town.context
  const before = await db.selectFrom('quality_rules').selectAll().executeTakeFirstOrThrow()
  const older = async (quality: unknown) => {
    await db.deleteFrom('quality_rules').execute()
    await db
      .updateTable('survey')
      .set({ settings: JSON.stringify({ ...plan.settings, quality }) })
      .execute()
    await sql`delete from kysely_migration where name = '2026-11-26-rules-of-older'`.execute(db)
    const opened = await openStore(config.store)
    const rules = await opened.selectFrom('quality_rules').selectAll().execute()
    const published = await findPublished({ db: opened }, 'town')
    await opened.destroy()
    return { rules, quality: published?.quality }
  }

  // Those of yesterday are the same to the letter, as of the day on which the survey was set up.
  expect((await older(defaultQualityRules)).rules).toEqual([before])

  const { quality, rules } = await older(then)
  expect(rules[0]?.frozen_at).toBe(before.frozen_at)
  expect(quality?.points).toEqual({ ...pointsThen, untimed: 0, 'near-straight': 0, contradictory: 0 })
  expect(quality).toMatchObject({ straightLine: { fewest: 10 }, attention: then.attention, contradictions: [] })
  expect(Object.values(quality?.floors ?? {}).flatMap((floors) => Object.values(floors))).toContain(800)
  expect(new Set(Object.values(quality?.floors ?? {}).flatMap((floors) => Object.values(floors)))).toEqual(
    new Set([800]),
  )

  // Who had none has none.
  expect(await older(undefined)).toEqual({ rules: [], quality: undefined })
  await town.end()
})
