import type { FactRow } from '../../../scoring/objective/entry.ts'
import type { Evidence } from './draft.ts'

/** What a spreadsheet may take for the beginning of a formula gets a leading `'` (CONTRACT section 4). */
const formula = /^[=+\-@\t\r＝＋－＠]/
const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

function cell(text: string): string {
  const guarded = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[",\r\n;\t]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** Facts as the file that the server takes. */
export function factsFile(rows: readonly (FactRow & Evidence)[]): File {
  const header = ['indicator', 'input', 'value', 'source', 'date', 'note']
  const lines = rows.map(({ indicator, input, value, source, date, note }) => [
    indicator,
    input,
    value,
    source,
    date,
    note,
  ])
  const csv = [header, ...lines].map((line) => `${line.map(cell).join(',')}\n`).join('')
  return new File([csv], 'facts.csv', { type: 'text/csv' })
}
