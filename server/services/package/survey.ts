import { parse } from 'csv-parse/sync'
import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { addResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import type { SampleKind, SubjectiveScore } from '../../../scoring/subjective/score.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import type { ScoredResponse } from '../../files/rscript/fromSurvey.ts'

/** How the responses of a package become its score: `survey/survey.json`. */
export interface PackagedSurvey {
  kind: SampleKind
  design: SurveyDesign
  key: ScoringKey
}

/** Responses as they are exported, read back. @throws {RangeError} a column is missing */
export function responsesIn(csv: string, { key }: Pick<PackagedSurvey, 'key'>): ScoredResponse[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true })
  const value = (row: Record<string, string>, name: string): string => {
    const text = row[name]
    if (text === undefined) throw new RangeError(`responses.csv has no column ${name}`)
    return text
  }
  return rows.map((row) => ({
    cell: value(row, 'cell'),
    baseWeight: Number(value(row, 'base_weight')),
    codes: key.items.map(({ name }) => Number(value(row, name))),
  }))
}

export function tallyOf(responses: ScoredResponse[], { key }: Pick<PackagedSurvey, 'key'>): Tally {
  const tally = emptyTally(key)
  for (const { cell, baseWeight, codes } of responses) addResponse(tally, cell, baseWeight, codes)
  return tally
}

export const packagedScore = (responses: ScoredResponse[], { design, key, kind }: PackagedSurvey): SubjectiveScore =>
  scoreSurvey({ tally: tallyOf(responses, { key }), design, key, kind })
