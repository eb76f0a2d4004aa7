import type { Context } from '../../context.ts'
import type { EvaluationSummary, ResultDocument, ResultOptions } from '../../shapes/evaluation.ts'
import { findResult, newestVersions } from '../../store/results.ts'
import { type PresentResult, presentResults } from './present.ts'

export interface NewestResult extends PresentResult {
  /** null: as of now, as nothing is frozen yet. */
  version: number | null
  options: ResultOptions
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
    const before = known.get(id)
    const found = before?.version === version ? before : await read(context, id, version)
    known.set(id, found)
    results.set(id, found)
  }
  const others = evaluations.filter(({ id }) => !results.has(id))
  for (const [id, { result, rule }] of await presentResults(context, others))
    results.set(id, { version: null, options: { normalizeShares: false }, result, rule })
  return results
}

async function read({ db }: Context, id: string, version: number): Promise<NewestResult> {
  const row = await findResult(db, id, version)
  if (!row) throw new Error(`version ${version} of the result of ${id} is gone`)
  const { regions, options }: ResultDocument = JSON.parse(row.content)
  const [region] = regions
  return { version, options, result: region?.result ?? null, rule: region?.survey?.rule ?? null }
}
