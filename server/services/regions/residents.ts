import type { Context } from '../../context.ts'
import { findPublished } from '../published.ts'

/** Residents by the margin that a survey's score is calibrated to; null where there is no survey, or no margin. */
export async function residentsOf(context: Context, survey: string | null): Promise<number | null> {
  const published = survey === null ? undefined : await findPublished(context, survey)
  const [margin] = published?.design.margins ?? []
  return margin ? margin.counts.reduce((sum, { count }) => sum + count, 0) : null
}
