import type { Comparison } from '../../scoring/analysis/comparison.ts'
import type { Departments } from '../../scoring/analysis/departments.ts'
import type { ImportanceMatrix } from '../../scoring/analysis/importance.ts'
import type { Alternative } from '../../scoring/subjective/alternatives.ts'
import type { GroupScore } from '../../scoring/subjective/scoreGroups.ts'
import type { Language, Text } from '../../scoring/text.ts'
import type { Evaluation, FrozenResult, ResultDocument } from '../../server/shapes/evaluation.ts'
import type { VariableShares } from '../../server/shapes/monitor.ts'
import { showTime } from '../text/numbers.ts'

/** What a printed page or a brief of a result is made from. */
export interface PrintedResult {
  evaluation: Evaluation
  document: ResultDocument | FrozenResult
  departments: Departments
  /** null where Tiyan did not carry the survey out, or the answers behind the version were not kept. */
  fieldwork: PrintedFieldwork | null
  /** The result beside those of its round and scheme that the reader may see, as of now; null: not known. */
  compared: { regions: number; lines: Comparison[] } | null
  language: Language
}

export interface PrintedFieldwork {
  shares: VariableShares[]
  groups: { label: Text; groups: GroupScore[] }[]
  alternatives: Alternative[]
  importance: ImportanceMatrix | null
  decisions: Text[]
}

/** Two decimals; a dash where there is nothing. */
export const shown = (value: number | null | undefined): string => (value == null ? '—' : value.toFixed(2))

export const between = (interval: readonly [number, number] | null | undefined): string =>
  interval ? `${shown(interval[0])}–${shown(interval[1])}` : '—'

/** Which result it is: its frozen version, or the moment of the data. */
export const versionWords = (
  document: ResultDocument | FrozenResult,
  words: { frozen: Text; now: Text },
  language: Language,
): [Text, { version: number; date: string }] =>
  'version' in document
    ? [words.frozen, { version: document.version, date: showTime(document.frozenAt, language) }]
    : [words.now, { version: 0, date: showTime(document.computedAt, language) }]
