import { parse } from 'csv-parse/sync'
import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { addResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import type { PublicationThreshold } from '../../../scoring/subjective/publication.ts'
import type { SampleKind, SubjectiveScore } from '../../../scoring/subjective/score.ts'
import { scoreSample } from '../../../scoring/subjective/scoreSample.ts'
import type { ScoredResponse } from '../../files/rscript/fromSurvey.ts'
import type { Published } from '../published.ts'
import { isDrawn } from '../tally/fieldTally.ts'

/** How the responses of a package become its score: `survey/survey.json`. */
export interface PackagedSurvey {
  /** Of the score; packages of designs that do not say how people came into the sample go by it. */
  kind: SampleKind
  /** Agreed before the survey opened, where anything was. */
  publication?: PublicationThreshold | undefined
  design: SurveyDesign
  key: ScoringKey
}

export const packagedSurvey = ({ design, key, settings }: Published, kind: SampleKind): PackagedSurvey => ({
  ...{ kind, design, key },
  ...(settings.publication && { publication: settings.publication }),
})

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
    drawn: isDrawn(row.channel ?? ''),
    codes: key.items.map(({ name }) => Number(value(row, name))),
  }))
}

export function tallyOf(responses: ScoredResponse[], { key }: Pick<PackagedSurvey, 'key'>): Tally {
  const tally = emptyTally(key)
  for (const { cell, baseWeight, codes } of responses) addResponse(tally, cell, baseWeight, codes)
  return tally
}

/** With that of the drawn persons among them. */
export const talliesOf = (
  responses: ScoredResponse[],
  survey: Pick<PackagedSurvey, 'key'>,
): { tally: Tally; drawn: Tally } => ({
  tally: tallyOf(responses, survey),
  drawn: tallyOf(
    responses.filter(({ drawn }) => drawn),
    survey,
  ),
})

export const packagedScore = (
  responses: ScoredResponse[],
  { design, key, kind, publication }: PackagedSurvey,
): SubjectiveScore =>
  scoreSample({
    ...talliesOf(responses, { key }),
    design: { ...design, sample: design.sample ?? kind },
    ...{ key, publication },
  })
