import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** Unfinished answers that a person wants to go on with elsewhere. Only the code opens them, and the code is not here. */
export interface DraftTable {
  round_id: string
  survey_id: string
  /** Keyed hash of the code. */
  code_hash: string
  /** Encrypted with a key made of the code. */
  sealed: string
  kept_until: string
}

export const putDraft = (db: Store, draft: DraftTable) =>
  db
    .insertInto('draft')
    .values(draft)
    .onConflict((conflict) =>
      conflict
        .columns(['round_id', 'survey_id', 'code_hash'])
        .doUpdateSet({ sealed: draft.sealed, kept_until: draft.kept_until }),
    )
    .execute()

export const findDraft = (db: Store, { round, id }: SurveyKey, codeHash: string): Promise<DraftTable | undefined> =>
  db
    .selectFrom('draft')
    .selectAll()
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst()

export const removeDraft = (db: Store, { round, id }: SurveyKey, codeHash: string) =>
  db
    .deleteFrom('draft')
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('code_hash', '=', codeHash)
    .execute()

/** Forgets what has been kept long enough. */
export const removeOldDrafts = (db: Store, now: string) =>
  db.deleteFrom('draft').where('kept_until', '<=', now).execute()
