import type { InputKind } from './evaluation.ts'

/** Which version of a region's data, put in by whom and when. */
export interface InputStamp {
  version: number
  by: string
  at: string
}

/** One fact in the CSV form of R12, with where it comes from as far as that was noted. */
export interface FactInput {
  indicator: string
  input: string
  value: string
  source?: string
  date?: string
  note?: string
}

export interface ScoreInput {
  indicator: string
  score: string | number
}

/** `GET /api/evaluations/{id}/inputs`: everything that was put in, in its newest version; stamp null: nothing yet. */
export interface Inputs {
  facts: { stamp: InputStamp | null; rows: FactInput[] }
  scores: { stamp: InputStamp | null; rows: ScoreInput[] }
}

/** One value that a version changed; null: not given before, or taken away. */
export interface InputChange {
  indicator: string
  /** Null for a score. */
  input: string | null
  before: string | null
  after: string | null
}

/** One entry of `GET /api/evaluations/{id}/inputs/{kind}/versions`, the newest first. */
export interface InputVersion extends InputStamp {
  kind: InputKind
  /** Values given in it. */
  rows: number
  changes: InputChange[]
}
