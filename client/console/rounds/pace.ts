import type { RoundRow } from '../../../server/shapes/round.ts'

export type PaceMark = 'behind' | 'fine' | 'done'

/** From so much less of the sample than of the time on, a survey is behind. */
const behindBy = 0.1

/** How a survey comes along: its share of the sample against the share of its time; null where nothing can be said. */
export function paceOf(survey: RoundRow['survey'], now: number): PaceMark | null {
  if (!survey || survey.target === null || survey.target === 0) return null
  const share = survey.accepted / survey.target
  if (share >= 1) return 'done'
  if (survey.opensAt === null || survey.closesAt === null) return null
  const [from, until] = [Date.parse(survey.opensAt), Date.parse(survey.closesAt)]
  if (now <= from) return null
  const passed = Math.min(1, (now - from) / (until - from))
  return passed - share > behindBy ? 'behind' : 'fine'
}
