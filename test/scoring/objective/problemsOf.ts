import { checkFacts } from '../../../scoring/objective/check.ts'
import { entriesOfJson, entriesOfRows, type FactsJson } from '../../../scoring/objective/entry.ts'
import type { DataProblem } from '../../../scoring/objective/problem.ts'
import type { SchemeId } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'

export const brief = (problems: DataProblem[]) => problems.map(({ item, key, reason }) => `${item} ${key} ${reason}`)

/** The problems of facts given as JSON: `item key reason`. */
export const inJson = (facts: FactsJson, scheme: SchemeId = 'city') =>
  brief(checkFacts(schemes[scheme], entriesOfJson(facts)).problems)

const rowsOf = (lines: string[]) =>
  lines.map((line, index) => {
    const [indicator = '', input = '', ...value] = line.split(',')
    return { row: index + 2, indicator, input, value: value.join(',') }
  })

/** The problems of facts given as lines of a CSV. */
export const inCsv = (lines: string[], scheme: SchemeId = 'city') =>
  brief(checkFacts(schemes[scheme], entriesOfRows(rowsOf(lines))).problems)

export const checkedCsv = (lines: string[], scheme: SchemeId = 'city') =>
  checkFacts(schemes[scheme], entriesOfRows(rowsOf(lines)))
