import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const folder = join(import.meta.dirname, '../../reference/stats')

export interface CaseDesign {
  weights: string
  strata: string | null
  fpc: string | null
  margins: string[]
  domains: string[]
  trim: { lower: number; upper: number; cycles: number } | null
  score: {
    item_min: number
    item_max: number
    dimensions: { name: string; weight: number; items: string[] }[]
  }
}

interface AvailableCase {
  item_means_0_100: number[]
  item_n: number[]
  estimate: number
  se: number
  se_by_method?: { projection_base_weight_metric: number }
}

export interface CaseExpected {
  n: number
  degf: number
  weights: { sum: number; min: number; max: number; sum_squares: number; kish_deff: number; first20: number[] }
  composite_item_level: { item_coefficients: number[]; items: string[]; available_case: AvailableCase }
  estimands: Record<string, { overall: Means; domains: Record<string, Record<string, Means>> }>
}

interface Means {
  n: number
  mean: number
  se: number
  ci95_t: [number, number]
  se_by_method?: { projection_base_weight_metric: number }
}

export type Row = Record<string, string>

const csv = (path: string): Row[] =>
  parse(readFileSync(join(folder, path), 'utf8'), { columns: true, skip_empty_lines: true })
const json = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8'))

/** A case of the statistics reference, as `test/reference/stats/FORMAT.md` describes it. */
export const statsCase = (name: string) => ({
  design: json<CaseDesign>(`${name}/design.json`),
  expected: json<CaseExpected>(`${name}/expected.json`),
  rows: csv(`${name}/responses.csv`),
  /** Empty where nothing is calibrated. */
  population: (existsSync(join(folder, name, 'population.csv')) ? csv(`${name}/population.csv`) : []) as {
    variable: string
    category: string
    count: string
  }[],
})

/** Value of a margin, which may cross several variables with `:` between them. */
export const marginValue = (row: Row, margin: string) =>
  margin
    .split(':')
    .map((variable) => row[variable])
    .join(':')
