import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** Invitations that were made together, e.g. for one drawn sample. */
export interface InvitationBatchTable {
  round_id: string
  survey_id: string
  id: string
  label: string
  made_by: string
  made_at: string
}

/** A single-use code, of which only the keyed hash is kept. */
export interface InvitationTable {
  round_id: string
  survey_id: string
  code_hash: string
  batch: string
  /** The office's own number for the person or address; empty where it has none. */
  reference: string
  /** Category of the design's stratum variable, empty where there is none. */
  stratum: string
  base_weight: number
  /** AAPOR code of what came of it. */
  disposition: string
  used: number
  /** Cut at closing. */
  response_id: string | null
}

const invitationsOf = (db: Store, { round, id }: SurveyKey) =>
  db.selectFrom('invitation').where('round_id', '=', round).where('survey_id', '=', id)

const changed = (db: Store, { round, id }: SurveyKey, codeHash: string) =>
  db
    .updateTable('invitation')
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('code_hash', '=', codeHash)

export const addBatch = (db: Store, batch: InvitationBatchTable) =>
  db.insertInto('invitation_batch').values(batch).execute()

/** The same where a batch of that id may be there already. */
export const joinBatch = (db: Store, batch: InvitationBatchTable) =>
  db
    .insertInto('invitation_batch')
    .values(batch)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

const atOnce = 200

export async function addInvitations(db: Store, rows: InvitationTable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await db
      .insertInto('invitation')
      .values(rows.slice(from, from + atOnce))
      .execute()
  }
}

export const findInvitation = (db: Store, survey: SurveyKey, codeHash: string): Promise<InvitationTable | undefined> =>
  invitationsOf(db, survey).selectAll().where('code_hash', '=', codeHash).executeTakeFirst()

/** Those of some codes that there are, by the hash of the code. */
export async function findInvitations(
  db: Store,
  survey: SurveyKey,
  codeHashes: string[],
): Promise<Map<string, InvitationTable>> {
  const found = new Map<string, InvitationTable>()
  for (let from = 0; from < codeHashes.length; from += atOnce) {
    const some = codeHashes.slice(from, from + atOnce)
    const rows = await invitationsOf(db, survey).selectAll().where('code_hash', 'in', some).execute()
    for (const row of rows) found.set(row.code_hash, row)
  }
  return found
}

/** Uses a code for a response; false where it was used before. */
export async function spendInvitation(
  db: Store,
  survey: SurveyKey,
  codeHash: string,
  { response, disposition }: { response: string; disposition: string },
): Promise<boolean> {
  const { numUpdatedRows } = await changed(db, survey, codeHash)
    .set({ used: 1, response_id: response, disposition })
    .where('used', '=', 0)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A code whose answer was not taken after all may be used again. */
export const freeInvitation = (db: Store, survey: SurveyKey, codeHash: string, disposition: string) =>
  changed(db, survey, codeHash).set({ used: 0, response_id: null, disposition }).execute()

/** Notes what came of an invitation that has not been used; false where it has. */
export async function noteDisposition(
  db: Store,
  survey: SurveyKey,
  codeHash: string,
  disposition: string,
): Promise<boolean> {
  const { numUpdatedRows } = await changed(db, survey, codeHash)
    .set({ disposition })
    .where('used', '=', 0)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How many of each batch came to what. */
export const dispositionsOf = (db: Store, survey: SurveyKey) =>
  db
    .selectFrom('invitation_batch')
    .leftJoin('invitation', (join) =>
      join
        .onRef('invitation.round_id', '=', 'invitation_batch.round_id')
        .onRef('invitation.survey_id', '=', 'invitation_batch.survey_id')
        .onRef('invitation.batch', '=', 'invitation_batch.id'),
    )
    .select(({ fn }) => [
      'invitation_batch.id',
      'invitation_batch.label',
      'invitation_batch.made_at as madeAt',
      'invitation.disposition',
      fn.count<number>('invitation.code_hash').as('invitations'),
    ])
    .where('invitation_batch.round_id', '=', survey.round)
    .where('invitation_batch.survey_id', '=', survey.id)
    .groupBy(['invitation_batch.id', 'invitation_batch.label', 'invitation_batch.made_at', 'invitation.disposition'])
    .orderBy('invitation_batch.made_at')
    .orderBy('invitation_batch.id')
    .execute()

/** Its owner has withdrawn the response that came of a code, if it is still known which that was. */
export const noteWithdrawal = (db: Store, { round, id }: SurveyKey, response: string, disposition: string) =>
  db
    .updateTable('invitation')
    .set({ disposition })
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('response_id', '=', response)
    .execute()

/** Notes what came of the codes by which some responses came, as far as it is still known which these were. */
export async function setDispositions(db: Store, { round, id }: SurveyKey, responses: string[], disposition: string) {
  for (let from = 0; from < responses.length; from += atOnce) {
    await db
      .updateTable('invitation')
      .set({ disposition })
      .where('round_id', '=', round)
      .where('survey_id', '=', id)
      .where('response_id', 'in', responses.slice(from, from + atOnce))
      .execute()
  }
}

/** The batch and the noted outcome of each code by which one of some responses came. */
export async function usedFor(
  db: Store,
  survey: SurveyKey,
  responses: string[],
): Promise<Pick<InvitationTable, 'batch' | 'disposition'>[]> {
  const used = []
  for (let from = 0; from < responses.length; from += atOnce) {
    const some = responses.slice(from, from + atOnce)
    const query = invitationsOf(db, survey).select(['batch', 'disposition']).where('response_id', 'in', some)
    used.push(...(await query.execute()))
  }
  return used
}

/** How many codes were used and came to this in the end. */
export async function countUsed(db: Store, survey: SurveyKey, disposition: string): Promise<number> {
  const { used } = await invitationsOf(db, survey)
    .select(({ fn }) => fn.countAll<number>().as('used'))
    .where('used', '=', 1)
    .where('disposition', '=', disposition)
    .executeTakeFirstOrThrow()
  return Number(used)
}

/** Cuts every link from a code to its response, or the link to one response. */
export const cutInvitations = (db: Store, { round, id }: SurveyKey, response?: string) =>
  db
    .updateTable('invitation')
    .set({ response_id: null })
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('response_id', 'is not', null)
    .$if(response !== undefined, (query) => query.where('response_id', '=', response ?? ''))
    .execute()

export const batchExists = async (db: Store, { round, id }: SurveyKey, batch: string): Promise<boolean> =>
  (await db
    .selectFrom('invitation_batch')
    .select('id')
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('id', '=', batch)
    .executeTakeFirst()) !== undefined

/** Invitations of a batch that were not used and came to one of these, by reference. */
export const unanswered = (db: Store, survey: SurveyKey, batch: string, dispositions: string[]) =>
  invitationsOf(db, survey)
    .select(['reference', 'stratum', 'disposition'])
    .where('batch', '=', batch)
    .where('used', '=', 0)
    .where('disposition', 'in', dispositions)
    .orderBy('reference')
    .execute()
