import { groupBy } from '../../scoring/objective/groupBy.ts'
import type { DataProblem } from '../../scoring/objective/problem.ts'
import type { Text } from '../../scoring/text.ts'
import { type Address, inWords } from './address.ts'
import type { CellKind } from './cell.ts'

/** Where a value stood in a file, and what the file said of its kind. */
export interface Place {
  item: string
  key: string | null
  row: number | null
  address: Address
  kind: CellKind
}

/** What a spreadsheet made of a value, and how to undo it; null where it did nothing. */
const hints: Record<CellKind, Text | null> = {
  text: null,
  number: null,
  boolean: null,
  percent: {
    zh: '单元格是百分比格式，请改为“常规”并填原数',
    en: 'The cell is formatted as a percentage: format it as “General” and enter the figure itself',
  },
  date: {
    zh: '单元格被当作日期，请改为“常规”或“文本”后重填',
    en: 'The cell is taken for a date: format it as “General” or “Text” and enter the value again',
  },
  error: {
    zh: '单元格的公式出错，请改正公式或直接填值',
    en: 'The formula in the cell fails: mend it, or enter the value itself',
  },
  uncomputed: {
    zh: '单元格是公式，文件中没有存下结果。请在 Excel 或 WPS 中打开并保存，或直接填值',
    en: 'The cell holds a formula whose result was not stored: open and save the file in Excel or WPS, or enter the value itself',
  },
}

/** Finds where a problem stands; one of a whole item stands in any cell of its row. */
export function placeFinder(places: readonly Place[]): (problem: DataProblem) => Place | undefined {
  const byRow = groupBy(places, ({ row, item }) => `${row} ${item}`)
  return ({ row, item, key }) =>
    byRow.get(`${row} ${item}`)?.find((place) => place.key === key || place.key === null || key === null)
}

/** Puts before each problem the cell it is in, and behind it what the spreadsheet had to do with it. */
export function located<P extends DataProblem>(problems: P[], places: readonly Place[]): P[] {
  if (problems.length === 0) return problems
  const placeOf = placeFinder(places)
  return problems.map((problem) => {
    const place = placeOf(problem)
    if (!place) return problem
    const where = inWords(place.address)
    const hint = hints[place.kind]
    const say = (language: keyof Text) =>
      `${where[language]}${language === 'zh' ? ':' : ': '}${problem.message[language]}${hint ? `${language === 'zh' ? '。' : '. '}${hint[language]}` : ''}`
    return { ...problem, message: { zh: say('zh'), en: say('en') } }
  })
}
