import { setImmediate } from 'node:timers/promises'
import { scoreRegion } from '../../../scoring/result/total.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Context } from '../../context.ts'
import type { EvaluationSummary, RegionResult } from '../../shapes/evaluation.ts'
import { inputVersionsOf } from '../../store/inputs.ts'
import { currentInputs, regionData, rowsOf } from '../evaluations/inputs.ts'
import { findPublished } from '../published.ts'
import { versionsOf } from '../tally/live.ts'
import { scoreOf } from '../tally/score.ts'

export interface PresentResult {
  /** null where the data have errors. */
  result: RegionResult | null
  /** By which rule its survey score came about; null: no survey of Tiyan's own. */
  rule: string | null
}

interface Kept extends PresentResult {
  /** Versions of everything that went in. */
  versions: string
}

const kept = new WeakMap<Context['changes'], Map<string, Kept>>()

/**
 * The results of many regions as of now, by evaluation. Each is worked out once for every version of its facts, scores
 * and answers.
 */
export async function presentResults(
  context: Context,
  evaluations: readonly Pick<EvaluationSummary, 'id' | 'scheme' | 'survey'>[],
): Promise<Map<string, PresentResult>> {
  const known = kept.get(context.changes) ?? new Map<string, Kept>()
  kept.set(context.changes, known)
  const inputs = await inputVersionsOf(context.db)
  const results = new Map<string, PresentResult>()
  for (const { id, scheme, survey } of evaluations) {
    const versions = JSON.stringify([inputs.get(id) ?? [], await tallyVersion(context, survey)])
    let found = known.get(id)
    if (found?.versions !== versions) {
      const estimate = survey === null ? null : await scoreOf(context, survey)
      const data = regionData(rowsOf(await currentInputs(context.db, id)), estimate)
      const { result } = scoreRegion(schemes[scheme], data, { normalizeShares: false })
      found = { versions, result, rule: estimate?.rule ?? null }
      known.set(id, found)
      // Who asks for something else meanwhile is answered.
      await setImmediate()
    }
    results.set(id, found)
  }
  return results
}

async function tallyVersion(context: Context, survey: string | null): Promise<number | null> {
  const published = survey === null ? undefined : await findPublished(context, survey)
  return published ? (await versionsOf(context, published)).version : null
}
