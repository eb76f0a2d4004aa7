import { sql } from 'kysely'
import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** By how much the seats of a quota change: accepted responses, and seats held by people who are answering. */
export interface SeatChange {
  taken: number
  held: number
}

/**
 * Changes a quota's seats, in one conditional statement where there is a ceiling: taken and held seats together never
 * pass it. Gives whether it did.
 */
export async function changeSeats(
  db: Store,
  { round, id }: SurveyKey,
  quota: string,
  { taken, held }: SeatChange,
  ceiling?: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('quota')
    .set((row) => ({ taken: row('taken', '+', taken), held: row('held', '+', held) }))
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('id', '=', quota)
    .$if(ceiling !== undefined, (query) => query.where(sql<boolean>`taken + held + ${taken + held} <= ${ceiling ?? 0}`))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The seats of one quota. */
export const seatsOf = (db: Store, { round, id }: SurveyKey, quota: string): Promise<SeatChange> =>
  db
    .selectFrom('quota')
    .select(['taken', 'held'])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('id', '=', quota)
    .executeTakeFirstOrThrow()
