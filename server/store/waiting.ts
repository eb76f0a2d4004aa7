import { sql } from 'kysely'
import type { ResponseTable, Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

const waiting = (db: Store, { round, id }: SurveyKey) =>
  db
    .selectFrom('response')
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('outcome', '=', 'over-quota')
    .where('codes', 'is not', null)

export type Group = Pick<ResponseTable, 'cell' | 'channel'>

/** Cells and channels in which answers wait over quota. */
export const waitingGroups = (db: Store, survey: SurveyKey): Promise<Group[]> =>
  waiting(db, survey).select(['cell', 'channel']).distinct().execute()

/** Answers that wait over quota in some groups and are not excluded, in order of arrival. */
export const waitingIn = (db: Store, survey: SurveyKey, groups: Group[], limit: number): Promise<ResponseTable[]> =>
  waiting(db, survey)
    .selectAll()
    .where(({ or, eb }) =>
      or(
        [...new Set(groups.map(({ channel }) => channel))].map((channel) =>
          eb('channel', '=', channel).and(
            'cell',
            'in',
            groups.filter((group) => group.channel === channel).map(({ cell }) => cell),
          ),
        ),
      ),
    )
    .where(
      sql<boolean>`coalesce((
        select kind from response_mark
        where response_mark.round_id = response.round_id and response_mark.survey_id = response.survey_id
          and response_mark.response_id = response.id
        order by position desc limit 1), '') <> 'excluded'`,
    )
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Lets a waiting answer count; false where it does already. */
export async function countWaiting(db: Store, { round_id, survey_id, id }: ResponseTable): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('response')
    .set({ outcome: 'counted' })
    .where('round_id', '=', round_id)
    .where('survey_id', '=', survey_id)
    .where('id', '=', id)
    .where('outcome', '=', 'over-quota')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
