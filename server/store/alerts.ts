import { sql } from 'kysely'
import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

export interface AlertSettingsTable {
  survey_id: string
  /** JSON of AlertSettings. */
  content: string
}

export interface AlertTable {
  survey_id: string
  /** Counted from 1 within the survey. */
  id: number
  kind: string
  subject: string
  /** JSON of a Text. */
  content: string
  raised_at: string
  cleared_at: string | null
  acknowledged_by: string | null
}

/** An attempt to send an alert on. */
export interface AlertDeliveryTable {
  survey_id: string
  alert_id: number
  target: 'webhook' | 'email'
  attempt: number
  at: string
  failure: string | null
}

export async function alertSettings(db: Store, survey: string): Promise<string | undefined> {
  const row = await db.selectFrom('alert_settings').select('content').where('survey_id', '=', survey).executeTakeFirst()
  return row?.content
}

export const putAlertSettings = (db: Store, row: AlertSettingsTable) =>
  db
    .insertInto('alert_settings')
    .values(row)
    .onConflict((conflict) => conflict.column('survey_id').doUpdateSet({ content: row.content }))
    .execute()

/** The newest alerts of a survey. */
export const alertsOf = (db: Store, survey: string, limit: number): Promise<AlertTable[]> =>
  db.selectFrom('alert').selectAll().where('survey_id', '=', survey).orderBy('id', 'desc').limit(limit).execute()

/** What is so at present, as far as it was noticed. */
export const standingAlerts = (db: Store, survey: string): Promise<AlertTable[]> =>
  db
    .selectFrom('alert')
    .selectAll()
    .where('survey_id', '=', survey)
    .where('cleared_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()

export async function addAlert(
  db: Store,
  { survey_id, ...alert }: Pick<AlertTable, 'survey_id' | 'kind' | 'subject' | 'content' | 'raised_at' | 'cleared_at'>,
): Promise<number> {
  const [last] = await alertsOf(db, survey_id, 1)
  const id = (last?.id ?? 0) + 1
  await db
    .insertInto('alert')
    .values({ survey_id, id, ...alert, acknowledged_by: null })
    .execute()
  return id
}

export const clearAlert = (db: Store, survey: string, id: number, at: string) =>
  db.updateTable('alert').set({ cleared_at: at }).where('survey_id', '=', survey).where('id', '=', id).execute()

/** Whether there was such an alert. */
export async function acknowledgeAlert(db: Store, survey: string, id: number, account: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('alert')
    .set({ acknowledged_by: account })
    .where('survey_id', '=', survey)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const deliveriesOf = (db: Store, survey: string, ids: number[]): Promise<AlertDeliveryTable[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('alert_delivery')
        .selectAll()
        .where('survey_id', '=', survey)
        .where('alert_id', 'in', ids)
        .orderBy('at')
        .execute()

export const addDelivery = (db: Store, row: AlertDeliveryTable) => db.insertInto('alert_delivery').values(row).execute()

/** Accepted responses by channel: those since a moment, and those between an earlier one and it. */
export async function channelsAround(
  db: Store,
  survey: SurveyKey,
  earlier: string,
  moment: string,
): Promise<{ channel: string; since: number; before: number }[]> {
  const counts = async (from: string, to: string) => {
    const rows = await db
      .selectFrom('response')
      .select(({ fn }) => ['channel', fn.countAll<number>().as('responses')])
      .where('round_id', '=', survey.round)
      .where('survey_id', '=', survey.id)
      .where('received_at', '>=', from)
      .where('received_at', '<', to)
      .where('outcome', '=', 'counted')
      .groupBy('channel')
      .execute()
    return new Map(rows.map(({ channel, responses }) => [channel, Number(responses)]))
  }
  const since = await counts(moment, '~')
  const before = await counts(earlier, moment)
  return [...new Set([...since.keys(), ...before.keys()])].map((channel) => ({
    channel,
    since: since.get(channel) ?? 0,
    before: before.get(channel) ?? 0,
  }))
}

/** The network from which most responses came since a moment, of all those whose network is known. */
export async function busiestNetwork(
  db: Store,
  survey: SurveyKey,
  since: string,
): Promise<{ responses: number; all: number } | undefined> {
  const rows = await recent(db, survey, since)
    .innerJoin('trace', (join) =>
      join
        .onRef('trace.round_id', '=', 'response.round_id')
        .onRef('trace.survey_id', '=', 'response.survey_id')
        .onRef('trace.response_id', '=', 'response.id'),
    )
    .where('trace.network', 'is not', null)
    .select(({ fn }) => fn.countAll<number>().as('responses'))
    .groupBy('trace.network')
    .execute()
  if (rows.length === 0) return undefined
  const counts = rows.map(({ responses }) => Number(responses))
  return { responses: Math.max(...counts), all: counts.reduce((sum, count) => sum + count, 0) }
}

/** How often the commonest whole vector of ratings came since a moment; those with few ratings are left out. */
export async function commonestVector(db: Store, survey: SurveyKey, since: string, ratings: number): Promise<number> {
  const row = await recent(db, survey, since)
    .select(({ fn }) => fn.countAll<number>().as('responses'))
    .where(sql<number>`length(replace(replace(replace(codes, '7', ''), '8', ''), '9', ''))`, '>=', ratings)
    .groupBy('codes')
    .orderBy('responses', 'desc')
    .limit(1)
    .executeTakeFirst()
  return Number(row?.responses ?? 0)
}

/** No more than the last hours of a survey are looked at: the index of arrivals finds them. */
const recent = (db: Store, { round, id }: SurveyKey, since: string) =>
  db
    .selectFrom('response')
    .where('response.round_id', '=', round)
    .where('response.survey_id', '=', id)
    .where('response.received_at', '>=', since)
    .where('response.codes', 'is not', null)
