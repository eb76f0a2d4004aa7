import type { Change, Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { addAudit } from '../store/audit.ts'
import type { ResponseTable, Store } from '../store/database.ts'
import { addMark, findResponse, newestMark } from '../store/responses.ts'
import { countedOf, promoteWaiting } from './places/promote.ts'
import { reoccupy, vacate } from './places/vacate.ts'
import { type Published, withCurrentQuotas } from './published.ts'

/** Who excludes or restores a response, and why; account null: a rule of the survey. */
export interface Verdict {
  account: string | null
  reason: string
}

/**
 * Excludes a response: it counts no longer, its seats go to those who wait. Excluding again changes nothing.
 * @throws {Problem} `not-found`, `withdrawn`
 */
export async function exclude(context: Context, survey: Published, id: string, verdict: Verdict): Promise<void> {
  const at = context.now().toISOString()
  const told = await context.db
    .transaction()
    .execute((transaction) => excludeWithin(transaction, survey, id, { ...verdict, at }))
  for (const change of told) context.changes.tell(change)
}

/** The same inside a transaction; gives what is to be told after its commit. */
export async function excludeWithin(
  db: Store,
  given: Published,
  id: string,
  verdict: Verdict & { at: string },
): Promise<Change[]> {
  const survey = await withCurrentQuotas(db, given)
  const response = await standing(db, survey, id)
  if ((await newestMark(db, response))?.kind === 'excluded') return []
  await mark(db, survey, response, 'excluded', verdict)
  return response.outcome === 'counted' ? vacate(db, survey, response, verdict.at) : [other(survey)]
}

/** What became of the quotas when a response was restored. */
export interface Restored {
  /** Quotas that have more than their ceiling now. */
  above: string[]
}

/**
 * Restores an excluded response: it takes its seats again, even above the target; one that was over quota waits again.
 * @throws {Problem} `not-found`, `withdrawn`
 */
export async function restore(context: Context, survey: Published, id: string, verdict: Verdict): Promise<Restored> {
  const at = context.now().toISOString()
  const { above, told } = await context.db
    .transaction()
    .execute((transaction) => restoreWithin(transaction, survey, id, { ...verdict, at }))
  for (const change of told) context.changes.tell(change)
  return { above }
}

/** The same inside a transaction; `told` is to be told after its commit. */
export async function restoreWithin(
  db: Store,
  given: Published,
  id: string,
  verdict: Verdict & { at: string },
): Promise<Restored & { told: Change[] }> {
  const survey = await withCurrentQuotas(db, given)
  const response = await standing(db, survey, id)
  if ((await newestMark(db, response))?.kind !== 'excluded') return { above: [], told: [] }
  const counts = response.outcome === 'counted'
  const above = counts ? await reoccupy(db, survey, response) : []
  await mark(db, survey, response, 'restored', verdict, above)
  const counted = counts ? [countedOf(response)] : await promoteWaiting(db, survey, verdict.at)
  const added = counted.map((one): Change => ({ kind: 'added', response: one }))
  return { above, told: added.length > 0 ? added : [other(survey)] }
}

const other = ({ id }: Published): Change => ({ kind: 'other', survey: id })

async function standing(db: Store, survey: Published, id: string): Promise<ResponseTable> {
  const response = await findResponse(db, survey, id)
  if (!response) throw new Problem('not-found')
  if (response.answers === null) throw new Problem('withdrawn')
  return response
}

async function mark(
  db: Store,
  survey: Published,
  response: ResponseTable,
  kind: 'excluded' | 'restored',
  { account, reason, at }: Verdict & { at: string },
  above: string[] = [],
): Promise<void> {
  await addMark(db, response, { kind, reason, marked_by: account, marked_at: at })
  await addAudit(db, {
    at,
    account,
    action: kind === 'excluded' ? 'response.exclude' : 'response.restore',
    subject: `survey ${survey.id}`,
    detail: { response: response.id, reason, ...(above.length > 0 && { above }) },
  })
}
