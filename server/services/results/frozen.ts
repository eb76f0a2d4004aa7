import { Problem } from '../../http/problem.ts'
import type { FrozenResult } from '../../shapes/evaluation.ts'
import type { Store } from '../../store/database.ts'
import { findResult } from '../../store/results.ts'

/** A result as it was frozen. @throws {Problem} `not-found` */
export async function frozenResult(db: Store, evaluation: string, version: number): Promise<FrozenResult> {
  const row = await findResult(db, evaluation, version)
  if (!row) throw new Problem('not-found')
  return {
    ...JSON.parse(row.content),
    version,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
    contentHash: row.content_hash,
  }
}
