import type { ResponseTable, Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'
import { newNote } from './notes.ts'
import { responseColumns } from './responses.ts'
import { borrower, runTogether } from './seatBlocks.ts'
import type { TraceTable } from './traces.ts'

/** Answers that need nothing but to be stored: no place, no code, no exclusion. */
interface PlainBatch {
  survey: SurveyKey
  /** Quotas as of this revision; with another one nothing is stored. */
  revision: number
  rows: ResponseTable[]
  traces: TraceTable[]
  /** In which quotas each counts. */
  seats: { id: string; quota: string }[]
}

/** As the server is told to read it (`standard_conforming_strings`); pg's own way, a letter at a time, takes longer than the rest. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const asJson = (value: unknown): string => quoted(JSON.stringify(value))
const literal = (value: string | number | null): string => (typeof value === 'string' ? quoted(value) : String(value))

const names = responseColumns.join(', ')
const valuesOf = (row: ResponseTable): string => `(${responseColumns.map((column) => literal(row[column])).join()})`

/**
 * Stores a batch on PostgreSQL in one statement and one round trip, beside other servers that do the same: rows, traces,
 * the server's own count of each quota, out of the seats that it was lent, and the note of what was changed. All are
 * stored, save those whose id is there already; or none, where a quota has changed or too few seats are lent.
 * Gives the ids that were stored.
 */
export async function storePlain(
  db: Store,
  { survey, revision, rows, traces, seats }: PlainBatch,
): Promise<Set<string>> {
  const note = newNote()
  const round = quoted(survey.round)
  const id = quoted(survey.id)
  const self = quoted(borrower)
  const stored = await runTogether<{ id: string }>(
    db,
    `with incoming as (select * from (values ${rows.map(valuesOf).join()}) as incoming(${names})),
    seat as (select * from json_to_recordset(${asJson(seats)}::json) as seat(id text, quota text)),
    wanted as (select quota, count(*)::integer as seats from seat group by quota),
    fits as (select not exists (
        select 1 from wanted join quota on quota.round_id = ${round} and quota.survey_id = ${id} and quota.id = wanted.quota
        left join seat_block as block on block.round_id = quota.round_id and block.survey_id = quota.survey_id
          and block.quota_id = quota.id and block.server = ${self}
        where quota.policy <> 'count' and coalesce(block.free, 0) < wanted.seats
      ) and (select quota_revision from survey where survey.id = ${id}) = ${revision} as fits),
    stored as (insert into response (${names}) select ${names} from incoming where (select fits from fits)
      on conflict do nothing returning id, cell, base_weight, codes, channel, locale, received_at),
    traced as (insert into trace select trace.* from json_populate_recordset(null::trace, ${asJson(traces)}::json) as trace
      join stored on stored.id = trace.response_id),
    used as (select quota, count(*)::integer as seats from seat join stored using (id) group by quota),
    counted as (insert into seat_block (round_id, survey_id, quota_id, server, free, taken)
      select ${round}, ${id}, quota.id, ${self}, case quota.policy when 'count' then 0 else -used.seats end, used.seats
      from used join quota on quota.round_id = ${round} and quota.survey_id = ${id} and quota.id = used.quota
      on conflict (round_id, survey_id, quota_id, server)
      do update set free = seat_block.free + excluded.free, taken = seat_block.taken + excluded.taken),
    noted as (insert into commit_note (id, xid, content, at)
      select ${quoted(note.id)}, pg_current_xact_id()::text::bigint, jsonb_agg(jsonb_build_object('kind', 'added',
        'response', jsonb_build_object('survey', ${id}::text, 'id', id, 'cell', cell, 'baseWeight', base_weight, 'codes', codes,
          'channel', channel, 'locale', locale, 'receivedAt', received_at)))::text, ${quoted(note.at)}
      from stored having count(*) > 0)
    select id from stored`,
  )
  return new Set(stored.rows.map((row) => row.id))
}
