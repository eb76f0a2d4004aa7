import type { Text } from '../../../scoring/text.ts'
import { unguarded } from '../../files/formulaGuard.ts'
import { readTable } from '../../files/table.ts'
import { type InputProblem, Problem } from '../../http/problem.ts'
import { CallOutcome, dispositions, type NewCall } from '../../shapes/channel.ts'
import { sampleColumns } from './frame.ts'

const columns = {
  ...sampleColumns,
  disposition: 'disposition',
  outcome: 'disposition',
  结果: 'disposition',
} as const satisfies Record<string, keyof NewCall>

const columnOf = (name: string) => (Object.hasOwn(columns, name) ? columns[name as keyof typeof columns] : undefined)

/**
 * Reads a telephone sample, or what calls came to, from a CSV or XLSX: a row a number; columns reference, and any of
 * stratum, base_weight, disposition (an AAPOR code or its words). An empty cell says nothing.
 * @throws {Problem} `invalid` with everything that is wrong, by row
 */
export async function readCalls(bytes: Uint8Array): Promise<NewCall[]> {
  const { sheets, problems } = await readTable(bytes)
  const [header, ...rows] = sheets[0]?.rows ?? []
  const names = header?.cells.map(({ text }) => columnOf(unguarded(text.trim()).toLowerCase())) ?? []
  const errors: InputProblem[] = problems.map(({ message }) => ({ path: 'file', code: 'file', message }))
  if (errors.length === 0 && (!names.includes('reference') || names.includes(undefined))) {
    errors.push({ path: 'row 1', code: 'header', message: wrongHeader })
  }
  const calls = rows.map(({ number, cells }): NewCall => {
    const of = (column: keyof NewCall) => unguarded(cells[names.indexOf(column)]?.text.trim() ?? '')
    const [stratum, weight, outcome] = [of('stratum'), of('baseWeight'), of('disposition')]
    if (weight !== '' && !(Number.isFinite(Number(weight)) && Number(weight) > 0))
      errors.push(wrong(number, 'base_weight', wrongWeight))
    const disposition = outcome === '' ? undefined : outcomeOf(outcome)
    if (outcome !== '' && disposition === undefined) errors.push(wrong(number, 'disposition', wrongOutcome(outcome)))
    return {
      reference: of('reference'),
      ...(stratum !== '' && { stratum }),
      ...(weight !== '' && { baseWeight: Number(weight) }),
      ...(disposition !== undefined && { disposition }),
    }
  })
  if (errors.length > 0) throw new Problem('invalid', { errors })
  return calls
}

const outcomes = CallOutcome.options

/** 3.10 and 3.1 are the same number to a spreadsheet, as are 4.30 and 4.3. */
function outcomeOf(text: string): CallOutcome | undefined {
  const code = text.replace(/^(\d\.\d)0$/, '$1')
  return outcomes.find(
    (one) => one === code || dispositions[one].zh === text || dispositions[one].en.toLowerCase() === text.toLowerCase(),
  )
}

const wrong = (row: number, column: string, { zh, en }: Text): InputProblem => ({
  path: `row ${row}.${column}`,
  code: column,
  message: { zh: `第 ${row} 行：${zh}`, en: `Row ${row}: ${en}` },
})

const wrongHeader: Text = {
  zh: '表头应有 reference（编号），另可有 stratum（层）、base_weight（权重）、disposition（结果），别的没有',
  en: 'The header must have reference and may have stratum, base_weight, disposition and nothing else',
}
const wrongWeight: Text = { zh: '权重应为正数', en: 'the weight must be a positive number' }
const wrongOutcome = (given: string): Text => ({
  zh: `没有“${given}”这一结果，可用：${outcomes.map((one) => `${one} ${dispositions[one].zh}`).join('、')}`,
  en: `there is no outcome “${given}”; use one of ${outcomes.map((one) => `${one} ${dispositions[one].en}`).join(', ')}`,
})
