import type { Context } from '../../context.ts'
import { boundAfter } from '../../store/browse.ts'
import { surveyIds } from '../../store/surveys.ts'
import { findPublished, stateAt } from '../published.ts'
import { fieldTallyFor } from './live.ts'

/** What has fewer is counted as fast as it is asked for. */
const fewest = 50_000

/**
 * Counts the large surveys in the field after a start, one after another, so that whoever looks first need not wait.
 */
export function countLargeSurveys(context: Context): { stop: () => Promise<void> } {
  let stopped = false
  const counted = count().catch((error: unknown) => context.log.warn({ err: error }, 'large surveys were not counted'))
  async function count() {
    for (const id of await surveyIds(context.db)) {
      const survey = await findPublished(context, id)
      if (stopped || !survey || !['open', 'paused'].includes(stateAt(survey, context.now()))) continue
      if ((await boundAfter(context.db, survey, '', fewest)) !== null) await fieldTallyFor(context, survey)
    }
  }
  return {
    stop: async () => {
      stopped = true
      await counted
    },
  }
}
