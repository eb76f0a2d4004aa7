import type { Context } from '../../context.ts'
import type { FrozenResult, ResultDocument } from '../../shapes/evaluation.ts'
import { computeResult } from './compute.ts'
import { frozenResult } from './frozen.ts'

export interface WhichResult {
  version?: number | undefined
  normalizeShares?: 'true' | 'false' | undefined
}

/**
 * A frozen result where a version is named, else the one as of now.
 * @throws {Problem} `not-found`
 */
export const findResult = (
  context: Context,
  evaluation: string,
  { version, normalizeShares }: WhichResult,
): Promise<ResultDocument | FrozenResult> =>
  version === undefined
    ? computeResult(context, evaluation, { normalizeShares: normalizeShares === 'true' })
    : frozenResult(context.db, evaluation, version)
