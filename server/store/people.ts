import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** Somebody for whom a host app vouched and who has answered: a keyed hash, and nothing that leads to the answers. */
export interface PersonTable {
  round_id: string
  survey_id: string
  person_hash: string
}

export async function hasAnswered(db: Store, { round, id }: SurveyKey, personHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('person_hash')
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('person_hash', '=', personHash)
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that somebody answers; false where they have already. */
export async function addPerson(db: Store, { round, id }: SurveyKey, personHash: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('person')
    .values({ round_id: round, survey_id: id, person_hash: personHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Somebody whose answer was not taken after all. */
export const removePerson = (db: Store, { round, id }: SurveyKey, personHash: string) =>
  db
    .deleteFrom('person')
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('person_hash', '=', personHash)
    .execute()
