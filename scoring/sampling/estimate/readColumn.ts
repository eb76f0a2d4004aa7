import type { InputFile, ProblemList } from './problem.ts'
import { cellsOf, lineOf, rowsIn, type Table } from './table.ts'

/** A categorical column: for each row the index of its label, −1 where the cell is empty. */
export interface Categories {
  of: Int32Array
  /** In the order of their code points. */
  labels: string[]
}

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** A number as text, e.g. `-1.5e3`; NaN for anything else. */
export const numberOf = (text: string): number => (number.test(text) ? Number(text) : Number.NaN)

interface Expectation {
  file: InputFile
  /** Cells that count as empty. */
  missing?: ReadonlySet<string>
  /** Whether an empty cell is a problem. */
  required?: boolean
  /** Why a number can't be taken; null if it can. */
  reject?: (value: number) => { zh: string; en: string } | null
}

/** A numeric column, NaN where a cell is empty or a missing code; null if there is no such column. */
export function readNumbers(
  table: Table,
  name: string,
  problems: ProblemList,
  { file, missing = new Set(), required = false, reject = () => null }: Expectation,
): Float64Array | null {
  const cell = cellsOf(table, name)
  if (cell === null) return null
  const values = new Float64Array(rowsIn(table))
  const known = new Map<string, number>()
  for (let row = 0; row < values.length; row += 1) {
    const text = cell(row)
    const seen = known.get(text)
    if (seen !== undefined) {
      values[row] = seen
      continue
    }
    const value = text === '' || missing.has(text) ? Number.NaN : numberOf(text)
    const absent = text === '' || missing.has(text) || missing.has(String(value))
    const rows = [lineOf(table, row)]
    const reason = absent || Number.isNaN(value) ? null : reject(value)
    values[row] = absent ? Number.NaN : value
    if (absent && required) {
      problems.add({
        file,
        code: 'missing-value',
        column: name,
        rows,
        text: { zh: '缺少数值。请补上，或删去这一行', en: 'the number is missing. Fill it in or take the row out' },
      })
    } else if (!absent && Number.isNaN(value)) {
      problems.add({
        file,
        code: 'not-a-number',
        column: name,
        rows,
        text: {
          zh: `“${text}”不是数。请改成数，缺失请留空`,
          en: `“${text}” is no number. Write a number, or leave the cell empty if it is missing`,
        },
      })
    } else if (reason !== null) {
      problems.add({
        file,
        code: 'out-of-range',
        column: name,
        rows,
        text: { zh: `${text}：${reason.zh}`, en: `${text}: ${reason.en}` },
      })
    } else if (known.size < 1000) known.set(text, values[row]!)
  }
  return values
}

/** A categorical column, or several crossed (labels joined by `:`, −1 where any is empty); null if one does not exist. */
export function readCategories(table: Table, variables: string[]): Categories | null {
  const cells = variables.map((name) => cellsOf(table, name))
  if (cells.includes(null)) return null
  const readers = cells.filter((cell) => cell !== null)
  const of = new Int32Array(rowsIn(table))
  const order = new Map<string, number>()
  for (let row = 0; row < of.length; row += 1) {
    const parts = readers.map((cell) => cell(row))
    if (parts.includes('')) {
      of[row] = -1
      continue
    }
    const label = parts.length === 1 ? parts[0]! : parts.join(':')
    const index = order.get(label) ?? order.size
    if (index === order.size) order.set(label, index)
    of[row] = index
  }
  const labels = [...order.keys()].sort()
  const place = new Int32Array(labels.length)
  labels.forEach((label, index) => {
    place[order.get(label)!] = index
  })
  return { of: of.map((index) => (index < 0 ? -1 : place[index]!)), labels }
}

/** Reports the columns that a table lacks. @returns whether it has them all */
export function requireColumns(table: Table, names: Iterable<string>, file: InputFile, problems: ProblemList): boolean {
  const lacking = [...new Set(names)].filter((name) => !table.columns.includes(name))
  for (const name of lacking) {
    const known = table.columns.join(', ')
    problems.add({
      file,
      code: 'unknown-column',
      column: name,
      text: {
        zh: `没有这一列。请更正设计文件中的列名或补上这一列；文件中的列：${known}`,
        en: `there is no such column. Correct the name in the design or add the column; the file has: ${known}`,
      },
    })
  }
  return lacking.length === 0
}
