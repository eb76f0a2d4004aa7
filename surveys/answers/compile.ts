import { missingCodes } from '../../scoring/subjective/key.ts'
import { scoringKey } from '../key.ts'
import { checkListed } from './check.ts'
import { eligibility } from './eligibility.ts'
import { isEmpty } from './expression/values.ts'
import { type Form, formOf } from './form.ts'
import type { AnswerProblem } from './problem.ts'
import { type Listed, listed } from './written.ts'

/** What a set of answers comes to. */
interface Checked {
  /** Everything that the questionnaire does not allow, question by question. */
  problems: AnswerProblem[]
  /** Whether the person belongs to the population, by the screening answers. */
  eligible: boolean
  /** One for each rated item of the scoring key, in its order: a rating, or 97 not shown, 98 don't know, 99 left empty. */
  codes: number[]
}

/** Checks the answers of one person, in microseconds; throws nothing. */
export interface Check {
  (answers: Record<string, unknown>): Checked
  /** The same of answers whose names and values are apart. */
  listed: (answers: Listed) => Checked
}

/**
 * Makes a function of a questionnaire that checks answers to it.
 * @throws {NotCheckable} where something in it cannot be checked, with everything that is so
 */
export function compileCheck(questionnaire: Record<string, unknown>): Check {
  const form = formOf(questionnaire)
  const codesOf = compileCodes(form)
  const isEligible = eligibility(form)

  const check = (answers: Listed): Checked => {
    const { values, shown, problems } = checkListed(form, answers)
    return { problems, eligible: isEligible(values, shown), codes: codesOf(values, shown) }
  }
  return Object.assign((answers: Record<string, unknown>) => check(listed(answers)), { listed: check })
}

type Codes = (values: unknown[], shown: boolean[]) => number[]

function compileCodes(form: Form): Codes {
  const { items, scale } = scoringKey(form.json)
  const slots = items.map(({ name }) => form.slots.get(name) ?? 0)
  return (values, shown) =>
    slots.map((slot) => {
      if (!shown[slot]) return missingCodes.notApplicable
      const value = values[slot]
      if (isEmpty(value)) return missingCodes.skipped
      if (typeof value !== 'number') return missingCodes.dontKnow
      const isCode = value === missingCodes.notApplicable || value === missingCodes.skipped
      return isCode || (value >= scale.min && value <= scale.max) ? value : missingCodes.dontKnow
    })
}
