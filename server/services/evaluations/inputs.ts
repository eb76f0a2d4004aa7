import type { ScoreRow } from '../../../scoring/objective/checkScores.ts'
import type { SurveyRow } from '../../../scoring/objective/checkSurvey.ts'
import { entriesOfRows, type FactRow } from '../../../scoring/objective/entry.ts'
import type { RegionData } from '../../../scoring/result/checkRegion.ts'
import type { Evidence } from '../../files/evidence.ts'
import type { InputKind } from '../../shapes/evaluation.ts'
import type { Store } from '../../store/database.ts'
import { currentInput } from '../../store/inputs.ts'

/** What each kind of data consists of: rows of a file as they were written, checked when they came in. */
export interface InputRow {
  facts: FactRow & Evidence
  scores: ScoreRow
  'survey-score': SurveyRow
}

export type InputRows = { [K in InputKind]: InputRow[K][] }

export interface CurrentInput<K extends InputKind> {
  /** null: nothing was ever put in. */
  version: number | null
  rows: InputRow[K][]
}

export type CurrentInputs = { [K in InputKind]: CurrentInput<K> }

async function current<K extends InputKind>(db: Store, evaluation: string, kind: K): Promise<CurrentInput<K>> {
  const row = await currentInput(db, evaluation, kind)
  return row ? { version: row.version, rows: JSON.parse(row.content) } : { version: null, rows: [] }
}

/** All that was put in for an evaluation, in its newest versions. */
export const currentInputs = async (db: Store, evaluation: string): Promise<CurrentInputs> => ({
  facts: await current(db, evaluation, 'facts'),
  scores: await current(db, evaluation, 'scores'),
  'survey-score': await current(db, evaluation, 'survey-score'),
})

/** What is known of a region, as the scoring takes it. */
export const regionData = (rows: InputRows, estimate: RegionData['estimate']): RegionData => ({
  facts: entriesOfRows(rows.facts),
  scores: rows.scores,
  survey: rows['survey-score'],
  estimate: estimate ?? null,
})

/** The rows alone. */
export const rowsOf = (inputs: CurrentInputs): InputRows => ({
  facts: inputs.facts.rows,
  scores: inputs.scores.rows,
  'survey-score': inputs['survey-score'].rows,
})
