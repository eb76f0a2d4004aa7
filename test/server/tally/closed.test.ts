import { afterEach, expect, test } from 'vitest'
import { respondentsIn } from '../../../scoring/sampling/tally/tally.ts'
import { findPublished } from '../../../server/services/published.ts'
import { tallyFor } from '../../../server/services/tally/live.ts'
import { answer, startTown, type Town } from '../core/town.ts'

let town: Town
afterEach(() => town.end())

test('a survey that has closed is scanned again, not kept in memory', async () => {
  let now = new Date('2026-06-01T08:00:00Z')
  town = await startTown({ now: () => now, survey: { closesAt: '2026-06-02T00:00:00.000Z' } })
  await answer(town)
  const tally = async () => {
    const survey = await findPublished(town.context, 'town')
    if (!survey) throw new Error('the town has no survey')
    return (await tallyFor(town.context, survey)).tally
  }
  expect(await tally()).toBe(await tally())

  now = new Date('2026-06-03T08:00:00Z')
  await tally()
  const [one, other] = [await tally(), await tally()]
  expect(one).not.toBe(other)
  expect(respondentsIn(one)).toBe(1)
  expect(other).toEqual(one)
})
