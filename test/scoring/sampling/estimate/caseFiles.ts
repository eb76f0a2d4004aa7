import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Files } from '../../../../scoring/sampling/estimate/readFiles.ts'
import type { RowTable } from '../../../../scoring/sampling/estimate/table.ts'

/** The reference vectors; FORMAT.md there describes them. */
export const referenceFolder = join(import.meta.dirname, '../../../reference/stats')

const table = (path: string): RowTable => {
  const [columns = [], ...rows] = parse(readFileSync(path, 'utf8')) as string[][]
  return { columns, rows }
}
const optional = (path: string) => (existsSync(path) ? table(path) : null)

export const json = (path: string): unknown => JSON.parse(readFileSync(join(referenceFolder, path), 'utf8'))

/** The files of a reference case, read. */
export const caseFiles = (name: string): Files => {
  const folder = join(referenceFolder, name)
  return {
    design: json(`${name}/design.json`),
    responses: table(join(folder, 'responses.csv')),
    population: optional(join(folder, 'population.csv')),
    multipliers: optional(join(folder, 'replicate_multipliers.csv')),
  }
}
