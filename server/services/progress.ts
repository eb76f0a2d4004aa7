import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { ProgressEvent } from '../shapes/survey.ts'
import type { DeviceKind } from '../shapes/watching.ts'
import { countOpening } from '../store/openings.ts'
import { countProgress } from '../store/progress.ts'
import { findPublished } from './published.ts'

/** Counts how far a visit came; the visit itself is not kept. @throws {Problem} `not-found` */
export async function noteProgress(
  context: Context,
  survey: string,
  { event, page }: { event: ProgressEvent | 'opened'; page: number },
): Promise<void> {
  const published = await findPublished(context, survey)
  if (!published) throw new Problem('not-found')
  const day = context.now().toISOString().slice(0, 10)
  await countProgress(context.db, { round_id: published.round, survey_id: survey, day, event, page })
}

/** Counts on what kind of device the page was opened. @throws {Problem} `not-found` */
export async function noteOpening(context: Context, survey: string, device: DeviceKind): Promise<void> {
  const published = await findPublished(context, survey)
  if (!published) throw new Problem('not-found')
  const day = context.now().toISOString().slice(0, 10)
  await countOpening(context.db, { round_id: published.round, survey_id: survey, day, device })
}
