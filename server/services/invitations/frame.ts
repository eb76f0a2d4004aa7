import type { Text } from '../../../scoring/text.ts'
import { unguarded } from '../../files/formulaGuard.ts'
import { readTable } from '../../files/table.ts'
import { Problem } from '../../http/problem.ts'
import type { Invited } from './issue.ts'

/** Columns of a list of drawn persons or numbers, by the names they may have. */
export const sampleColumns = {
  reference: 'reference',
  编号: 'reference',
  stratum: 'stratum',
  层: 'stratum',
  base_weight: 'baseWeight',
  weight: 'baseWeight',
  权重: 'baseWeight',
} as const

const columns: Record<string, keyof Invited> = {
  ...sampleColumns,
  code: 'code',
  邀请码: 'code',
}

/**
 * Reads a drawn sample from a CSV or XLSX: a row a person; columns reference, stratum, base_weight, code, any of them.
 * @throws {Problem} `invalid` with everything that is wrong, by row
 */
export async function readFrame(bytes: Uint8Array): Promise<Invited[]> {
  const { sheets, problems } = await readTable(bytes)
  const [header, ...rows] = sheets[0]?.rows ?? []
  const names = header?.cells.map(({ text }) => columns[unguarded(text.trim()).toLowerCase()]) ?? []
  const errors = problems.map(({ message }) => ({ path: 'file', code: 'file', message }))
  if (errors.length === 0 && (names.length === 0 || names.includes(undefined))) {
    errors.push({ path: 'row 1', code: 'header', message: wrongHeader })
  }
  const invited = rows.map(({ number, cells }): Invited => {
    const of = (column: keyof Invited) => unguarded(cells[names.indexOf(column)]?.text.trim() ?? '')
    const weight = of('baseWeight') === '' ? 1 : Number(of('baseWeight'))
    if (!(Number.isFinite(weight) && weight > 0)) {
      errors.push({ path: `row ${number}.base_weight`, code: 'weight', message: wrongWeight })
    }
    const code = of('code')
    return { reference: of('reference'), stratum: of('stratum'), baseWeight: weight, ...(code !== '' && { code }) }
  })
  if (errors.length > 0) throw new Problem('invalid', { errors })
  return invited
}

const wrongHeader: Text = {
  zh: '表头只能有：reference（编号）、stratum（层）、base_weight（权重）、code（邀请码）',
  en: 'The header may have reference, stratum, base_weight, code and nothing else',
}
const wrongWeight: Text = { zh: '权重应为正数', en: 'The weight must be a positive number' }
