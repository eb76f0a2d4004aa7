import type { Comparison } from '../../../scoring/analysis/comparison.ts'
import type { Trace } from '../../../scoring/objective/trace.ts'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import type { Language, Text } from '../../../scoring/text.ts'
import type { RegionResult } from '../../shapes/evaluation.ts'
import type { BookRegion, ResultBook } from '../results/resultBook.ts'
import type { Numbers } from './style.ts'

export interface ReportInput {
  book: ResultBook
  /** Name of the round. */
  round: string
  /** Of items scored from facts. */
  traces: Trace[]
  /** null: the result as of now. */
  frozen: { version: number; contentHash: string } | null
  /** Beside the others of its round and scheme; null: nothing is said of them. */
  compared: { regions: number; lines: Comparison[] } | null
}

/** What every part of a report is written from. */
export interface Report extends ReportInput {
  scheme: Scheme
  region: BookRegion
  result: RegionResult
  language: Language
  numbers: Numbers
  say: (text: Text) => string
}

/** Two decimals, half away from zero; a dash where there is nothing. */
export const score = (value: number | null | undefined): string => (value == null ? '—' : twoDecimals.format(value))

const twoDecimals = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  useGrouping: false,
})

export const between = (interval: readonly [number, number] | null | undefined): string =>
  interval ? `${score(interval[0])}–${score(interval[1])}` : '—'
