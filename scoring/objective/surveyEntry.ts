import type { Figure } from '../standard/fact.ts'
import type { NumberInput } from '../standard/input.ts'
import type { Indicator } from '../standard/scheme.ts'
import type { Entry } from './entry.ts'
import { expected } from './expected.ts'
import type { Finding } from './messages.ts'
import { isEmpty, readNumber } from './readFigure.ts'

/** A survey score that was entered among the facts, and where. */
export interface EnteredSurvey extends Figure {
  row: number | null
}

/** The survey's own row among the facts, e.g. `L9P1,survey,85.5`; empty means that there is no survey (R12). */
export function readSurveyEntries(
  { id, name }: Indicator,
  input: NumberInput,
  entries: Entry[],
): { survey: EnteredSurvey | null; findings: Finding[] } {
  const findings: Finding[] = []
  let survey: EnteredSurvey | null = null
  let given = false
  for (const { key, value, written, row } of entries) {
    const found = { item: id, key, row, name, found: value, expected: expected(input) }
    if (key !== input.key) {
      const known = { zh: `${input.key}(${input.label.zh})`, en: `${input.key} (${input.label.en})` }
      findings.push({ ...found, reason: 'unknownInput', found: key, expected: known })
      continue
    }
    if (isEmpty(value)) continue
    const reading = readNumber(input.type, value, written)
    if ('reason' in reading) findings.push({ ...found, reason: reading.reason })
    else if (given) findings.push({ ...found, reason: 'duplicateInput' })
    else survey = { ...reading.fact, row }
    given = true
  }
  return { survey, findings }
}
