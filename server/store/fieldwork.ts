import { sql } from 'kysely'
import type { MarkKind, ResponseTable, Store } from './database.ts'

export interface SurveyKey {
  round: string
  id: string
}

/** What is exported of a response in the score; with what was answered, as it is stored, where that is asked for. */
export type ExportedResponse = Pick<ResponseTable, 'id' | 'cell' | 'base_weight' | 'channel'> & {
  codes: string
  answers?: string | null
}

/**
 * Responses that were taken in as counted, in the order of their ids, which the clients draw at random: the order says
 * nothing of who came when.
 * @param after the last id of the piece before; null at the beginning
 */
export async function exportedResponses(
  db: Store,
  survey: SurveyKey,
  after: string | null,
  limit: number,
  { answers = false } = {},
): Promise<ExportedResponse[]> {
  const rows = await db
    .selectFrom('response')
    .select(['id', 'codes', 'cell', 'base_weight', 'channel'])
    .$if(answers, (query) => query.select('answers'))
    .where('round_id', '=', survey.round)
    .where('survey_id', '=', survey.id)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .where('outcome', '=', 'counted')
    .where('codes', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows as (Omit<(typeof rows)[number], 'codes'> & { codes: string })[]
}

/** What prevails for each response that was ever marked. */
export async function newestMarks(db: Store, survey: SurveyKey): Promise<Map<string, MarkKind>> {
  const marks = await db
    .selectFrom('response_mark')
    .select(['response_id', 'kind'])
    .where('round_id', '=', survey.round)
    .where('survey_id', '=', survey.id)
    .orderBy('position')
    .execute()
  return new Map(marks.map(({ response_id, kind }) => [response_id, kind]))
}

/** Seats that are taken, those of seats that are lent included. */
export const takenSeats = sql<number>`quota.taken + coalesce((
  select sum(seat_block.taken) from seat_block
  where seat_block.round_id = quota.round_id and seat_block.survey_id = quota.survey_id
    and seat_block.quota_id = quota.id), 0)`

/** Quotas in the order of the design. */
export const quotasOf = (db: Store, survey: SurveyKey) =>
  db
    .selectFrom('quota')
    .select(['id', 'variables', 'categories', 'policy', 'tolerance', 'target', takenSeats.as('taken'), 'held'])
    .where('round_id', '=', survey.round)
    .where('survey_id', '=', survey.id)
    .orderBy('position')
    .execute()
