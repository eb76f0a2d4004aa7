import type { Text } from '../../../scoring/text.ts'
import type { AnswerProblemCode } from '../problem.ts'
import type { Choice } from './choices.ts'

/** Says what is wrong with the answer, or with one row of it. */
export type Report = (code: AnswerProblemCode, message: Text, row?: string) => void

/** What a type of question has to say about its answers. */
export interface Kind {
  /** Lists what is wrong with an answer that is there. `values` may be written to in the slot of the item alone. */
  check: (value: unknown, values: unknown[], report: Report) => void
  /** Lists what is wrong where there is no answer, beside its being required. */
  checkEmpty?: (report: Report) => void
  /** Every choice, column or rating, on offer or not. */
  choices?: readonly Choice[]
  /** Choices, columns or ratings on offer with the other answers as they are. */
  offers?: (values: unknown[]) => Choice[]
  /** Answers with which nothing can be wrong while there is no comment, whatever else was answered. */
  safe?: ReadonlySet<unknown>
  /** Every row of a matrix, and those on offer. */
  everyRow?: readonly Choice[]
  rows?: (values: unknown[]) => Choice[]
  /** Whether the answer goes with a comment in `NAME-Comment`, which it then needs. */
  needsComment?: (value: unknown) => boolean
}
