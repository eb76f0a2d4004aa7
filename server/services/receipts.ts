import type { Change, Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { ReceiptState, ReceiptStatus } from '../shapes/survey.ts'
import { addAudit } from '../store/audit.ts'
import { removeCommentNotes } from '../store/comments.ts'
import type { ResponseTable } from '../store/database.ts'
import { findEvaluation } from '../store/evaluations.ts'
import { cutInvitations, noteWithdrawal } from '../store/invitations.ts'
import { addMark, eraseAnswers, findByReceipt, newestMark } from '../store/responses.ts'
import { removeTrace } from '../store/traces.ts'
import { normalReceipt } from './collect/receipt.ts'
import { vacate } from './places/vacate.ts'
import { findPublished, withCurrentQuotas } from './published.ts'
import { retentionOf } from './records/records.ts'
import { wasCut } from './records/retention.ts'

/** Who withdrew a response at its owner's wish; account null: its owner. */
export interface Asked {
  account: string | null
  reason: string
}

const nobody: Asked = { account: null, reason: 'by its owner' }

/** What became of the response that a receipt stands for; never an answer. */
export async function receiptStatus({ db }: Context, receipt: string): Promise<ReceiptStatus> {
  const response = await findByReceipt(db, normalReceipt(receipt))
  if (!response) throw new Problem('not-found')
  const mark = await newestMark(db, response)
  return { survey: response.survey_id, received: response.received_at, state: stateOf(response, mark?.kind) }
}

function stateOf({ answers, outcome }: ResponseTable, mark: string | undefined): ReceiptState {
  if (answers === null) return 'withdrawn'
  if (mark === 'excluded') return 'excluded'
  return outcome
}

/**
 * Withdraws a response: its answers are erased, its seats go back, a stone (id, cell, time) stays.
 * Withdrawing again changes nothing.
 * @param asked where its owner asked somebody to do it: who that was, and how they asked
 * @throws {Problem} `not-found`, `too-late`
 */
export async function withdraw(context: Context, receipt: string, asked: Asked = nobody): Promise<void> {
  const { db, now, changes } = context
  const found = await findByReceipt(db, normalReceipt(receipt))
  const survey = found && (await findPublished(context, found.survey_id))
  if (!found || !survey) throw new Problem((await wasCut(context, normalReceipt(receipt))) ? 'too-late' : 'not-found')
  const evaluation = await findEvaluation(db, survey.evaluation)
  const at = now().toISOString()
  const { identifiersUntil } = await retentionOf(db, survey)
  if (evaluation?.state === 'published' || (identifiersUntil ?? at) < at) throw new Problem('too-late')

  const told = await db.transaction().execute(async (transaction): Promise<Change[]> => {
    const response = await findByReceipt(transaction, found.receipt)
    if (!response || response.answers === null) return []
    const mark = await newestMark(transaction, response)
    await addMark(transaction, response, {
      kind: 'withdrawn',
      reason: asked.reason,
      marked_by: asked.account,
      marked_at: at,
    })
    await eraseAnswers(transaction, response)
    await removeTrace(transaction, survey, response.id)
    await removeCommentNotes(transaction, survey, response.id)
    await noteWithdrawal(transaction, survey, response.id, '2.111')
    await cutInvitations(transaction, survey, response.id)
    await addAudit(transaction, {
      at,
      account: asked.account,
      action: 'response.withdraw',
      subject: `survey ${survey.id}`,
      detail: { response: response.id, ...(asked.account !== null && { reason: asked.reason }) },
    })
    const counted = response.outcome === 'counted' && mark?.kind !== 'excluded'
    if (!counted) return [{ kind: 'other', survey: survey.id }]
    return vacate(transaction, await withCurrentQuotas(transaction, survey), response, at)
  })
  for (const change of told) changes.tell(change)
}
