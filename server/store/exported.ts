import { sql } from 'kysely'
import type { ResponseTable, Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** What is exported of a response in the score; with what was answered, as it is stored, where that is asked for. */
export type ExportedResponse = Pick<ResponseTable, 'id' | 'cell' | 'base_weight' | 'channel'> & {
  codes: string
  answers?: string | null
}

/** Which responses: the next so many after an id, with their answers or without. */
interface Piece {
  /** The last id of the piece before; null at the beginning. */
  after: string | null
  limit: number
  answers?: boolean
}

/**
 * Responses that were taken in as counted, in the order of their ids, which the clients draw at random: the order says
 * nothing of who came when.
 */
export async function exportedResponses(db: Store, survey: SurveyKey, piece: Piece): Promise<ExportedResponse[]> {
  const { low, high, responses } = await together(db, survey, piece).executeTakeFirstOrThrow()
  if (low === null) return []
  if (low === high) return responses.split(rowEnd).map((line) => responseOf(line, low))
  const query = counted(db, survey, piece).select(['id', 'codes', 'cell', 'base_weight', 'channel'])
  const rows = await query.$if(piece.answers ?? false, (more) => more.select('answers')).execute()
  return rows as (Omit<(typeof rows)[number], 'codes'> & { codes: string })[]
}

const counted = (db: Store, survey: SurveyKey, { after, limit }: Piece) =>
  db
    .selectFrom('response')
    .where('round_id', '=', survey.round)
    .where('survey_id', '=', survey.id)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .where('outcome', '=', 'counted')
    .where('codes', 'is not', null)
    .orderBy('id')
    .limit(limit)

// Neither can be in a text of JSON.
const [columnEnd, rowEnd] = ['\u001f', '\u001e']

/** A piece as one text, put together by the database as scans are (store/tally.ts): a row each takes longer to hand over. */
const together = (db: Store, survey: SurveyKey, piece: Piece) =>
  db
    .selectFrom(
      counted(db, survey, piece)
        .select(['id', 'codes', 'cell', 'base_weight', 'channel'])
        .$if(piece.answers ?? false, (more) => more.select('answers'))
        .as('some'),
    )
    .select(({ fn }) => [
      fn.min<number | null>('base_weight').as('low'),
      fn.max<number | null>('base_weight').as('high'),
      sql<string>`string_agg(concat_ws(${columnEnd}, ${sql.join(columns(piece))}), ${rowEnd})`.as('responses'),
    ])

const columns = ({ answers }: Piece) => [
  ...['id', 'channel', 'cell', 'codes'].map((name) => sql.ref(name)),
  ...(answers ? [sql`coalesce(answers, '{}')`] : []),
]

function responseOf(line: string, base_weight: number): ExportedResponse {
  const [id = '', channel = '', cell = '', codes = '', answers] = line.split(columnEnd)
  return { id, channel, cell, base_weight, codes, ...(answers === undefined ? {} : { answers }) }
}
