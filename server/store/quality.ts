import { sql } from 'kysely'
import type { MarkKind, Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** A response as the quality rules look at it. */
export interface Judged {
  id: string
  channel: string
  receivedAt: string
  answers: string
  codes: string
  network: string | null
  timings: string | null
  /** Those raised on arrival, with commas between. */
  flags: string | null
  /** What was decided last; null: nothing yet. */
  mark: MarkKind | null
  markedBy: string | null
}

/** Responses of a survey that are not withdrawn, in the order of their ids, beginning after one. */
export async function judgedAfter(
  db: Store,
  { round, id }: SurveyKey,
  after: string,
  limit: number,
): Promise<Judged[]> {
  const rows = await db
    .selectFrom('response')
    .leftJoin('trace', (join) =>
      join
        .onRef('trace.round_id', '=', 'response.round_id')
        .onRef('trace.survey_id', '=', 'response.survey_id')
        .onRef('trace.response_id', '=', 'response.id'),
    )
    .leftJoin('response_mark as mark', (join) =>
      join
        .onRef('mark.round_id', '=', 'response.round_id')
        .onRef('mark.survey_id', '=', 'response.survey_id')
        .onRef('mark.response_id', '=', 'response.id')
        .on(
          sql<boolean>`not exists (
            select 1 from response_mark as later
            where later.round_id = mark.round_id and later.survey_id = mark.survey_id
              and later.response_id = mark.response_id and later.position > mark.position)`,
        ),
    )
    .select([
      'response.id',
      'response.channel',
      'response.received_at as receivedAt',
      'response.answers',
      'response.codes',
      'trace.network',
      'trace.timings',
      'trace.flags',
      'mark.kind as mark',
      'mark.marked_by as markedBy',
    ])
    .where('response.round_id', '=', round)
    .where('response.survey_id', '=', id)
    .where('response.codes', 'is not', null)
    .where('response.id', '>', after)
    .orderBy('response.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, answers: row.answers ?? '{}', codes: row.codes ?? '' }))
}
