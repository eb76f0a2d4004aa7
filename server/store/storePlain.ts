import { CompiledQuery } from 'kysely'
import type { ResponseTable, Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'
import { dropNote, newNote } from './notes.ts'
import { prepared, textArray } from './prepared.ts'
import { borrower, lock } from './seatBlocks.ts'
import type { TraceTable } from './traces.ts'

/** Answers that need nothing but to be stored: no place, no code, no exclusion. */
export interface PlainBatch {
  survey: SurveyKey
  /** Quotas as of this revision; with another one nothing is stored. */
  revision: number
  /** All of them count. */
  rows: ResponseTable[]
  traces: TraceTable[]
  /** How many take a seat in each quota. */
  seats: ReadonlyMap<{ id: string }, number>
  /** JSON of what other servers are to be told. */
  content: string
}

/** All is stored; or nothing, since some are there already, or a quota has changed or too few seats are lent. */
export type PlainOutcome = 'stored' | 'there' | 'short'

const columns = [
  'id',
  'answers',
  'content_hash',
  'codes',
  'cell',
  'base_weight',
  'channel',
  'locale',
  'receipt',
  'received_at',
] as const satisfies (keyof ResponseTable)[]

const parameters = 7 + columns.length + 4
const statement = prepared(
  'store_plain',
  `select store_plain(${Array.from({ length: parameters }, (_, at) => `$${at + 1}`).join()}) as outcome`,
)

/**
 * Stores a batch on PostgreSQL in one statement and one round trip, beside other servers that do the same: rows, traces,
 * the server's own count of each quota, out of the seats that it was lent, and the note of what was changed.
 */
export async function storePlain(
  db: Store,
  { survey, revision, rows, traces, seats, content }: PlainBatch,
): Promise<PlainOutcome> {
  const note = newNote()
  const quotas = [...seats.keys()].map(({ id }) => id)
  const { rows: answers } = await db.executeQuery<{ outcome: PlainOutcome }>(
    CompiledQuery.raw(statement, [
      ...[lock, survey.round, survey.id, revision, borrower(), textArray(quotas), [...seats.values()]],
      ...columns.map((column) => columnOf(rows, column)),
      ...[traces.length > 0 ? JSON.stringify(traces) : null, note.id, content, note.at],
    ]) as CompiledQuery<{ outcome: PlainOutcome }>,
  )
  const outcome = answers[0]?.outcome ?? 'short'
  if (outcome !== 'stored') dropNote(note)
  return outcome
}

const columnOf = (rows: ResponseTable[], column: (typeof columns)[number]) =>
  column === 'base_weight' ? rows.map((row) => row[column]) : textArray(rows.map((row) => row[column]))
