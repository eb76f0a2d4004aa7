import type { RegionTable, RoundTable, Store } from './database.ts'

/** An unfinished survey or questionnaire, as the console of whoever is at it keeps it. */
export interface SetupDraftTable {
  account: string
  id: string
  kind: 'survey' | 'questionnaire'
  title: string
  /** JSON, whatever the console needs. */
  content: string
  saved_at: string
}

export const putSetupDraft = (db: Store, draft: SetupDraftTable) =>
  db
    .insertInto('setup_draft')
    .values(draft)
    .onConflict((conflict) =>
      conflict.columns(['account', 'id']).doUpdateSet({
        kind: draft.kind,
        title: draft.title,
        content: draft.content,
        saved_at: draft.saved_at,
      }),
    )
    .execute()

export const listSetupDrafts = (db: Store, account: string) =>
  db
    .selectFrom('setup_draft')
    .select(['id', 'kind', 'title', 'saved_at'])
    .where('account', '=', account)
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .execute()

export const findSetupDraft = (db: Store, account: string, id: string): Promise<SetupDraftTable | undefined> =>
  db.selectFrom('setup_draft').selectAll().where('account', '=', account).where('id', '=', id).executeTakeFirst()

export const removeSetupDraft = (db: Store, account: string, id: string) =>
  db.deleteFrom('setup_draft').where('account', '=', account).where('id', '=', id).execute()

export const findRound = (db: Store, id: string): Promise<RoundTable | undefined> =>
  db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirst()

export const findRegion = (db: Store, code: string): Promise<RegionTable | undefined> =>
  db.selectFrom('region').selectAll().where('code', '=', code).executeTakeFirst()

/** The evaluation of a region in a round, with the survey that it has. */
export const regionInRound = (db: Store, round: string, region: string) =>
  db
    .selectFrom('evaluation')
    .leftJoin('survey', 'survey.evaluation_id', 'evaluation.id')
    .select(['evaluation.id', 'survey.id as survey'])
    .where('evaluation.round_id', '=', round)
    .where('evaluation.region_code', '=', region)
    .executeTakeFirst()

export const evaluationExists = async (db: Store, id: string): Promise<boolean> =>
  (await db.selectFrom('evaluation').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
