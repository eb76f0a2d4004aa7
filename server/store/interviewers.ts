import type { Store } from './database.ts'

/** That an account asks the questions of a survey. */
export interface InterviewerTable {
  survey_id: string
  account: string
  since: string
}

export const interviewersOf = (db: Store, survey: string): Promise<InterviewerTable[]> =>
  db.selectFrom('interviewer').selectAll().where('survey_id', '=', survey).orderBy('account').execute()

/** Ids of the surveys that an account works for. */
export async function surveysOfInterviewer(db: Store, account: string): Promise<string[]> {
  const rows = await db
    .selectFrom('interviewer')
    .select('survey_id')
    .where('account', '=', account)
    .orderBy('survey_id')
    .execute()
  return rows.map(({ survey_id }) => survey_id)
}

export const addInterviewer = (db: Store, row: InterviewerTable) =>
  db
    .insertInto('interviewer')
    .values(row)
    .onConflict((conflict) => conflict.columns(['survey_id', 'account']).doNothing())
    .execute()

export const removeInterviewer = (db: Store, survey: string, account: string) =>
  db.deleteFrom('interviewer').where('survey_id', '=', survey).where('account', '=', account).execute()

/** Accounts that hold the role of an interviewer for a region and are not disabled. */
export async function possibleInterviewers(db: Store, region: string): Promise<string[]> {
  const rows = await db
    .selectFrom('account_role')
    .innerJoin('account', 'account.name', 'account_role.account')
    .select('account.name')
    .distinct()
    .where('account_role.role', '=', 'interviewer')
    .where('account_role.region', 'in', [region, '*'])
    .where('account.disabled', '=', 0)
    .orderBy('account.name')
    .execute()
  return rows.map(({ name }) => name)
}
