import { sql } from 'kysely'
import type { MarkKind, Store } from './database.ts'

export interface SurveyKey {
  round: string
  id: string
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
