import type { Context } from '../../context.ts'
import type { EvaluationSummary, RegionResult, ResultDocument } from '../../shapes/evaluation.ts'
import { findResult, newestVersions } from '../../store/results.ts'
import { presentResults } from './present.ts'

export interface NewestResult {
  /** null: as of now, as nothing is frozen yet. */
  version: number | null
  /** null where the data have errors. */
  result: RegionResult | null
}

const kept = new WeakMap<Context['changes'], Map<string, NewestResult>>()

/**
 * The newest frozen result of each evaluation, that as of now where nothing is frozen yet. A frozen one is read once, the
 * others are worked out once for every version of their data.
 */
export async function newestResults(
  context: Context,
  evaluations: readonly Pick<EvaluationSummary, 'id' | 'scheme' | 'survey'>[],
): Promise<Map<string, NewestResult>> {
  const known = kept.get(context.changes) ?? new Map<string, NewestResult>()
  kept.set(context.changes, known)
  const versions = await newestVersions(context.db)
  const results = new Map<string, NewestResult>()
  for (const { id } of evaluations) {
    const version = versions.get(id)
    if (version === undefined) continue
    if (known.get(id)?.version !== version) known.set(id, await read(context, id, version))
    results.set(id, known.get(id) ?? { version, result: null })
  }
  const others = evaluations.filter(({ id }) => !results.has(id))
  for (const [id, result] of await presentResults(context, others)) results.set(id, { version: null, result })
  return results
}

async function read({ db }: Context, id: string, version: number): Promise<NewestResult> {
  const row = await findResult(db, id, version)
  if (!row) throw new Error(`version ${version} of the result of ${id} is gone`)
  const { regions }: ResultDocument = JSON.parse(row.content)
  return { version, result: regions[0]?.result ?? null }
}
