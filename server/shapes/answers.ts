import { z } from 'zod'

export type Answers = Record<string, unknown>

/** SurveyJS nests a matrix or a dynamic panel three deep. */
const deepest = 16

const isShallow = (value: unknown, levels = deepest): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1)))

/** Whether this may be the answers of a person: an object by question, not nested without end. */
export const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && isShallow(value)

/** The same as a schema. Every name stays, `__proto__` too: the check of the questionnaire says that it has no such question. */
export const Answers = z
  .custom<Answers>(isAnswers, {
    error: `an object by question, nested ${deepest} levels deep at most`,
    params: { zh: `应为按题目名给出的对象，最多嵌套 ${deepest} 层` },
  })
  .meta({ type: 'object', additionalProperties: {} })
