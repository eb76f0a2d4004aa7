import { readRecords, type TableRecord } from '../../files/records.ts'
import { readTable } from '../../files/table.ts'
import { type InputProblem, Problem } from '../../http/problem.ts'
import type { PopulationRow } from '../../shapes/setup.ts'

const columns = {
  variable: { names: ['variable', '变量', '项目'], required: true },
  category: { names: ['category', '类别', '分组'], required: true },
  count: { names: ['count', '人数', '人口', '人口数'], required: true },
} as const

type Column = keyof typeof columns

const separator = /\s*[×|*]\s*/

/**
 * Reads population figures from CSV or XLSX: a row a category, with variable, category, count. Crossed variables are
 * written `sex × age`, their categories `male × 60+`.
 * @throws {Problem} `invalid` with everything that is wrong, by cell
 */
export async function readPopulation(bytes: Uint8Array): Promise<PopulationRow[]> {
  const { records, problems } = readRecords<Column>(await readTable(bytes), columns, ['variable'])
  const errors: InputProblem[] = problems.map(({ path, code, message }) => ({ path: path || 'file', code, message }))
  const seen = new Map<string, number>()
  const rows = records.map((record) => {
    const row = rowOf(record)
    errors.push(...wrongIn(record, row, seen))
    return row
  })
  if (errors.length === 0 && rows.length === 0) errors.push({ path: 'file', code: 'empty', message: nothing })
  if (errors.length > 0) throw new Problem('invalid', { errors })
  return rows
}

function rowOf(record: TableRecord<Column>): PopulationRow {
  const text = (column: Column) => record.cell(column).text.trim()
  return {
    row: record.row,
    variables: text('variable').split(separator),
    categories: text('category').split(separator),
    count: Number(text('count').replace(/^$/, 'none').replaceAll(',', '')),
  }
}

function wrongIn({ row }: TableRecord<Column>, one: PopulationRow, seen: Map<string, number>): InputProblem[] {
  const { variables, categories, count } = one
  const wrong = (column: Column, zh: string, en: string): InputProblem => ({
    path: `row ${row}.${column}`,
    code: column,
    message: { zh: `第 ${row} 行：${zh}`, en: `Row ${row}: ${en}` },
  })
  const key = `${variables.join('|')}\n${categories.join('|')}`
  const before = seen.get(key)
  seen.set(key, row)
  return [
    ...(variables.includes('') ? [wrong('variable', '没有填变量', 'The variable is missing')] : []),
    ...(categories.includes('') ? [wrong('category', '没有填类别', 'The category is missing')] : []),
    ...(variables.length !== categories.length
      ? [
          wrong(
            'category',
            `变量有 ${variables.length} 个，类别有 ${categories.length} 个，应一一对应（如 sex × age 与 male × 60+）`,
            `There are ${variables.length} variables and ${categories.length} categories: they must match, as in sex × age and male × 60+`,
          ),
        ]
      : []),
    ...(Number.isFinite(count) && count >= 0
      ? []
      : [wrong('count', '人数应为不小于 0 的数', 'The count must be a number of 0 or more')]),
    ...(before === undefined ? [] : [wrong('category', `与第 ${before} 行重复`, `It is the same as row ${before}`)]),
  ]
}

const nothing = { zh: '文件里没有数据行', en: 'The file has no rows of data' }
