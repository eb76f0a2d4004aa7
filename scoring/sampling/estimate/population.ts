import { variablesOf } from './designFile.ts'
import type { ProblemList } from './problem.ts'
import { numberOf, requireColumns } from './readColumn.ts'
import { cellsOf, lineOf, rowsIn, type Table } from './table.ts'

interface Count {
  category: string
  count: number
  line: number
}

/** Population counts by variable, as population.csv lists them. */
export type Population = Map<string, Count[]>

/** Category of the total of a numeric variable. */
const totalCategory = '__total__'

/** Reads the population file: `variable,category,count`. */
export function readPopulation(table: Table, problems: ProblemList): Population {
  const population: Population = new Map()
  const columns = ['variable', 'category', 'count']
  if (!requireColumns(table, columns, 'population', problems)) return population
  const [variableAt, categoryAt, countAt] = columns.map((name) => cellsOf(table, name)!)
  const seen = new Set<string>()
  for (let row = 0; row < rowsIn(table); row += 1) {
    const variable = variableAt!(row)
    const category = categoryAt!(row)
    const text = countAt!(row)
    const count = numberOf(text)
    const at = { file: 'population', rows: [lineOf(table, row)] } as const
    const key = JSON.stringify([variable, category])
    if (variable === '' || category === '') {
      const zh = '变量名和类别都要填写'
      problems.add({ ...at, code: 'missing-value', text: { zh, en: 'give both the variable and the category' } })
    } else if (Number.isNaN(count) || (count < 0 && category !== totalCategory)) {
      problems.add({
        ...at,
        code: 'not-a-count',
        column: 'count',
        text: {
          zh: `“${text}”不是总体数。请填写不小于 0 的数`,
          en: `“${text}” is no population count. Write a number that is not negative`,
        },
      })
    } else if (seen.has(key)) {
      problems.add({
        ...at,
        code: 'duplicate-category',
        text: {
          zh: `${variable} 的类别 ${category} 出现两次。请只留一行`,
          en: `category ${category} of ${variable} is listed twice. Keep one row`,
        },
      })
    } else if (category !== totalCategory && category.split(':').length !== variablesOf(variable).length) {
      problems.add({
        ...at,
        code: 'crossed-category',
        column: 'category',
        text: {
          zh: `类别 ${category} 与变量 ${variable} 不对应：每个变量一段，用半角冒号分开`,
          en: `category ${category} does not fit ${variable}: one part for each variable, joined by colons`,
        },
      })
    } else {
      seen.add(key)
      const counts = population.get(variable) ?? []
      population.set(variable, counts)
      counts.push({ category, count, line: at.rows[0]! })
    }
  }
  return population
}

/** Total of a numeric variable; null (and a problem) where the file has none. */
export function totalOf(population: Population, variable: string, problems: ProblemList): number | null {
  const total = population.get(variable)?.find(({ category }) => category === totalCategory)
  if (total !== undefined) return total.count
  problems.add({
    file: 'population',
    code: 'missing-total',
    column: variable,
    text: {
      zh: `没有这个数值变量的总量。请加一行：${variable},${totalCategory}，总量`,
      en: `the total of this numeric variable is missing. Add a row: ${variable},${totalCategory},TOTAL`,
    },
  })
  return null
}
