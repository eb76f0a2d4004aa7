import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { addAudit } from '../../store/audit.ts'
import { cutReceipts, findRecord, isCutReceipt, linkedReceipts, putRecord, stripPeople } from '../../store/records.ts'
import { surveyIds } from '../../store/surveys.ts'
import { findPublished, type Published, stateAt } from '../published.ts'
import { recordOf, retentionOf } from './records.ts'

const atOnce = 500

/**
 * Takes identifiers away from every closed survey whose date for that has come: receipts, persons of host apps, the
 * office's references of invitations, interviewers, devices. Answers stay. What is interrupted is taken up again.
 */
export async function applyRetention(context: Context): Promise<void> {
  for (const id of await surveyIds(context.db)) {
    const survey = await findPublished(context, id)
    if (!survey || stateAt(survey, context.now()) !== 'closed') continue
    const { identifiersUntil, strippedAt } = await retentionOf(context.db, survey)
    if (strippedAt !== null || identifiersUntil === null || identifiersUntil > context.now().toISOString()) continue
    await strip(context, survey)
  }
}

async function strip({ db, now, log }: Context, survey: Published): Promise<void> {
  let receipts = 0
  for (let after = ''; ; ) {
    const rows = await linkedReceipts(db, survey, after, atOnce)
    if (rows.length === 0) break
    after = rows.at(-1)?.id ?? ''
    const ids = rows.map(({ id }) => id)
    const hashes = rows.map(({ receipt }) => receiptHash(receipt))
    await db.transaction().execute((transaction) => cutReceipts(transaction, survey, ids, hashes))
    receipts += rows.length
  }
  const at = now().toISOString()
  const stripped = await db.transaction().execute(async (transaction) => {
    const people = await stripPeople(transaction, survey)
    const content = JSON.stringify(await recordOf(transaction, survey.id))
    await putRecord(transaction, { survey_id: survey.id, content, stripped_at: at })
    const detail = { receipts, ...people, reason: 'the survey’s date for its identifiers has come' }
    await addAudit(transaction, {
      ...{ at, account: null, action: 'retention.strip', subject: `survey ${survey.id}`, detail },
    })
    return detail
  })
  log.info({ survey: survey.id, ...stripped }, 'identifiers were stripped')
}

const receiptHash = (receipt: string): string => createHash('sha256').update(receipt).digest('base64url')

/** Whether a receipt was genuine, and its link to the response is cut. */
export const wasCut = ({ db }: Pick<Context, 'db'>, receipt: string): Promise<boolean> =>
  isCutReceipt(db, receiptHash(receipt))

/** Whether the identifiers of a survey are gone. */
export const isStripped = async ({ db }: Pick<Context, 'db'>, survey: string): Promise<boolean> =>
  ((await findRecord(db, survey))?.stripped_at ?? null) !== null
