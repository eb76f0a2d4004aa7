import { type CsvValue, csvText } from '../csv.ts'
import type { RModel } from './model.ts'
import { script } from './script.ts'

/** The R script and the CSV files that it reads, by name; to be put into one folder. */
export function rFiles(model: RModel): Record<string, string> {
  const { quantities, items, margins, numbers, expected } = model
  const blockOf = new Map(items.map(({ name, block }) => [name, block + 1]))
  return {
    'recompute.R': script,
    'settings.csv': csvText([
      ['key', 'value'],
      ['method', model.method],
      ['total', model.total],
      ['lonely_psu', model.lonelyPsu],
      ['blocks', model.blocks.length],
    ]),
    'responses.csv': csvText(rowsOf(model)),
    'margins.csv': csvText([
      ['margin', 'category', 'share'],
      ...margins.flatMap(({ name, shares }) => shares.map(({ category, share }) => [name, category, share])),
    ]),
    'totals.csv': csvText([['variable', 'total'], ...numbers.map(({ name, total }) => [name, total])]),
    'quantities.csv': csvText([
      ['quantity', 'item', 'block', 'coefficient'],
      ...quantities.flatMap(({ name, terms }) =>
        terms.map(({ item, coefficient }) => [name, item, blockOf.get(item) ?? null, coefficient]),
      ),
    ]),
    'expected.csv': csvText([
      ['quantity', 'group', 'category', 'estimate', 'se'],
      ...expected.map(({ quantity, group, category, estimate, se }) => [quantity, group, category, estimate, se]),
    ]),
  }
}

interface Column {
  name: string
  cell: (row: number) => CsvValue
}

const number = (value: number): CsvValue => (Number.isNaN(value) ? null : value)

/** A row a respondent; the prefixes keep variables apart that bear the same name. */
function rowsOf({
  rows,
  stratum,
  psu,
  populationSize,
  baseWeight,
  blocks,
  margins,
  numbers,
  groups,
  items,
}: RModel): CsvValue[][] {
  const texts = (name: string, values: string[] | null): Column[] =>
    values === null ? [] : [{ name, cell: (row) => values[row] || null }]
  const columns: Column[] = [
    ...texts('stratum', stratum),
    ...texts('psu', psu),
    ...(populationSize === null ? [] : [{ name: 'fpc', cell: (row: number) => number(populationSize[row]!) }]),
    { name: 'base_weight', cell: (row) => baseWeight[row]! },
    ...blocks.flatMap(({ asked, finalWeight }, block) => [
      { name: `asked ${block + 1}`, cell: (row: number) => asked[row]! },
      { name: `weight ${block + 1}`, cell: (row: number) => finalWeight[row]! },
    ]),
    ...margins.flatMap(({ name, value }) => texts(`margin ${name}`, value)),
    ...numbers.map(({ name, value }) => ({ name: `number ${name}`, cell: (row: number) => number(value[row]!) })),
    ...groups.flatMap(({ name, value }) => texts(`group ${name}`, value)),
    ...items.map(({ name, value }) => ({ name: `item ${name}`, cell: (row: number) => number(value[row]!) })),
  ]
  return [
    columns.map(({ name }) => name),
    ...Array.from({ length: rows }, (_, row) => columns.map(({ cell }) => cell(row))),
  ]
}
