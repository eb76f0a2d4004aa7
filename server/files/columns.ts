import type { Cell, Row, Sheet } from './cell.ts'
import { type FileProblem, fileProblem } from './problem.ts'

/** A column that a file may have, under any of its names; the first one is the name in the contract. */
export interface ColumnRule {
  names: readonly string[]
  required?: boolean
}

export interface Columns<K extends string> {
  /** Index into `sheet.rows` of the first row of data. */
  firstRow: number
  names: Cell[]
  /** Column by key, where the sheet has it. */
  at: Partial<Record<K, number>>
  /** Every name is the first of its rule: the plain form of the contract. */
  plain: boolean
}

/** How far down a sheet its header may stand, below titles. A CSV begins with it. */
const deepestHeader = 10

/**
 * Finds the header of a sheet: the first row that holds every required column.
 * Columns may come in any order; an unknown, missing or repeated one is a problem.
 */
export function findColumns<K extends string>(
  sheet: Sheet,
  rules: Record<K, ColumnRule>,
): { columns: Columns<K> | null; problems: FileProblem[] } {
  const candidates = sheet.rows.slice(0, sheet.name === null ? 1 : deepestHeader)
  const matched = candidates.map((row) => matchNames(row, rules))
  const header = matched.findIndex(({ missing }) => missing.length === 0)
  const row = candidates[header]
  const match = matched[header]
  if (!row || !match) return { columns: null, problems: [missingColumns(sheet, matched)] }

  const problems: FileProblem[] = []
  const at: Partial<Record<K, number>> = {}
  for (const { key, name, column } of match.names) {
    const address = { sheet: sheet.name, row: row.number, column }
    if (key === null) problems.push(fileProblem('unknown-column', { name, known: knownNames(rules) }, address))
    else if (at[key] !== undefined) problems.push(fileProblem('duplicate-column', { name }, address))
    else at[key] = column
  }
  const plain = match.names.every(({ key, name }) => key !== null && normal(name) === rules[key].names[0])
  return { columns: { firstRow: header + 1, names: row.cells, at, plain }, problems }
}

interface Match<K> {
  names: { key: K | null; name: string; column: number }[]
  missing: string[]
}

function matchNames<K extends string>({ cells }: Row, rules: Record<K, ColumnRule>): Match<K> {
  const keys = Object.keys(rules) as K[]
  const names = Object.entries(cells).map(([column, { text }]: [string, Cell]) => ({
    key: keys.find((key) => rules[key].names.includes(normal(text))) ?? null,
    name: text.trim(),
    column: Number(column),
  }))
  const missing = keys.filter((key) => rules[key].required && !names.some((name) => name.key === key))
  return { names: names.filter(({ name }) => name !== ''), missing: missing.map((key) => nameOf(rules[key])) }
}

const normal = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

const nameOf = ({ names }: ColumnRule): string => names.slice(0, 2).join('/')

const knownNames = (rules: Record<string, ColumnRule>): string[] => Object.values(rules).map(nameOf)

/** Names what the likeliest header lacks. */
function missingColumns<K>(sheet: Sheet, matched: Match<K>[]): FileProblem {
  const [best] = [...matched].sort((a, b) => a.missing.length - b.missing.length)
  const row = sheet.rows[best ? matched.indexOf(best) : 0]
  if (!best || !row) return fileProblem('empty', {})
  const found = best.names.slice(0, 12).map(({ name }) => name)
  const address = { sheet: sheet.name, row: row.number, column: null }
  return fileProblem('no-header', { missing: best.missing, found }, address)
}
