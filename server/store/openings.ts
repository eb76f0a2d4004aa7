import type { DeviceKind } from '../shapes/watching.ts'
import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** How often the residents' page was opened on a kind of device on a day; nothing of any one of them. */
export interface OpeningTable {
  round_id: string
  survey_id: string
  /** ISO date, UTC. */
  day: string
  device: DeviceKind
  count: number
}

export const countOpening = (db: Store, row: Omit<OpeningTable, 'count'>) =>
  db
    .insertInto('opening')
    .values({ ...row, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['round_id', 'survey_id', 'day', 'device'])
        .doUpdateSet(({ ref, eb }) => ({ count: eb(ref('opening.count'), '+', 1) })),
    )
    .execute()

/** Openings by kind of device over all days, the commonest first. */
export async function openingsOf(
  db: Store,
  { round, id }: SurveyKey,
): Promise<Pick<OpeningTable, 'device' | 'count'>[]> {
  const rows = await db
    .selectFrom('opening')
    .select(({ fn }) => ['device', fn.sum<number>('count').as('count')])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .groupBy('device')
    .orderBy('device')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) })).sort((a, b) => b.count - a.count)
}
