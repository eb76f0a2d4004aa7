import type { CompiledQuery } from 'kysely'
import type { MarkKind, ResponseTable, Store } from './database.ts'

type Key = Pick<ResponseTable, 'round_id' | 'survey_id' | 'id'>

const ofKey = ({ round_id, survey_id, id }: Key) => ({ round_id, survey_id, id })

/** What an intake must know of an id that was used before; its answers are null where they were withdrawn. */
export type Taken = Pick<ResponseTable, 'id' | 'answers' | 'receipt'>

/** Those of the ids that the survey has already. */
export async function takenIds(db: Store, round: string, survey: string, ids: string[]): Promise<Map<string, Taken>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('response')
    .select(['id', 'receipt', 'answers'])
    .where('round_id', '=', round)
    .where('survey_id', '=', survey)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every column, in the order of the insert's parameters. */
const blank: ResponseTable = {
  round_id: '',
  survey_id: '',
  id: '',
  answers: '',
  content_hash: '',
  codes: '',
  cell: '',
  base_weight: 0,
  channel: '',
  locale: '',
  outcome: 'counted',
  deciding_quota: '',
  receipt: '',
  received_at: '',
}

const responseColumns = Object.keys(blank) as (keyof ResponseTable)[]
const mostRows = 256

/** Adds responses, many in one statement. */
export async function addResponses(db: Store, rows: ResponseTable[]): Promise<void> {
  for (let from = 0; from < rows.length; ) {
    // Powers of two, so that few statements serve every number of rows.
    const size = Math.min(mostRows, 2 ** Math.floor(Math.log2(rows.length - from)))
    const parameters = rows.slice(from, from + size).flatMap((row) => responseColumns.map((column) => row[column]))
    await db.executeQuery({ ...insertOf(db, size), parameters })
    from += size
  }
}

/** By database and number of rows: putting the statement together would cost as much as running it. */
const inserts = new WeakMap<object, Map<number, CompiledQuery>>()

function insertOf(db: Store, size: number): CompiledQuery {
  const { adapter } = db.getExecutor()
  const known = inserts.get(adapter) ?? new Map<number, CompiledQuery>()
  inserts.set(adapter, known)
  const compiled = known.get(size) ?? db.insertInto('response').values(new Array(size).fill(blank)).compile()
  known.set(size, compiled)
  return compiled
}

/** Whole responses of a survey in the order of their ids, beginning after one. */
export const responsesAfter = (
  db: Store,
  survey: { round: string; id: string },
  after: string,
  limit: number,
): Promise<ResponseTable[]> =>
  db
    .selectFrom('response')
    .selectAll()
    .where('round_id', '=', survey.round)
    .where('survey_id', '=', survey.id)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()

export const findResponse = (
  db: Store,
  survey: { round: string; id: string },
  id: string,
): Promise<ResponseTable | undefined> =>
  db
    .selectFrom('response')
    .selectAll()
    .where('round_id', '=', survey.round)
    .where('survey_id', '=', survey.id)
    .where('id', '=', id)
    .executeTakeFirst()

export const findByReceipt = (db: Store, receipt: string): Promise<ResponseTable | undefined> =>
  // An empty one is that of a response whose receipt was cut.
  receipt === ''
    ? Promise.resolve(undefined)
    : db.selectFrom('response').selectAll().where('receipt', '=', receipt).executeTakeFirst()

/** The newest mark of a response, with its place in the order of marks. */
export const newestMark = (
  db: Store,
  { round_id, survey_id, id }: Key,
): Promise<{ kind: MarkKind; position: number; marked_by: string | null } | undefined> =>
  db
    .selectFrom('response_mark')
    .select(['kind', 'position', 'marked_by'])
    .where('round_id', '=', round_id)
    .where('survey_id', '=', survey_id)
    .where('response_id', '=', id)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Adds a mark after those that a response has. */
export async function addMark(
  db: Store,
  key: Key,
  mark: { kind: MarkKind; reason: string; marked_by: string | null; marked_at: string },
): Promise<void> {
  const last = await newestMark(db, key)
  const { id, ...rest } = ofKey(key)
  await db
    .insertInto('response_mark')
    .values({ ...rest, response_id: id, position: (last?.position ?? 0) + 1, ...mark })
    .execute()
}

/** Erases what a person said, even its hash, from which it might be guessed; the stone keeps id, cell and time. */
export const eraseAnswers = (db: Store, key: Key) =>
  db
    .updateTable('response')
    .set({ answers: null, codes: null, content_hash: '' })
    .where('round_id', '=', key.round_id)
    .where('survey_id', '=', key.survey_id)
    .where('id', '=', key.id)
    .execute()

/** How many responses of each channel their owners have withdrawn. */
export async function withdrawnByChannel(
  db: Store,
  { round, id }: { round: string; id: string },
): Promise<{ channel: string; responses: number }[]> {
  const rows = await db
    .selectFrom('response')
    .select(({ fn }) => ['channel', fn.countAll<number>().as('responses')])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('answers', 'is', null)
    .groupBy('channel')
    .execute()
  return rows.map((row) => ({ ...row, responses: Number(row.responses) }))
}
