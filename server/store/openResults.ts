import type { Store } from './database.ts'

/** An evaluation whose published result everybody may see. */
export interface OpenResultTable {
  evaluation_id: string
  opened_by: string
  opened_at: string
}

export const findOpenResult = (db: Store, evaluation: string): Promise<OpenResultTable | undefined> =>
  db.selectFrom('open_result').selectAll().where('evaluation_id', '=', evaluation).executeTakeFirst()

export const addOpenResult = (db: Store, row: OpenResultTable) =>
  db
    .insertInto('open_result')
    .values(row)
    .onConflict((conflict) => conflict.column('evaluation_id').doNothing())
    .execute()

export const removeOpenResult = (db: Store, evaluation: string) =>
  db.deleteFrom('open_result').where('evaluation_id', '=', evaluation).execute()
