import { createHash } from 'node:crypto'
import type { Text } from '../../../scoring/text.ts'
import { inWords } from '../../files/address.ts'
import type { Row, Sheet } from '../../files/cell.ts'
import { unguarded } from '../../files/formulaGuard.ts'
import { readTable } from '../../files/table.ts'
import type { NewResponse } from '../../shapes/survey.ts'
import { derivedId } from '../collect/derivedId.ts'
import { answerOf } from './answer.ts'
import { questionsOf } from './questions.ts'

export interface PaperResponse {
  row: number
  response: NewResponse & { locale: string }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Reads responses from a CSV or XLSX: a row a person, a column a question, empty where there is no answer.
 * Columns `id` (a UUID) and `locale` may be there; without an id the same row of the same file always gets the same.
 */
export async function readResponses(
  bytes: Uint8Array,
  questionnaire: Record<string, unknown>,
): Promise<{ responses: PaperResponse[]; problems: Text[] }> {
  const { sheets, problems } = await readTable(bytes)
  const [sheet] = sheets
  if (!sheet) return { responses: [], problems: problems.map(({ message }) => message) }

  const questions = questionsOf(questionnaire)
  const [header, ...rows] = sheet.rows
  const columns = header?.cells.map(({ text }) => unguarded(text.trim())) ?? []
  const unknown = columns.filter((name) => !isColumn(name, questions))
  if (unknown.length > 0 || columns.length === 0) return { responses: [], problems: [noSuchColumns(unknown)] }

  const file = createHash('sha256').update(bytes).digest('hex')
  const responses = rows.map((row) => responseOf(row, columns, questions, file))
  return {
    responses,
    problems: responses.filter(({ response }) => !uuid.test(response.id)).map(({ row }) => noUuid(sheet, row)),
  }
}

const own = new Set(['id', 'locale'])

const isColumn = (name: string, questions: ReturnType<typeof questionsOf>) =>
  own.has(name) || questions.has(name) || (name.endsWith('-Comment') && questions.has(name.slice(0, -8)))

function responseOf(
  { number, cells }: Row,
  columns: string[],
  questions: ReturnType<typeof questionsOf>,
  file: string,
): PaperResponse {
  const given = columns
    .map((name, at) => ({ name, text: unguarded((cells[at]?.text ?? '').trim()) }))
    .filter(({ text }) => text !== '')
  const meta = new Map(given.filter(({ name }) => own.has(name)).map(({ name, text }) => [name, text]))
  const answers = given
    .filter(({ name }) => !own.has(name))
    .map(({ name, text }) => {
      const question = questions.get(name)
      return [name, question ? answerOf(question, text) : text] as const
    })
  return {
    row: number,
    response: {
      id: meta.get('id') ?? derivedId(`${file} ${number}`),
      locale: meta.get('locale') ?? '',
      answers: Object.fromEntries(answers),
    },
  }
}

const noSuchColumns = (names: string[]): Text => ({
  zh: `表头应为问卷的题目名（另可有 id、locale），问卷里没有：${names.join('、') || '（没有表头）'}`,
  en: `The header must name questions of the questionnaire (and may have id, locale). Not in it: ${names.join(', ') || '(no header)'}`,
})

function noUuid({ name }: Sheet, row: number): Text {
  const place = inWords({ sheet: name, row, column: null })
  return { zh: `${place.zh}:id 应为 UUID`, en: `${place.en}: the id must be a UUID` }
}
