import type { Context } from '../../context.ts'
import type { ResultDocument, ResultVersion } from '../../shapes/evaluation.ts'
import { resultsOf } from '../../store/results.ts'
import { listSteps } from '../../store/steps.ts'

/** The frozen results of an evaluation, the newest first. */
export async function versionsOf({ db }: Pick<Context, 'db'>, evaluation: string): Promise<ResultVersion[]> {
  const steps = await listSteps(db, evaluation)
  return (await resultsOf(db, evaluation)).map(({ version, content, content_hash, frozen_at, frozen_by }) => {
    const { regions }: ResultDocument = JSON.parse(content)
    const computed = steps.findIndex(({ action, result_version }) => action === 'compute' && result_version === version)
    const published = steps.find(({ action, result_version }) => action === 'publish' && result_version === version)
    // The newest first: what comes behind in the list was done before.
    const correction = computed < 0 ? undefined : steps.slice(computed).find(({ action }) => action === 'correct')
    return {
      ...{ version, frozenAt: frozen_at, frozenBy: frozen_by, contentHash: content_hash },
      total: regions[0]?.result?.total ?? null,
      published: published ? { at: published.at, by: published.account, remark: published.remark } : null,
      reason: correction?.remark ?? null,
    }
  })
}
