import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { QuotaChange, QuotaStatus } from '../../shapes/monitor.ts'
import { addAudit } from '../../store/audit.ts'
import type { Store } from '../../store/database.ts'
import { quotasOf } from '../../store/fieldwork.ts'
import * as store from '../../store/surveys.ts'
import { quotaStatus } from '../monitor/quotas.ts'
import { promoteWaiting } from '../places/promote.ts'
import { ceilingOf } from '../places/seats.ts'
import { forgetPublished, type Published, stateAt, withCurrentQuotas } from '../published.ts'

/** What became of a quota, and of those who waited for a seat in it. */
export interface QuotaChanged {
  quota: QuotaStatus
  /** Responses over quota that count from now on. */
  promoted: number
}

type QuotaRow = Awaited<ReturnType<typeof quotasOf>>[number]

/**
 * Changes a quota's target, policy or tolerance while the survey runs, never below what is taken, nor below what is taken
 * and held where there is a ceiling: who holds a place keeps it. Answers that waited count at once where there is room.
 * @throws {Problem} `not-found`; `conflict` once the survey has closed; `invalid` with the fewest that the target may be
 */
export async function changeQuota(
  context: Context,
  survey: Published,
  id: string,
  { reason, account, ...change }: QuotaChange & { account: string },
): Promise<QuotaChanged> {
  if (stateAt(survey, context.now()) === 'closed') throw new Problem('conflict', { detail: closed })
  const at = context.now().toISOString()
  const { changed, promoted } = await context.db.transaction().execute(async (transaction) => {
    const before = await quotaRow(transaction, survey, id)
    const { target, policy, tolerance } = before
    const after = {
      target: change.target ?? target,
      policy: change.policy ?? policy,
      tolerance: change.tolerance ?? tolerance,
    }
    refuseBelow(before, after)
    await store.changeQuota(transaction, survey, id, after)
    const promoted = await promoteWaiting(transaction, await withCurrentQuotas(transaction, survey), at)
    await addAudit(transaction, {
      at,
      account,
      action: 'quota.change',
      subject: `survey ${survey.id}`,
      detail: { quota: id, from: { target, policy, tolerance }, to: after, reason, promoted: promoted.length },
    })
    return { changed: await quotaRow(transaction, survey, id), promoted }
  })
  forgetPublished(context, survey.id)
  for (const response of promoted) context.changes.tell({ kind: 'added', response })
  context.changes.tell({ kind: 'other', survey: survey.id })
  return { quota: quotaStatus(changed, survey.design.variables), promoted: promoted.length }
}

async function quotaRow(db: Store, survey: Published, id: string): Promise<QuotaRow> {
  const row = (await quotasOf(db, survey)).find((quota) => quota.id === id)
  if (!row) throw new Problem('not-found')
  return row
}

function refuseBelow(before: QuotaRow, after: Pick<QuotaRow, 'target' | 'policy' | 'tolerance'>): void {
  const { taken, held } = before
  const ceiling = ceilingOf({ ...before, ...after, variables: [], categories: [] })
  const leftAsItIs = ceiling === undefined && after.target === before.target
  if (after.target < taken && !leftAsItIs) refuse('body.target', tooLow(taken))
  if (ceiling !== undefined && ceiling < taken + held) refuse('body.target', noRoom(taken, held))
}

function refuse(path: string, message: Text): never {
  throw new Problem('invalid', { detail: message, errors: [{ path, code: 'too_small', message }] })
}

const tooLow = (taken: number): Text => ({
  zh: `已收 ${taken} 份，目标不能低于 ${taken}。`,
  en: `${taken} are taken: the target cannot be below ${taken}.`,
})

const noRoom = (taken: number, held: number): Text => ({
  zh: `已收 ${taken} 份，另有 ${held} 人正在作答；上限至少为 ${taken + held}。请提高目标或允许的超出比例，或稍候再试。`,
  en: `${taken} are taken and ${held} are answering: the ceiling must be at least ${taken + held}. Raise the target or the tolerance, or wait.`,
})

const closed = { zh: '调查已结束，配额不能再改。', en: 'The survey has closed: its quotas stay as they are.' }
