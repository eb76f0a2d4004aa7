import { rFiles } from '../../files/rscript/files.ts'
import { modelOfSurvey, type ScoredResponse } from '../../files/rscript/fromSurvey.ts'
import { type PackagedSurvey, tallyOf } from './survey.ts'

/** The R script with what it reads and compares, as files of a package. */
export function rPart(survey: PackagedSurvey, responses: ScoredResponse[]): [string, string][] {
  const model = modelOfSurvey({ tally: tallyOf(responses, survey), design: survey.design, key: survey.key }, responses)
  return Object.entries(rFiles(model)).map(([name, text]) => [`r/${name}`, text])
}
