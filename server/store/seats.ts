import type { CompiledQuery } from 'kysely'
import { compiledOnce } from './compiled.ts'
import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** By how much the seats of a quota change: accepted responses, and seats held by people who are answering. */
export interface SeatChange {
  taken: number
  held: number
}

const update = (db: Store) =>
  db
    .updateTable('quota')
    .set((row) => ({ taken: row('taken', '+', 0), held: row('held', '+', 0) }))
    .where('round_id', '=', '')
    .where('survey_id', '=', '')
    .where('id', '=', '')

const anyhow = compiledOnce((db) => update(db).compile())

const belowCeiling = compiledOnce((db) =>
  update(db)
    .where(({ eb }) => eb(eb('taken', '+', eb.ref('held')), '<=', 0))
    .compile(),
)

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
  const query: CompiledQuery = ceiling === undefined ? anyhow(db) : belowCeiling(db)
  const parameters = [taken, held, round, id, quota, ...(ceiling === undefined ? [] : [ceiling - taken - held])]
  const { numAffectedRows } = await db.executeQuery({ ...query, parameters })
  return numAffectedRows === 1n
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
