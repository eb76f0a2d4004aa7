import { type Fraction, toNumber } from '../standard/exact.ts'
import type { NumberInput } from '../standard/input.ts'
import type { Indicator } from '../standard/scheme.ts'
import type { Text } from '../text.ts'
import { expected } from './expected.ts'
import { said } from './messages.ts'
import type { DataProblem, Reason } from './problem.ts'
import { isEmpty, readUpTo } from './readFigure.ts'

/** A row of a table of survey scores; empty texts where nothing is said. */
export interface SurveyRow {
  row: number | null
  score: string | number
  se?: string | number
  kind?: string
}

/** A survey score that was worked out elsewhere. */
export interface ImportedSurvey {
  exact: Fraction
  se: number | null
  kind: 'probability' | 'model'
}

const kinds = new Map([
  ['', 'model'],
  ['model', 'model'],
  ['probability', 'probability'],
] as const)

const scale: Text = { zh: '0 至 100 的数', en: 'a number from 0 to 100' }

/** Checks one region's rows: one at most, and none where the score has another source (`taken`). */
export function checkSurvey(
  { id, name }: Indicator,
  input: NumberInput,
  rows: readonly SurveyRow[],
  taken: boolean,
): { survey: ImportedSurvey | null; problems: DataProblem[] } {
  let survey: ImportedSurvey | null = null
  const problems: DataProblem[] = []
  for (const { row, score, se = '', kind = '' } of rows) {
    if ([score, se, kind].every(isEmpty)) continue
    const blame = (key: string, reason: Reason, found: unknown, wanted: Text) =>
      problems.push(said({ item: id, key, reason, row, name, found, expected: wanted }))
    const before = problems.length
    const value = readUpTo(100, score, typeof score === 'number' ? 'json' : 'csv')
    const error = isEmpty(se) ? null : readUpTo(100, se, typeof se === 'number' ? 'json' : 'csv')
    const sampleKind = kinds.get(kind.trim() as 'model')
    if ('reason' in value) blame(input.key, value.reason, score, expected(input))
    if (error && 'reason' in error) blame('se', error.reason, se, scale)
    if (!sampleKind) blame('kind', 'unknownOption', kind, { zh: 'probability 或 model', en: 'probability or model' })
    if (problems.length > before || 'reason' in value || (error && 'reason' in error) || !sampleKind) continue
    if (survey) blame(input.key, 'duplicateInput', score, expected(input))
    else if (taken) blame(input.key, 'scoreConflict', score, { zh: `${id} 已有得分`, en: `${id} has a score already` })
    else survey = { exact: value.fact.exact, se: error ? toNumber(error.fact.exact) : null, kind: sampleKind }
  }
  return { survey, problems }
}
