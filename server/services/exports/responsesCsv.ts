import { setImmediate } from 'node:timers/promises'
import { type CsvValue, csvText } from '../../files/csv.ts'
import type { Store } from '../../store/database.ts'
import { tracesOf } from '../../store/traces.ts'
import type { Published } from '../published.ts'
import { type ExportedSample, exportedSample, type InScore, responsesInScore } from './sample.ts'

/**
 * The responses in a survey's score, a row a person, as `tiyan estimate` and R take them (reference/stats/FORMAT.md): the
 * text of a CSV, a piece at a time.
 * De-identified: a running number instead of the id that the person's own device knows, no time, no text. Flags are those
 * of the quality rules, `;` between them; who is in the score may have some.
 */
export async function* responsesText(db: Store, survey: Published): AsyncGenerator<string> {
  const { design, key } = survey
  const sample = await exportedSample(db, survey)
  yield csvText([
    [
      ...['respondent', 'channel', 'cell', 'base_weight', 'final_weight', 'flags'],
      ...(design.sampling?.population ? ['fpc'] : []),
      ...design.variables.map(({ name }) => name),
      ...key.items.map(({ name }) => name),
    ],
  ])
  const beginningOf = beginnings(survey, sample)
  let respondent = 0
  for await (const rows of responsesInScore(db, survey)) {
    const traces = await tracesOf(
      db,
      survey,
      rows.map(({ id }) => id),
    )
    let text = ''
    for (const row of rows) {
      const flags = traces.get(row.id)?.flags.replaceAll(',', ';') ?? ''
      text += `${++respondent},${beginningOf(row, flags)}${codesText(row.codes)}\n`
    }
    yield text
    // Who asks for something else meanwhile is answered.
    await setImmediate()
  }
}

/** A row between number and codes: the same for many people, so that each is written once. */
function beginnings({ design }: Published, { finalWeight }: ExportedSample) {
  const known = new Map<string, string>()
  const { stratum, population } = design.sampling ?? {}
  const at = design.variables.findIndex(({ name }) => name === stratum)
  return ({ channel, cell, base_weight }: InScore, flags: string): string => {
    const alike = `${channel}\n${cell}\n${base_weight}\n${flags}`
    const before = known.get(alike)
    if (before !== undefined) return before
    const categories = design.variables.length === 0 ? [] : cell.split('|')
    const values: CsvValue[] = [
      ...[channel, cell, base_weight, finalWeight(cell, base_weight), flags],
      ...(population ? [population[categories[at] ?? ''] ?? null] : []),
      ...categories,
    ]
    const beginning = csvText([values]).slice(0, -1)
    known.set(alike, beginning)
    return beginning
  }
}

/** Packed codes as columns, each with a comma before it: `17` → `,1,97`. */
function codesText(packed: string): string {
  let text = ''
  for (const code of packed) text += code >= '7' ? `,9${code}` : `,${code}`
  return text
}
