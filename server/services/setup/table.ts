import type { SurveyDesign, Variable } from '../../../scoring/sampling/design.ts'
import type { Part } from '../../../surveys/forms/subject.ts'
import type { ColumnRule } from '../../files/columns.ts'
import { readRecords, type TableRecord } from '../../files/records.ts'
import { readTable } from '../../files/table.ts'
import { type InputProblem, Problem } from '../../http/problem.ts'

const fixed = {
  region: { names: ['region', '地区代码', '地区'], required: true },
  name: { names: ['name', '地区名称', '名称'], required: true },
  nameEn: { names: ['name_en', '英文名称'] },
  rank: { names: ['rank', '级别'], required: true },
  survey: { names: ['survey', '调查编号'] },
  target: { names: ['target', '样本量'] },
  parts: { names: ['parts', '下辖'] },
  opens: { names: ['opens', '开始时间'] },
  closes: { names: ['closes', '结束时间'] },
  organiser: { names: ['organiser', '主办单位'] },
  contact: { names: ['contact', '联系方式'] },
  source: { names: ['source', '数据来源'] },
  decision: { names: ['decision', '处理说明'] },
} as const satisfies Record<string, ColumnRule>

type Fixed = keyof typeof fixed

/** One region of a table of surveys, as it was read. */
export interface TableLine extends Record<Exclude<Fixed, 'parts'>, string> {
  row: number
  parts: (Part & { count: number })[]
  /** Population by variable and category, where the table gives it. */
  counts: Record<string, Record<string, number>>
}

/** The variables, besides the parts of a region, whose population a table gives: a column a category. */
export const countedVariables = (
  { variables }: Pick<SurveyDesign, 'variables'>,
  part: Variable | undefined,
): Variable[] => variables.filter((variable) => variable !== part)

const columnOf = (variable: Variable, category: string) => `${variable.name}:${category}`

/** The names of all columns, in the order in which an empty table has them. */
export const columnNames = (variables: Variable[]): string[] => [
  ...Object.values(fixed).map(({ names }) => names[0]),
  ...variables.flatMap((variable) => variable.categories.map(({ code }) => columnOf(variable, code))),
]

/**
 * Reads a table of surveys: a row a region. Problems of its cells are put into `errors`, by row.
 * @throws {Problem} `invalid` where it cannot be read as such a table
 */
export async function readSurveys(
  bytes: Uint8Array,
  variables: Variable[],
): Promise<{ lines: TableLine[]; errors: InputProblem[] }> {
  const rules: Record<string, ColumnRule> = { ...fixed }
  for (const variable of variables)
    for (const { code, label } of variable.categories)
      rules[columnOf(variable, code)] = {
        names: [columnOf(variable, code).toLowerCase(), `${variable.label.zh}:${label.zh}`.toLowerCase()],
      }
  const { records, problems } = readRecords<string>(await readTable(bytes), rules, [])
  if (problems.length > 0 || records.length === 0)
    throw new Problem('invalid', {
      errors:
        problems.length > 0
          ? problems.map(({ path, code, message }) => ({ path: path || 'file', code, message }))
          : [{ path: 'file', code: 'empty', message: { zh: '表里没有地区', en: 'The table has no region' } }],
    })
  const errors: InputProblem[] = []
  return { lines: records.map((record) => lineOf(record, variables, errors)), errors }
}

function lineOf(record: TableRecord<string>, variables: Variable[], errors: InputProblem[]): TableLine {
  const { row } = record
  const text = (column: Fixed) => record.cell(column).text.trim()
  const wrong = (column: string, zh: string, en: string) =>
    void errors.push({
      path: `row ${row}.${column}`,
      code: 'cell',
      message: { zh: `第 ${row} 行：${zh}`, en: `Row ${row}: ${en}` },
    })
  const number = (column: string, written: string): number => {
    const count = Number(written.replaceAll(',', ''))
    if (written === '' || !Number.isFinite(count) || count < 0)
      wrong(column, `${column} 应为不小于 0 的数`, `${column} must be a number of 0 or more`)
    return count
  }
  const counts: TableLine['counts'] = {}
  for (const variable of variables) {
    const cells = variable.categories.map(
      ({ code }) => [code, record.cell(columnOf(variable, code)).text.trim()] as const,
    )
    if (cells.every(([, written]) => written === '')) continue
    counts[variable.name] = Object.fromEntries(
      cells.map(([code, written]) => [code, number(columnOf(variable, code), written)]),
    )
  }
  const parts = text('parts')
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [names = '', count = ''] = part.split(/[=＝]/).map((piece) => piece.trim())
      const [zh = '', en = ''] = names.split('/').map((piece) => piece.trim())
      if (zh === '')
        wrong(
          'parts',
          `“${part}”没有名称，应如“东湖区=412000;西山区=388000”`,
          `“${part}” has no name; write 东湖区=412000;西山区=388000`,
        )
      return { code: zh.replace(/[^\p{L}\p{N}_-]/gu, '-'), label: { zh, en: en || zh }, count: number('parts', count) }
    })
  const { parts: _, ...columns } = fixed
  return {
    ...(Object.fromEntries(Object.keys(columns).map((column) => [column, text(column as Fixed)])) as Omit<
      TableLine,
      'row' | 'parts' | 'counts'
    >),
    row,
    parts,
    counts,
  } as TableLine
}
