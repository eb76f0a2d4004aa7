import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { MarkKind, ResponseTable, Store, Tables } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** What the table of responses shows of one. */
export type BrowsedRow = Pick<
  ResponseTable,
  'id' | 'codes' | 'cell' | 'channel' | 'locale' | 'outcome' | 'received_at'
> & { mark: MarkKind | null; flags: string | null; relative: string | null }

export interface Browsing {
  after: string
  limit: number
  state?: 'counted' | 'over-quota' | 'excluded' | 'withdrawn' | undefined
  channel?: string | undefined
  flag?: string | undefined
  /** A pattern of LIKE, `\` before what it is to take as it stands. */
  cell?: string | undefined
}

/** How many rows one request looks through at most, however few it finds: everybody else waits meanwhile. */
const mostLooked = 10_000

/** The id up to which a request looks; null: to the end. */
export async function boundAfter(
  db: Store,
  survey: SurveyKey,
  after: string,
  rows = mostLooked,
): Promise<string | null> {
  const bound = await db
    .selectFrom('response')
    .select('id')
    .where('round_id', '=', survey.round)
    .where('survey_id', '=', survey.id)
    .where('id', '>', after)
    .orderBy('id')
    .limit(1)
    .offset(rows - 1)
    .executeTakeFirst()
  return bound?.id ?? null
}

/** Responses after one id and up to another, in the order of their ids. */
export const browse = (
  db: Store,
  { round, id }: SurveyKey,
  { after, limit, state, channel, flag, cell }: Browsing,
  upTo: string | null,
): Promise<BrowsedRow[]> =>
  db
    .selectFrom('response')
    .leftJoin('trace', (join) =>
      join
        .onRef('trace.round_id', '=', 'response.round_id')
        .onRef('trace.survey_id', '=', 'response.survey_id')
        .onRef('trace.response_id', '=', 'response.id'),
    )
    .select([
      'response.id',
      'response.codes',
      'response.cell',
      'response.channel',
      'response.locale',
      'response.outcome',
      'response.received_at',
      'trace.flags',
      'trace.relative',
      newestMark.as('mark'),
    ])
    .where('response.round_id', '=', round)
    .where('response.survey_id', '=', id)
    .where('response.id', '>', after)
    .$if(upTo !== null, (query) => query.where('response.id', '<=', upTo ?? ''))
    .$if(channel !== undefined, (query) => query.where('response.channel', '=', channel ?? ''))
    .$if(flag !== undefined, (query) =>
      query.where(sql<SqlBool>`',' || trace.flags || ',' || trace.relative || ',' like ${`%,${flag},%`}`),
    )
    .$if(cell !== undefined, (query) => query.where(sql<SqlBool>`response.cell like ${cell} escape '\\'`))
    .$if(state !== undefined, (query) => query.where((where) => inState(where, state ?? 'counted')))
    .orderBy('response.id')
    .limit(limit)
    .execute()

const newestMark = sql<MarkKind | null>`(
  select kind from response_mark
  where response_mark.round_id = response.round_id and response_mark.survey_id = response.survey_id
    and response_mark.response_id = response.id
  order by position desc limit 1)`

function inState(where: ExpressionBuilder<Tables, 'response'>, state: NonNullable<Browsing['state']>) {
  const stands = sql<SqlBool>`coalesce(${newestMark}, '') <> 'excluded'`
  if (state === 'withdrawn') return where('response.codes', 'is', null)
  const there = where('response.codes', 'is not', null)
  if (state === 'excluded') return where.and([there, sql<SqlBool>`${newestMark} = 'excluded'`])
  return where.and([there, where('response.outcome', '=', state), stands])
}

/** Everything that was decided about a response, oldest first. */
export const marksOf = (db: Store, { round, id }: SurveyKey, response: string) =>
  db
    .selectFrom('response_mark')
    .select(['kind', 'reason', 'marked_by', 'marked_at'])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('response_id', '=', response)
    .orderBy('position')
    .execute()

/** What people answered, after one id and up to another; those that were withdrawn have nothing. */
export async function answersBetween(
  db: Store,
  { round, id }: SurveyKey,
  after: string,
  upTo: string | null,
): Promise<{ id: string; answers: string }[]> {
  const rows = await db
    .selectFrom('response')
    .select(['id', 'answers'])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('id', '>', after)
    .where('answers', 'is not', null)
    .$if(upTo !== null, (query) => query.where('id', '<=', upTo ?? ''))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, answers: row.answers ?? '{}' }))
}

/** What some people answered. */
export async function answersOf(
  db: Store,
  { round, id }: SurveyKey,
  ids: string[],
): Promise<{ id: string; answers: string }[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('response')
    .select(['id', 'answers'])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('id', 'in', ids)
    .where('answers', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, answers: row.answers ?? '{}' }))
}
