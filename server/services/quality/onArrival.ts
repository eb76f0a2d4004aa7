import { pointsOf, type QualityFlag } from '../../../scoring/subjective/quality/rules.ts'
import type { ResponseTable, Store } from '../../store/database.ts'
import { addMark } from '../../store/responses.ts'
import type { TraceTable } from '../../store/traces.ts'
import type { Published } from '../published.ts'
import type { Evidence } from './evidence.ts'

/** A response that the absolute rules exclude as it arrives. */
export interface ExcludedOnArrival {
  response: Pick<ResponseTable, 'round_id' | 'survey_id' | 'id'>
  flags: QualityFlag[]
  at: string
}

/** Why a rule excluded something, as it stands in the log: `quality: too-fast, attention`. */
export const reasonOf = (flags: readonly QualityFlag[]): string => `quality: ${flags.join(', ')}`

/** Whether flags together exclude a response by the survey's rules. */
export const excludes = ({ quality }: Pick<Published, 'quality'>, flags: Iterable<QualityFlag>): boolean =>
  quality !== undefined && pointsOf(quality, flags) >= quality.threshold

export async function markExcluded(db: Store, excluded: ExcludedOnArrival[]): Promise<void> {
  for (const { response, flags, at } of excluded) {
    await addMark(db, response, { kind: 'excluded', reason: reasonOf(flags), marked_by: null, marked_at: at })
  }
}

/** What is kept of how a response came. */
export const traceOf = (
  survey: Pick<Published, 'round' | 'id' | 'quality'>,
  id: string,
  { flags, ...evidence }: Evidence,
): TraceTable => ({
  round_id: survey.round,
  survey_id: survey.id,
  response_id: id,
  ...evidence,
  flags: flags.join(','),
  relative: '',
  points: survey.quality ? pointsOf(survey.quality, flags) : 0,
})
