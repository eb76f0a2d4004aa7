import type { Change } from '../../context.ts'
import type { ResponseTable, Store } from '../../store/database.ts'
import { changeSeats } from '../../store/seats.ts'
import type { Published } from '../published.ts'
import { countedOf, promoteWaiting } from './promote.ts'
import { ceilingOf } from './seats.ts'

/**
 * Gives back the seats of a response that counts no longer, and lets those who wait count in its stead.
 * Inside the transaction of the act; gives what is to be told after its commit.
 */
export async function vacate(db: Store, survey: Published, response: ResponseTable, at: string): Promise<Change[]> {
  for (const { id } of survey.quotasFor(response.cell, response.channel))
    await changeSeats(db, survey, id, { taken: -1, held: 0 })
  const promoted = await promoteWaiting(db, survey, at)
  return [
    { kind: 'removed', response: countedOf(response) },
    ...promoted.map((one): Change => ({ kind: 'added', response: one })),
  ]
}

/** Takes the seats of a response again, even above the target; gives the quotas that are over their ceiling then. */
export async function reoccupy(db: Store, survey: Published, response: ResponseTable): Promise<string[]> {
  const above: string[] = []
  for (const quota of survey.quotasFor(response.cell, response.channel)) {
    const seat = { taken: 1, held: 0 }
    const ceiling = ceilingOf(quota)
    if (ceiling !== undefined && (await changeSeats(db, survey, quota.id, seat, ceiling))) continue
    await changeSeats(db, survey, quota.id, seat)
    if (ceiling !== undefined) above.push(quota.id)
  }
  return above
}
