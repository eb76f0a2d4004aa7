import type { Text } from '../../scoring/text.ts'
import type { SchemeId } from './evaluation.ts'

/** A line of a public result; figures of few people are null and `withheld`. */
export interface OpenLine {
  part: 'total' | 'dimension' | 'survey-dimension' | 'group'
  code: string
  name: Text
  score: number | null
  interval: [number, number] | null
  /** Respondents behind it; null where it rests on no survey of Tiyan's, or is withheld. */
  respondents: number | null
  withheld: boolean
}

/** A published result as everybody may see it: `/open/{evaluation}`. */
export interface OpenResult {
  evaluation: string
  region: { code: string; name: Text }
  roundName: Text
  scheme: SchemeId
  standard: string
  madeUp: boolean
  version: number
  /** SHA-256 of the frozen document. */
  contentHash: string
  publishedAt: string
  /** What is said of it where this version corrects an earlier one; null: it corrects none. */
  correction: string | null
  intervalName: Text
  lines: OpenLine[]
  method: Text[]
}
