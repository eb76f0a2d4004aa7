import type { ProgressEvent } from '../shapes/survey.ts'
import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** How many visits came how far on a day; nothing of any one of them. */
export interface ProgressTable {
  round_id: string
  survey_id: string
  /** ISO date, UTC. */
  day: string
  event: ProgressEvent | 'opened'
  /** Counted from 1; 0 where the event is of no page. */
  page: number
  count: number
}

export const countProgress = (db: Store, row: Omit<ProgressTable, 'count'>) =>
  db
    .insertInto('progress')
    .values({ ...row, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['round_id', 'survey_id', 'day', 'event', 'page'])
        .doUpdateSet(({ ref, eb }) => ({ count: eb(ref('progress.count'), '+', 1) })),
    )
    .execute()

/** Visits by event and page over all days. */
export async function progressOf(
  db: Store,
  { round, id }: SurveyKey,
): Promise<Pick<ProgressTable, 'event' | 'page' | 'count'>[]> {
  const rows = await db
    .selectFrom('progress')
    .select(({ fn }) => ['event', 'page', fn.sum<number>('count').as('count')])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .groupBy(['event', 'page'])
    .orderBy('event')
    .orderBy('page')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
