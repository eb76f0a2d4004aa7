import { createHash } from 'node:crypto'
import type { Text } from '../../../scoring/text.ts'
import { type Address, inWords } from '../../files/address.ts'
import type { Row, Sheet } from '../../files/cell.ts'
import { unguarded } from '../../files/formulaGuard.ts'
import { readTable } from '../../files/table.ts'
import type { NewResponse } from '../../shapes/survey.ts'
import { derivedId } from '../collect/derivedId.ts'
import { answerOf } from './answer.ts'
import { questionsOf } from './questions.ts'

export interface PaperResponse {
  response: NewResponse & { locale: string }
  /** The cell in which something about it stands, in words: of a question, or of the whole row where it has no column. */
  cellOf: (name: string) => Text
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
  const wrong = columns.flatMap((name, column) => {
    const cell = inWords(cellIn(sheet, header?.number ?? 1, column))
    if (!isColumn(name, questions)) return [noSuchColumn(name, cell)]
    return columns.indexOf(name) < column ? [at(cell, name, twice)] : []
  })
  if (columns.length === 0) wrong.push(noHeader)
  if (wrong.length > 0) return { responses: [], problems: wrong }

  const file = createHash('sha256').update(bytes).digest('hex')
  const responses = rows.map((row) => ({
    response: responseOf(row, columns, questions, file),
    cellOf: (name: string) => inWords(cellIn(sheet, row.number, columnOf(name, columns))),
  }))
  return {
    responses,
    problems: responses
      .filter(({ response }) => !uuid.test(response.id))
      .map(({ cellOf }) => at(cellOf('id'), 'id', { zh: '应为 UUID', en: 'must be a UUID' })),
  }
}

/** What is wrong with a question, and in which cell. */
export const at = (cell: Text, name: string, { zh, en }: Text): Text => ({
  zh: `${cell.zh}${name && `，${name}`}：${zh}`,
  en: `${cell.en}${name && `, ${name}`}: ${en}`,
})

const cellIn = ({ name }: Sheet, row: number, column: number): Address => ({
  sheet: name,
  row,
  column: column < 0 ? null : column,
})

/** Of a row of a grid, e.g. `Q1.r2`, the column of its question; −1 where the file has none. */
function columnOf(name: string, columns: string[]): number {
  const whole = columns.indexOf(name)
  if (whole >= 0 || !name.includes('.')) return whole
  return columnOf(name.slice(0, name.lastIndexOf('.')), columns)
}

const own = new Set(['id', 'locale'])

const isColumn = (name: string, questions: ReturnType<typeof questionsOf>) =>
  own.has(name) || questions.has(name) || (name.endsWith('-Comment') && questions.has(name.slice(0, -8)))

function responseOf(
  { number, cells }: Row,
  columns: string[],
  questions: ReturnType<typeof questionsOf>,
  file: string,
): PaperResponse['response'] {
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
    id: meta.get('id') ?? derivedId(`${file} ${number}`),
    locale: meta.get('locale') ?? '',
    answers: Object.fromEntries(answers),
  }
}

const noHeader: Text = {
  zh: '没有表头：第一行应为问卷的题目名（另可有 id、locale）',
  en: 'There is no header: the first row must name questions of the questionnaire (and may have id, locale)',
}

const twice: Text = { zh: '这一列出现了两次', en: 'this column is there twice' }

const noSuchColumn = (name: string, cell: Text): Text => ({
  zh: `${cell.zh}：问卷里没有题目“${name}”；表头应为题目名（另可有 id、locale）`,
  en: `${cell.en}: the questionnaire has no question “${name}”; the header must name questions (and may have id, locale)`,
})
