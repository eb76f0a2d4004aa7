import type { Labels } from './labels.ts'
import type { TableRecord } from './records.ts'

/** Where the facts of an item come from, as far as its sheet says. */
export interface Evidence {
  source?: string
  /** The day or period that the figures are of, as it was written. */
  date?: string
  note?: string
}

export const evidenceKeys = ['source', 'date', 'note'] as const satisfies (keyof Evidence)[]

type Place = { region: string; indicator: string }

/** What all rows of an item say of where its facts come from, each text once; by region and item. */
export function evidenceOf(
  records: readonly TableRecord<'region' | 'indicator' | keyof Evidence>[],
  labels: Labels,
): ReadonlyMap<string, Evidence> {
  const found = new Map<string, Evidence>()
  for (const record of records) {
    const said = evidenceKeys
      .map((key) => [key, record.cell(key).text.trim()] as const)
      .filter(([, text]) => text !== '')
    if (said.length === 0) continue
    const region = record.cell('region').text.trim()
    const id = idOf({ region, indicator: labels.id(record.cell('indicator').text.trim()) })
    for (const [key, text] of said) {
      const own = found.get(id) ?? {}
      found.set(id, { ...own, [key]: joined(own[key], text) })
    }
  }
  return found
}

/** The rows, on the first one of each item what is known of its source. */
export function onFirstRows<Row extends Place>(
  rows: readonly Row[],
  evidence: ReadonlyMap<string, Evidence>,
): (Row & Evidence)[] {
  if (evidence.size === 0) return [...rows]
  const seen = new Set<string>()
  return rows.map((row) => {
    const id = idOf(row)
    const own = seen.has(id) ? {} : evidence.get(id)
    seen.add(id)
    return { ...row, ...own }
  })
}

/** What the rows of an item say of its source; a text that several rows repeat once. */
export function evidenceByItem(rows: readonly (Evidence & { indicator: string })[]): ReadonlyMap<string, Evidence> {
  const found = new Map<string, Evidence>()
  for (const row of rows) {
    for (const key of evidenceKeys) {
      const own = found.get(row.indicator) ?? {}
      if (row[key]) found.set(row.indicator, { ...own, [key]: joined(own[key], row[key]) })
    }
  }
  return found
}

const idOf = ({ region, indicator }: Place): string => JSON.stringify([region, indicator])

const joined = (before: string | undefined, more: string): string =>
  before === undefined ? more : before.split('; ').includes(more) ? before : `${before}; ${more}`
