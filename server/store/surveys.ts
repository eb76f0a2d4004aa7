import type { Insertable, Selectable } from 'kysely'
import type {
  EvaluationTable,
  MarginTable,
  QuotaTable,
  RegionTable,
  RoundTable,
  Store,
  SurveyTable,
} from './database.ts'

export const findSurvey = (db: Store, id: string): Promise<Selectable<SurveyTable> | undefined> =>
  db.selectFrom('survey').selectAll().where('id', '=', id).executeTakeFirst()

export const addSurvey = (db: Store, survey: Insertable<SurveyTable>) =>
  db.insertInto('survey').values(survey).execute()

export const findQuestionnaire = (db: Store, id: string, version: number) =>
  db.selectFrom('questionnaire').selectAll().where('id', '=', id).where('version', '=', version).executeTakeFirst()

export const listQuestionnaires = (db: Store) => db.selectFrom('questionnaire').selectAll().execute()

export async function surveyIds(db: Store): Promise<string[]> {
  const rows = await db.selectFrom('survey').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export const newestQuestionnaire = (db: Store, id: string) =>
  db
    .selectFrom('questionnaire')
    .select(['version', 'content_hash'])
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

export const addQuestionnaire = (
  db: Store,
  row: { id: string; version: number; content: string; content_hash: string; published_at: string },
) => db.insertInto('questionnaire').values(row).execute()

export const marginsOf = (
  db: Store,
  survey: Pick<SurveyTable, 'round_id' | 'id'>,
): Promise<Selectable<MarginTable>[]> =>
  db
    .selectFrom('margin')
    .selectAll()
    .where('round_id', '=', survey.round_id)
    .where('survey_id', '=', survey.id)
    .orderBy('margin')
    .orderBy('position')
    .execute()

export const addMargins = (db: Store, rows: MarginTable[]) => db.insertInto('margin').values(rows).execute()

export const addQuotas = (db: Store, rows: QuotaTable[]) => db.insertInto('quota').values(rows).execute()

export const listRounds = (db: Store): Promise<RoundTable[]> => db.selectFrom('round').selectAll().execute()

export const addRound = (db: Store, round: RoundTable) => db.insertInto('round').values(round).execute()

/** Somebody was outside the population: counted, not stored. */
export const countScreenedOut = (db: Store, survey: string) =>
  db
    .updateTable('survey')
    .set((row) => ({ screened_out: row('screened_out', '+', 1) }))
    .where('id', '=', survey)
    .execute()

export const addRegion = (db: Store, region: RegionTable) => db.insertInto('region').values(region).execute()

export const addEvaluation = (db: Store, evaluation: EvaluationTable) =>
  db.insertInto('evaluation').values(evaluation).execute()

export const changeSurveyState = (
  db: Store,
  id: string,
  change: Partial<Pick<SurveyTable, 'state' | 'closes_at' | 'settings'>>,
) => db.updateTable('survey').set(change).where('id', '=', id).execute()

/** Grows with every change of a quota's target or policy. */
export async function quotaRevision(db: Store, id: string): Promise<number> {
  const { quota_revision } = await db
    .selectFrom('survey')
    .select('quota_revision')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return quota_revision
}

/** Changes a quota, and tells everybody who holds older ones. */
export async function changeQuota(
  db: Store,
  { round, id }: { round: string; id: string },
  quota: string,
  change: Pick<QuotaTable, 'target' | 'policy' | 'tolerance'>,
): Promise<void> {
  await db
    .updateTable('quota')
    .set(change)
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('id', '=', quota)
    .execute()
  await db
    .updateTable('survey')
    .set((row) => ({ quota_revision: row('quota_revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
