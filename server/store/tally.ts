import { type SqlBool, sql } from 'kysely'
import type { ResponseTable, Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** Counted responses of one hour and base weight. */
export interface CountedSlice {
  /** As in `2026-05-01T08`, UTC. */
  hour: string
  baseWeight: number
  /** Codes, cell, tab, channel, tab, locale of each; a line feed between two of them. */
  responses: string
}

/**
 * All responses that were taken in as counted, those excluded since included, an hour at a time.
 * The database strings them together out of one index (`response_tally`), which holds all that is read here: a row each
 * would take several times as long.
 */
export async function* countedSlices(db: Store, survey: SurveyKey): AsyncGenerator<CountedSlice> {
  for (let hour = await hourFrom(db, survey, ''); hour !== undefined; hour = await hourFrom(db, survey, `${hour}~`)) {
    const { low, high, responses } = await countedIn(db, survey, hour).executeTakeFirstOrThrow()
    if (low === high && low !== null) yield { hour, baseWeight: low, responses }
    else for await (const slice of byWeight(db, survey, hour)) yield slice
  }
}

/** The first hour, at or after a moment, in which somebody answered. */
const hourFrom = async (db: Store, survey: SurveyKey, moment: string): Promise<string | undefined> =>
  (await firstFrom(db, survey, moment))?.slice(0, 13)

/** When somebody answered first, at or after a moment. */
async function firstFrom(db: Store, survey: SurveyKey, moment: string): Promise<string | null> {
  const { first } = await responsesOf(db, survey)
    .where('received_at', '>=', moment)
    .select(({ fn }) => fn.min<string | null>('received_at').as('first'))
    .executeTakeFirstOrThrow()
  return first
}

const countedIn = (db: Store, survey: SurveyKey, hour: string) =>
  responsesOf(db, survey)
    .where('received_at', '>=', hour)
    .where('received_at', '<', `${hour}~`)
    .where('outcome', '=', 'counted')
    .where('codes', 'is not', null)
    .select(({ fn }) => [
      fn.min<number | null>('base_weight').as('low'),
      fn.max<number | null>('base_weight').as('high'),
      sql<string>`string_agg(codes || cell || ${'\t'} || channel || ${'\t'} || locale, ${'\n'})`.as('responses'),
    ])

async function* byWeight(db: Store, survey: SurveyKey, hour: string): AsyncGenerator<CountedSlice> {
  const rows = await countedIn(db, survey, hour).groupBy('base_weight').execute()
  for (const { low, responses } of rows) if (low !== null) yield { hour, baseWeight: low, responses }
}

const responsesOf = (db: Store, { round, id }: SurveyKey) =>
  db.selectFrom('response').where('round_id', '=', round).where('survey_id', '=', id)

export type CountedRow = Pick<
  ResponseTable,
  'id' | 'channel' | 'locale' | 'cell' | 'base_weight' | 'received_at' | 'codes'
>

/** With the reason of the mark that excludes it. */
export type ExcludedRow = CountedRow & { reason: string }

const newest = sql<SqlBool>`not exists (
  select 1 from response_mark as later
  where later.round_id = response_mark.round_id and later.survey_id = response_mark.survey_id
    and later.response_id = response_mark.response_id and later.position > response_mark.position)`

/** Responses that would count if they were not excluded. */
export const excludedResponses = (db: Store, survey: SurveyKey): Promise<ExcludedRow[]> =>
  db
    .selectFrom('response_mark')
    .innerJoin('response', (join) =>
      join
        .onRef('response.round_id', '=', 'response_mark.round_id')
        .onRef('response.survey_id', '=', 'response_mark.survey_id')
        .onRef('response.id', '=', 'response_mark.response_id'),
    )
    .select([
      'response.id',
      'response.channel',
      'response.locale',
      'response.cell',
      'response.base_weight',
      'response.received_at',
      'response.codes',
      'response_mark.reason',
    ])
    .where('response_mark.round_id', '=', survey.round)
    .where('response_mark.survey_id', '=', survey.id)
    .where('response_mark.kind', '=', 'excluded')
    .where('response.outcome', '=', 'counted')
    .where('response.codes', 'is not', null)
    .where(newest)
    .execute()

/** Of some responses those that count: taken in as counted, and neither excluded nor withdrawn since. */
export async function countedAmong(db: Store, survey: SurveyKey, ids: string[]): Promise<Set<string>> {
  const counted = new Set<string>()
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const rows = await db
      .selectFrom('response')
      .leftJoin('response_mark', (join) =>
        join
          .onRef('response_mark.round_id', '=', 'response.round_id')
          .onRef('response_mark.survey_id', '=', 'response.survey_id')
          .onRef('response_mark.response_id', '=', 'response.id')
          .on(newest),
      )
      .select('response.id')
      .where('response.round_id', '=', survey.round)
      .where('response.survey_id', '=', survey.id)
      .where('response.id', 'in', ids.slice(from, from + idsAtOnce))
      .where('response.outcome', '=', 'counted')
      .where('response.codes', 'is not', null)
      .where((where) =>
        where.or([where('response_mark.kind', 'is', null), where('response_mark.kind', '!=', 'excluded')]),
      )
      .execute()
    for (const { id } of rows) counted.add(id)
  }
  return counted
}

const idsAtOnce = 500

/** A response that counts, with what was answered. */
export type AnsweredRow = Pick<ResponseTable, 'id' | 'cell' | 'base_weight' | 'channel'> & {
  codes: string
  answers: string
}

/**
 * Those that count with their answers, ten minutes at a time: the order of arrival is that in which they are stored, while
 * the order of ids, which are random, would read another page for each.
 */
export async function* countedWithAnswers(db: Store, survey: SurveyKey): AsyncGenerator<AnsweredRow> {
  const excluded = new Set((await excludedResponses(db, survey)).map(({ id }) => id))
  const next = async (moment: string) => (await firstFrom(db, survey, moment))?.slice(0, tenMinutes)
  for (let part = await next(''); part !== undefined; part = await next(`${part}~`)) {
    const rows = await responsesOf(db, survey)
      .select(['id', 'cell', 'base_weight', 'channel', 'codes', 'answers'])
      .where('received_at', '>=', part)
      .where('received_at', '<', `${part}~`)
      .where('outcome', '=', 'counted')
      .where('codes', 'is not', null)
      .where('answers', 'is not', null)
      .execute()
    for (const { codes, answers, ...row } of rows)
      if (!excluded.has(row.id)) yield { ...row, codes: codes ?? '', answers: answers ?? '{}' }
  }
}

/** As in `2026-05-01T08:1`. */
const tenMinutes = 15

/** Written out, so that the index of those who wait is used; without a range of it SQLite would read everybody else's. */
const waiting = sql.lit<'over-quota'>('over-quota')
const anyCell = sql.lit('')

/** Responses over quota: kept outside the score. */
export const overQuotaResponses = (db: Store, survey: SurveyKey): Promise<CountedRow[]> =>
  responsesOf(db, survey)
    .select(['id', 'channel', 'locale', 'cell', 'base_weight', 'received_at', 'codes'])
    .where('outcome', '=', waiting)
    .where('cell', '>=', anyCell)
    .where('codes', 'is not', null)
    .execute()

/** What stands beside the counted responses: how many were over quota, excluded, withdrawn. */
export async function setAside(db: Store, survey: SurveyKey) {
  const { overQuota } = await responsesOf(db, survey)
    .select(({ fn }) => fn.countAll<number>().as('overQuota'))
    .where('outcome', '=', waiting)
    .where('cell', '>=', anyCell)
    .where('codes', 'is not', null)
    .executeTakeFirstOrThrow()
  const marks = await db
    .selectFrom('response_mark')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('responses')])
    .where('round_id', '=', survey.round)
    .where('survey_id', '=', survey.id)
    .where(newest)
    .groupBy('kind')
    .execute()
  const by = new Map(marks.map(({ kind, responses }) => [kind, Number(responses)]))
  return { overQuota: Number(overQuota), excluded: by.get('excluded') ?? 0, withdrawn: by.get('withdrawn') ?? 0 }
}
