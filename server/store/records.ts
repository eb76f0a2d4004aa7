import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

export interface SurveyRecordTable {
  survey_id: string
  /** JSON of SurveyRecord. */
  content: string
  /** When the retention job took the identifiers away; null: not yet. */
  stripped_at: string | null
}

/** A receipt whose link to its response is cut: that it was genuine is all that is known. */
export interface CutReceiptTable {
  receipt_hash: string
}

export const findRecord = (db: Store, survey: string): Promise<SurveyRecordTable | undefined> =>
  db.selectFrom('survey_record').selectAll().where('survey_id', '=', survey).executeTakeFirst()

export const putRecord = (db: Store, row: SurveyRecordTable) =>
  db
    .insertInto('survey_record')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('survey_id').doUpdateSet({ content: row.content, stripped_at: row.stripped_at }),
    )
    .execute()

/** Receipts of a survey that still lead to their responses, some at a time in the order of the ids. */
export const linkedReceipts = (db: Store, { round, id }: SurveyKey, after: string, limit: number) =>
  db
    .selectFrom('response')
    .select(['id', 'receipt'])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('id', '>', after)
    .where('receipt', '!=', '')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Cuts receipts from their responses; that they were genuine stays known by their hashes. */
export async function cutReceipts(db: Store, { round, id }: SurveyKey, ids: string[], hashes: string[]): Promise<void> {
  await db
    .insertInto('cut_receipt')
    .values(hashes.map((receipt_hash) => ({ receipt_hash })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .updateTable('response')
    .set({ receipt: '' })
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('id', 'in', ids)
    .execute()
}

export async function isCutReceipt(db: Store, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('cut_receipt')
    .select('receipt_hash')
    .where('receipt_hash', '=', hash)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes away whatever else might lead to somebody; gives how many rows of each kind there were. */
export async function stripPeople(db: Store, { round, id }: SurveyKey): Promise<Record<string, number>> {
  const persons = await db
    .deleteFrom('person')
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .executeTakeFirst()
  const references = await db
    .updateTable('invitation')
    .set({ reference: '', response_id: null })
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where(({ or, eb }) => or([eb('reference', '!=', ''), eb('response_id', 'is not', null)]))
    .executeTakeFirst()
  const drafts = await db
    .deleteFrom('draft')
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .executeTakeFirst()
  const places = await db
    .updateTable('place')
    .set({ device: null })
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('device', 'is not', null)
    .executeTakeFirst()
  const traces = await db
    .updateTable('trace')
    .set({ device: null, network: null, interviewer: null })
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where(({ or, eb }) =>
      or([eb('device', 'is not', null), eb('network', 'is not', null), eb('interviewer', 'is not', null)]),
    )
    .executeTakeFirst()
  return {
    persons: Number(persons.numDeletedRows),
    references: Number(references.numUpdatedRows),
    drafts: Number(drafts.numDeletedRows),
    devices: Number(places.numUpdatedRows),
    traces: Number(traces.numUpdatedRows),
  }
}
