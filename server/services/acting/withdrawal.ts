import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { addAudit } from '../../store/audit.ts'
import type { Published } from '../published.ts'
import { receiptStatus, withdraw } from '../receipts.ts'

export interface WithdrawalAnswer {
  /** What the person who asked was told: erased, or refused. */
  answer: 'erase' | 'refuse'
  /** The receipt's code; only with it can anybody know which response it was. */
  receipt?: string | undefined
  /** How they asked, or why it cannot be done. */
  reason: string
}

/**
 * Answers somebody who asks that their response be withdrawn: erases it by its receipt, or notes why that is refused.
 * The receipt itself is not logged.
 * @throws {Problem} `not-found` where the receipt is not of this survey; `too-late` once the link is cut or the result out
 */
export async function answerWithdrawal(
  context: Context,
  { id }: Published,
  { answer, receipt = '', reason, account }: WithdrawalAnswer & { account: string },
): Promise<void> {
  if (answer === 'erase') {
    const { survey } = await receiptStatus(context, receipt)
    if (survey !== id) throw new Problem('not-found')
    return withdraw(context, receipt, { account, reason })
  }
  await context.db.transaction().execute((transaction) =>
    addAudit(transaction, {
      at: context.now().toISOString(),
      account,
      action: 'response.refuse-withdrawal',
      subject: `survey ${id}`,
      detail: { reason },
    }),
  )
}
