import type { Departments } from '../../scoring/analysis/departments.ts'
import type { Alternative } from '../../scoring/subjective/alternatives.ts'
import type { Language, Text } from '../../scoring/text.ts'
import type { Evaluation, FrozenResult, ResultDocument } from '../../server/shapes/evaluation.ts'
import type { VariableShares } from '../../server/shapes/monitor.ts'

/** What a printed page or a brief of a result is made from. */
export interface PrintedResult {
  evaluation: Evaluation
  document: ResultDocument | FrozenResult
  departments: Departments
  /** null where Tiyan did not carry the survey out, or the answers behind the version were not kept. */
  fieldwork: { shares: VariableShares[]; alternatives: Alternative[]; decisions: Text[] } | null
  language: Language
}

/** Two decimals; a dash where there is nothing. */
export const shown = (value: number | null | undefined): string => (value == null ? '—' : value.toFixed(2))

export const between = (interval: readonly [number, number] | null | undefined): string =>
  interval ? `${shown(interval[0])}–${shown(interval[1])}` : '—'

/** Which result it is: its frozen version, or the moment of the data. */
export const versionWords = (
  document: ResultDocument | FrozenResult,
  words: { frozen: Text; now: Text },
): [Text, { version: number; date: string }] =>
  'version' in document
    ? [words.frozen, { version: document.version, date: document.frozenAt.slice(0, 10) }]
    : [words.now, { version: 0, date: document.computedAt.slice(0, 16).replace('T', ' ') }]
