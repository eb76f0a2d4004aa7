import { Problem } from '../../http/problem.ts'
import type { FrozenResult } from '../../shapes/evaluation.ts'
import type { Store } from '../../store/database.ts'
import { findResult } from '../../store/results.ts'
import { listSteps } from '../../store/steps.ts'
import { decisionsOf } from './decisionList.ts'

/** A result as it was frozen. @throws {Problem} `not-found` */
export async function frozenResult(db: Store, evaluation: string, version: number): Promise<FrozenResult> {
  const row = await findResult(db, evaluation, version)
  if (!row) throw new Problem('not-found')
  const publication = (await listSteps(db, evaluation)).find(
    ({ action, result_version }) => action === 'publish' && result_version === version,
  )
  const content: FrozenResult = {
    ...{ participation: null, departments: null, importance: null },
    ...JSON.parse(row.content),
  }
  return {
    ...content,
    decisions: (await decisionsOf(db, evaluation)).filter(({ at }) => !publication || at <= publication.at),
    version,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
    contentHash: row.content_hash,
  }
}
