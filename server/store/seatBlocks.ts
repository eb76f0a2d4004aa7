import { randomUUID } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/**
 * Seats of a quota that are lent to one server on PostgreSQL, so that no two servers wait for the same row; `taken` of
 * them are no longer free. A quota that only counts has no seats to lend: each server counts in a row of its own.
 * On SQLite there are none.
 */
export interface SeatBlockTable {
  round_id: string
  survey_id: string
  quota_id: string
  server: string
  free: number
  taken: number
}

const renewed = 4000
let name = ''
let until = 0

/**
 * This process, among all that are lent seats; by another name every four seconds. Each batch changes its rows, and as
 * long as somebody reads an earlier moment (an export of millions, say) all their old versions are gone through to find
 * the newest. What was lent to an old name comes back as from servers that have died.
 */
export function borrower(): string {
  if (performance.now() < until) return name
  name = randomUUID()
  until = performance.now() + renewed
  return name
}

/** Held until the commit: together by those who take lent seats, alone by whoever does anything else. */
export const lock = 6_081_797_974
export const alone = `select pg_advisory_xact_lock(${lock})`

/**
 * Takes all lent seats back, whoever has them, also of servers that have died: what follows in the transaction sees the
 * quotas as if none had ever been lent.
 */
export const takeBack = `with back as (delete from seat_block returning *),
  sums as (select round_id, survey_id, quota_id, sum(taken) as taken from back group by round_id, survey_id, quota_id)
  update quota set taken = quota.taken + sums.taken, lent = 0 from sums
  where quota.round_id = sums.round_id and quota.survey_id = sums.survey_id and quota.id = sums.quota_id`

const quoted = pg.escapeLiteral

/** How many seats of a quota are left to be lent. */
export async function seatsLeft(db: Store, { round, id }: SurveyKey, quota: string, ceiling: number): Promise<number> {
  const { taken, held, lent } = await db
    .selectFrom('quota')
    .select(['taken', 'held', 'lent'])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('id', '=', quota)
    .executeTakeFirstOrThrow()
  return ceiling - taken - held - lent
}

/** Lends this process seats of a quota, by one conditional update; false where there are not so many. */
export async function borrowSeats(
  db: Store,
  { round, id }: SurveyKey,
  { quota, seats, ceiling, revision }: { quota: string; seats: number; ceiling: number; revision: number },
): Promise<boolean> {
  const { rows } = await db.executeQuery(
    CompiledQuery.raw(`select pg_advisory_xact_lock_shared(${lock});
     with lent as (
       update quota set lent = lent + ${seats}
       where round_id = ${quoted(round)} and survey_id = ${quoted(id)} and id = ${quoted(quota)}
         and taken + held + lent + ${seats} <= ${ceiling}
         and (select quota_revision from survey where survey.id = ${quoted(id)}) = ${revision}
       returning round_id, survey_id, id)
     insert into seat_block (round_id, survey_id, quota_id, server, free, taken)
     select round_id, survey_id, id, ${quoted(borrower())}, ${seats}, 0 from lent
     on conflict (round_id, survey_id, quota_id, server) do update set free = seat_block.free + excluded.free
     returning quota_id`),
  )
  return rows.length === 1
}

/** The seats that this process is lent and that are not taken, by quota. */
export async function freeSeats(db: Store, { round, id }: SurveyKey): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('seat_block')
    .select(['quota_id', 'free'])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('server', '=', borrower())
    .execute()
  return new Map(rows.map(({ quota_id, free }) => [quota_id, free]))
}
