import type { ProblemList } from './problem.ts'
import { readNumbers } from './readColumn.ts'
import { cellsOf, lineOf, rowsIn, type Table } from './table.ts'

const respondent = 'respondent'

/**
 * Replicate multipliers of the base weights: a row for each respondent (matched by `respondent` where both files have
 * it, else by order), a column for each replicate.
 *
 * @returns for each replicate the multiplier of every row of the responses; null where the file has problems
 */
export function readMultipliers(multipliers: Table, responses: Table, problems: ProblemList): Float64Array[] | null {
  const names = multipliers.columns.filter((name) => name !== respondent)
  if (names.length < 2) {
    const text = {
      zh: '至少要有两列重复权数，每列一组',
      en: 'needs at least two columns of multipliers, one for each replicate',
    }
    problems.add({ file: 'multipliers', code: 'no-replicates', text })
  }
  const place = matchRows(multipliers, responses, problems)
  const columns = names.flatMap(
    (name) =>
      readNumbers(multipliers, name, problems, {
        file: 'multipliers',
        required: true,
        reject: (value) => (value >= 0 ? null : { zh: '重复权数不能是负数', en: 'a multiplier must not be negative' }),
      }) ?? [],
  )
  if (place === null || names.length < 2) return null
  return columns.map((column) => Float64Array.from(place, (row) => column[row]!))
}

/** For each row of the responses its row in the multipliers; null where they don't match. */
function matchRows(multipliers: Table, responses: Table, problems: ProblemList): Int32Array | null {
  const own = cellsOf(multipliers, respondent)
  const wanted = cellsOf(responses, respondent)
  if (own === null || wanted === null) return inOrder(multipliers, responses, problems)
  const rows = new Map<string, number>()
  let matched = true
  const add = (row: number, code: string, text: { zh: string; en: string }) => {
    matched = false
    problems.add({ file: 'multipliers', code, column: respondent, rows: [lineOf(multipliers, row)], text })
  }
  for (let row = 0; row < rowsIn(multipliers); row += 1) {
    const code = own(row)
    if (rows.has(code))
      add(row, 'duplicate-respondent', { zh: `答卷人 ${code} 出现两次`, en: `respondent ${code} is listed twice` })
    rows.set(code, row)
  }
  const place = new Int32Array(rowsIn(responses))
  for (let row = 0; row < place.length; row += 1) {
    const found = rows.get(wanted(row))
    place[row] = found ?? -1
    if (found !== undefined) continue
    matched = false
    problems.add({
      file: 'responses',
      code: 'no-multipliers',
      column: respondent,
      rows: [lineOf(responses, row)],
      text: {
        zh: '重复权数文件中没有这些答卷人。请补上，或从答卷中删去',
        en: 'the multipliers have no row for these respondents. Add them, or take the responses out',
      },
    })
  }
  return matched ? place : null
}

function inOrder(multipliers: Table, responses: Table, problems: ProblemList): Int32Array | null {
  const [given, wanted] = [rowsIn(multipliers), rowsIn(responses)]
  if (given === wanted) return Int32Array.from({ length: wanted }, (_, row) => row)
  problems.add({
    file: 'multipliers',
    code: 'other-length',
    text: {
      zh: `有 ${given} 行，而答卷有 ${wanted} 行。请让两个文件都有 respondent 列，或行数相同`,
      en: `has ${given} rows while there are ${wanted} responses. Give both files a column “respondent”, or the same number of rows`,
    },
  })
  return null
}
