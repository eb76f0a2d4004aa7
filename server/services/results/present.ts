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

interface Kept {
  /** Versions of everything that went in. */
  versions: string
  result: RegionResult | null
}

const kept = new WeakMap<Context['changes'], Map<string, Kept>>()

/**
 * The results of many regions as of now, by evaluation; null where the data have errors. Each is worked out once for
 * every version of its facts, scores and answers.
 */
export async function presentResults(
  context: Context,
  evaluations: readonly Pick<EvaluationSummary, 'id' | 'scheme' | 'survey'>[],
): Promise<Map<string, RegionResult | null>> {
  const known = kept.get(context.changes) ?? new Map<string, Kept>()
  kept.set(context.changes, known)
  const inputs = await inputVersionsOf(context.db)
  const results = new Map<string, RegionResult | null>()
  for (const { id, scheme, survey } of evaluations) {
    const versions = JSON.stringify([inputs.get(id) ?? [], await tallyVersion(context, survey)])
    const before = known.get(id)
    if (before?.versions !== versions) {
      const estimate = survey === null ? null : await scoreOf(context, survey)
      const data = regionData(rowsOf(await currentInputs(context.db, id)), estimate)
      const { result } = scoreRegion(schemes[scheme], data, { normalizeShares: false })
      known.set(id, { versions, result })
      // Who asks for something else meanwhile is answered.
      await setImmediate()
    }
    results.set(id, known.get(id)?.result ?? null)
  }
  return results
}

async function tallyVersion(context: Context, survey: string | null): Promise<number | null> {
  const published = survey === null ? undefined : await findPublished(context, survey)
  return published ? (await versionsOf(context, published)).version : null
}
