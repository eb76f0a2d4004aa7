import type { Margin, Variable } from '../../../scoring/sampling/design.ts'
import type { PopulationRow } from '../../../server/shapes/setup.ts'
import type { Plan } from './plan.ts'

type Known = Pick<Plan, 'variables' | 'population' | 'mapping' | 'source'>

/** A name of a row of population figures that stays however it is mapped. */
export const keyOf = ({ variables, categories }: Pick<PopulationRow, 'variables' | 'categories'>): string =>
  `${variables.join('×')}: ${categories.join('×')}`

/** Figures for wider or narrower bands than a category's that usually stand for it. */
const usualStandIns: Record<string, string> = { '15-59': '16-59' }

const same = (a: string, b: string) => a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase()

export const variableFor = (variables: readonly Variable[], written: string): Variable | undefined =>
  variables.find(({ name, label, question }) => [name, label.zh, label.en, question].some((one) => same(one, written)))

function categoryFor({ categories }: Variable, written: string): string | undefined {
  const wanted = usualStandIns[written] ?? written
  return categories.find(
    ({ code, label, values }) =>
      [code, label.zh, label.en].some((one) => same(one, wanted) || same(one, written)) ||
      values.some((value) => same(String(value), written)),
  )?.code
}

/** Where a row is counted: as somebody said, else by its name. '' is nowhere, undefined not known. */
export function cellFor({ variables, mapping }: Pick<Known, 'variables' | 'mapping'>, row: PopulationRow) {
  const own = row.variables.map((written) => variableFor(variables, written))
  const said = mapping[keyOf(row)]
  if (said !== undefined) {
    const codes = said.split('|')
    const stands = codes.every((code, at) => own[at]?.categories.some((category) => category.code === code))
    if (said === '' || stands) return said
  }
  const codes = own.map((variable, at) => variable && categoryFor(variable, row.categories[at] ?? ''))
  return codes.every((code) => code !== undefined) ? codes.join('|') : undefined
}

/** The margins that the population figures give, a variable (or crossed variables) each, in the order of the file. */
export function marginsOf(plan: Known): Margin[] {
  const groups = new Map<string, { variables: Variable[]; counts: Map<string, number> }>()
  for (const row of plan.population) {
    const own = row.variables.map((written) => variableFor(plan.variables, written))
    const known = own.filter((variable) => variable !== undefined)
    const cell = cellFor(plan, row)
    if (known.length < own.length || cell === undefined || cell === '') continue
    const name = known.map((variable) => variable.name).join('×')
    const group = groups.get(name) ?? { variables: known, counts: new Map<string, number>() }
    groups.set(name, group)
    group.counts.set(cell, (group.counts.get(cell) ?? 0) + row.count)
  }
  const { zh, en } = plan.source
  return [...groups.values()].map(({ variables, counts }) => ({
    variables: variables.map(({ name }) => name),
    counts: [...counts].map(([cell, count]) => ({ categories: cell.split('|'), count })),
    source: { zh: zh.trim() || '未注明来源', en: en.trim() || zh.trim() || 'source not stated' },
  }))
}
