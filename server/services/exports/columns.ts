import type { CsvValue } from '../../files/csv.ts'
import type { Published } from '../published.ts'
import type { ExportedSample, InScore } from './sample.ts'

/** The columns of exported responses, in order (reference/stats/FORMAT.md). */
export const columnNames = ({ design, key }: Pick<Published, 'design' | 'key'>): string[] => [
  ...['respondent', 'channel', 'cell', 'base_weight', 'final_weight', 'flags'],
  ...(design.sampling?.population ? ['fpc'] : []),
  ...design.variables.map(({ name }) => name),
  ...key.items.map(({ name }) => name),
]

/** What stands of a response between its number and its codes. */
export function valuesBefore(
  { design }: Pick<Published, 'design'>,
  { finalWeight }: Pick<ExportedSample, 'finalWeight'>,
): (row: InScore, flags: string) => CsvValue[] {
  const { stratum, population } = design.sampling ?? {}
  const at = design.variables.findIndex(({ name }) => name === stratum)
  return ({ channel, cell, base_weight }, flags) => {
    const categories = design.variables.length === 0 ? [] : cell.split('|')
    return [
      ...[channel, cell, base_weight, finalWeight(cell, base_weight, channel), flags],
      ...(population ? [population[categories[at] ?? ''] ?? null] : []),
      ...categories,
    ]
  }
}

/** The same for rows that are alike, written once: many people share channel, cell, weight and flags. */
export function writtenOnce<Written>(
  write: (row: InScore, flags: string) => Written,
): (row: InScore, flags: string) => Written {
  const known = new Map<string, Written>()
  return (row, flags) => {
    const alike = `${row.channel}\n${row.cell}\n${row.base_weight}\n${flags}`
    const before = known.get(alike)
    if (before !== undefined) return before
    const written = write(row, flags)
    known.set(alike, written)
    return written
  }
}
