import { type SqlBool, sql } from 'kysely'
import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** What is known of how a response came, beside its answers; who sent it is cut at closing. */
export interface TraceTable {
  round_id: string
  survey_id: string
  response_id: string
  /** From the frame of the sample, empty where there is none. */
  stratum: string
  /** Keyed hashes; null where unknown, and after closing. */
  device: string | null
  network: string | null
  /** Account of who asked the questions. */
  interviewer: string | null
  /** JSON of milliseconds by question or page. */
  timings: string | null
  /** Quality flags that were raised on arrival, with commas between. */
  flags: string
  /** Those that the newest scan raised beside the other responses, with commas between. */
  relative: string
  /** Of all its flags. */
  points: number
  /** Time taken as a multiple of the least in which it can be read; null where unknown. */
  pace: number | null
}

const atOnce = 100

export async function addTraces(db: Store, rows: TraceTable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await db
      .insertInto('trace')
      .values(rows.slice(from, from + atOnce))
      .execute()
  }
}

/** Traces of some responses. */
export async function tracesOf(db: Store, { round, id }: SurveyKey, ids: string[]): Promise<Map<string, TraceTable>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('trace')
    .selectAll()
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('response_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.response_id, row]))
}

/** Responses between two ids, both among them, that have flags. */
export async function flagsBetween(
  db: Store,
  { round, id }: SurveyKey,
  first: string,
  last: string,
): Promise<Map<string, Pick<TraceTable, 'flags' | 'relative'>>> {
  const rows = await db
    .selectFrom('trace')
    .select(['response_id', 'flags', 'relative'])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('response_id', '>=', first)
    .where('response_id', '<=', last)
    // Written out, so that the index of those that have any is used.
    .where(sql<SqlBool>`(flags <> '' or relative <> '')`)
    .execute()
  return new Map(rows.map((row) => [row.response_id, row]))
}

/** Those of some devices that have sent a response already. */
export async function knownDevices(db: Store, { round, id }: SurveyKey, devices: string[]): Promise<Set<string>> {
  if (devices.length === 0) return new Set()
  const rows = await db
    .selectFrom('trace')
    .select('device')
    .distinct()
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('device', 'in', devices)
    .execute()
  return new Set(rows.flatMap(({ device }) => (device === null ? [] : [device])))
}

/** Withdrawal takes away everything about how a response came. */
export const removeTrace = (db: Store, { round, id }: SurveyKey, response: string) =>
  db
    .deleteFrom('trace')
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('response_id', '=', response)
    .execute()

/** Forgets which device and network sent what. */
export const cutTraces = (db: Store, { round, id }: SurveyKey) =>
  db
    .updateTable('trace')
    .set({ device: null, network: null })
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .execute()
