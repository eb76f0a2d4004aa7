import type { CsvValue } from '../../files/csv.ts'
import type { Store } from '../../store/database.ts'
import { tracesOf } from '../../store/traces.ts'
import { unpackCodes } from '../collect/pack.ts'
import type { Published } from '../published.ts'
import { type ExportedSample, exportedSample, type InScore, responsesInScore } from './sample.ts'

/**
 * The responses in a survey's score, a row a person, as `tiyan estimate` and R take them (reference/stats/FORMAT.md).
 * De-identified: a running number instead of the id that the person's own device knows, no time, no text. Flags are those
 * of the quality rules, `;` between them; who is in the score may have some.
 */
export async function* responseRows(db: Store, survey: Published): AsyncGenerator<CsvValue[]> {
  const { design, key } = survey
  const sample = await exportedSample(db, survey)
  const variables = design.variables.map(({ name }) => name)
  yield [
    ...['respondent', 'channel', 'cell', 'base_weight', 'final_weight', 'flags'],
    ...(design.sampling?.population ? ['fpc'] : []),
    ...variables,
    ...key.items.map(({ name }) => name),
  ]
  let respondent = 0
  for await (const rows of responsesInScore(db, survey)) {
    const traces = await tracesOf(
      db,
      survey,
      rows.map(({ id }) => id),
    )
    for (const row of rows) {
      const flags = traces.get(row.id)?.flags.replaceAll(',', ';') ?? ''
      yield [++respondent, ...rowOf(survey, sample, row, flags)]
    }
  }
}

function rowOf({ design }: Published, { finalWeight }: ExportedSample, row: InScore, flags: string): CsvValue[] {
  const { channel, cell, base_weight, codes } = row
  const categories = design.variables.length === 0 ? [] : cell.split('|')
  const { stratum, population } = design.sampling ?? {}
  const own = categories[design.variables.findIndex(({ name }) => name === stratum)] ?? ''
  return [
    ...[channel, cell, base_weight, finalWeight(cell, base_weight), flags],
    ...(population ? [population[own] ?? null] : []),
    ...categories,
    ...unpackCodes(codes),
  ]
}
