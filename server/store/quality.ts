import { sql } from 'kysely'
import type { MarkKind, ResponseTable, Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'
import type { TraceTable } from './traces.ts'

/** The quality rules of a survey as they were when it was published; never changed. */
export interface QualityRulesTable {
  round_id: string
  survey_id: string
  /** JSON of FrozenRules. */
  content: string
  content_hash: string
  frozen_at: string
}

/** What a scan of all responses found and did. */
export interface QualityScanTable {
  round_id: string
  survey_id: string
  id: string
  at: string
  /** The one at closing. */
  final: number
  responses: number
  /** JSON: how many have each flag. */
  flags: string
  excluded: number
  restored: number
  rules_hash: string
  /** SHA-256 over every response's id and flags, in the order of ids. */
  content_hash: string
}

export const addQualityRules = (db: Store, row: QualityRulesTable) =>
  db.insertInto('quality_rules').values(row).execute()

export const qualityRulesOf = (db: Store, { round, id }: SurveyKey): Promise<QualityRulesTable | undefined> =>
  db
    .selectFrom('quality_rules')
    .selectAll()
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .executeTakeFirst()

export const addQualityScan = (db: Store, row: QualityScanTable) => db.insertInto('quality_scan').values(row).execute()

/** The newest scan of a survey, or the newest of those at closing. */
export const newestQualityScan = (
  db: Store,
  { round, id }: SurveyKey,
  { final = false } = {},
): Promise<QualityScanTable | undefined> =>
  db
    .selectFrom('quality_scan')
    .selectAll()
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .$if(final, (query) => query.where('final', '=', 1))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A response as the quality rules look at it. */
export interface Judged extends Pick<TraceTable, 'network' | 'pace' | 'flags' | 'relative'> {
  id: string
  channel: string
  receivedAt: string
  codes: string
  /** What was decided last; null: nothing yet. */
  mark: MarkKind | null
  markedBy: string | null
}

/** Responses with what is known of how they came, and with their newest mark. */
const traced = (db: Store, { round, id }: SurveyKey) =>
  db
    .selectFrom('response')
    .innerJoin('trace', (join) =>
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
    .where('response.round_id', '=', round)
    .where('response.survey_id', '=', id)
    .where('response.codes', 'is not', null)

const judgedColumns = [
  'response.id',
  'response.channel',
  'response.received_at as receivedAt',
  'response.codes',
  'trace.network',
  'trace.pace',
  'trace.flags',
  'trace.relative',
  'mark.kind as mark',
  'mark.marked_by as markedBy',
] as const

/** Responses of a survey that are not withdrawn, in the order of their ids, beginning after one. */
export async function judgedAfter(db: Store, survey: SurveyKey, after: string, limit: number): Promise<Judged[]> {
  const rows = await traced(db, survey)
    .select(judgedColumns)
    .where('response.id', '>', after)
    .orderBy('response.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, codes: row.codes ?? '' }))
}

/** How many responses have which flags; those that were withdrawn have none any more. */
export const countFlagged = (db: Store, { round, id }: SurveyKey) =>
  db
    .selectFrom('trace')
    .select(({ fn }) => ['flags', 'relative', fn.countAll<number>().as('responses')])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    // Written out, so that the index of those that are flagged is used.
    .where('points', '>', sql.lit(0))
    .groupBy(['flags', 'relative'])
    .execute()

/** The same of those that are excluded now. */
export const countFlaggedExcluded = (db: Store, survey: SurveyKey) =>
  traced(db, survey)
    .select(({ fn }) => ['trace.flags', 'trace.relative', fn.countAll<number>().as('responses')])
    .where('trace.points', '>', sql.lit(0))
    .where('mark.kind', '=', 'excluded')
    .groupBy(['trace.flags', 'trace.relative'])
    .execute()

/** Keeps what a scan found of a response beside the others, with the points of all its flags. */
export const setRelativeFlags = (
  db: Store,
  { round, id }: SurveyKey,
  response: string,
  found: Pick<TraceTable, 'relative' | 'points'>,
) =>
  db
    .updateTable('trace')
    .set(found)
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('response_id', '=', response)
    .execute()

/** A response that somebody may decide about. */
export type Decidable = Pick<ResponseTable, 'id' | 'cell' | 'channel' | 'base_weight' | 'outcome' | 'received_at'> & {
  codes: string
}

interface Selection {
  /** Those that are excluded now, or those that are not. */
  excluded: boolean
  flag?: string | undefined
  ids?: string[] | undefined
}

/** Responses that are not withdrawn and stand as said, with a flag or named by their ids, in the order of these. */
export async function decidable(
  db: Store,
  survey: SurveyKey,
  { excluded, flag, ids }: Selection,
): Promise<Decidable[]> {
  const rows = await db
    .selectFrom('response')
    .leftJoin('trace', (join) =>
      join
        .onRef('trace.round_id', '=', 'response.round_id')
        .onRef('trace.survey_id', '=', 'response.survey_id')
        .onRef('trace.response_id', '=', 'response.id'),
    )
    .where('response.round_id', '=', survey.round)
    .where('response.survey_id', '=', survey.id)
    .where('response.codes', 'is not', null)
    .select(['id', 'cell', 'channel', 'base_weight', 'outcome', 'received_at', 'codes'])
    .$if(flag !== undefined, (query) =>
      query
        .where('trace.points', '>', sql.lit(0))
        .where(sql<boolean>`',' || trace.flags || ',' || trace.relative || ',' like ${`%,${flag},%`}`),
    )
    .$if(ids !== undefined, (query) => query.where('response.id', 'in', ids ?? []))
    .where(
      sql<boolean>`coalesce((
        select kind from response_mark
        where response_mark.round_id = response.round_id and response_mark.survey_id = response.survey_id
          and response_mark.response_id = response.id
        order by position desc limit 1), '') ${sql.raw(excluded ? '=' : '<>')} 'excluded'`,
    )
    .orderBy('response.id')
    .execute()
  return rows.map((row) => ({ ...row, codes: row.codes ?? '' }))
}
