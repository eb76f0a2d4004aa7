import { rFiles } from '../../files/rscript/files.ts'
import { modelOfSurvey, type ScoredResponse } from '../../files/rscript/fromSurvey.ts'
import { type PackagedSurvey, tallyOf } from './survey.ts'

/** The R script with what it reads and compares, as files of a package; a mixed sample has one for each of its parts. */
export function rPart(survey: PackagedSurvey, responses: ScoredResponse[]): [string, string][] {
  if (survey.design.sample !== 'mixed') return scriptOf('r', survey, responses)
  const { sampling: _, ...design } = survey.design
  const [drawn, volunteers] = [true, false].map((wanted) => responses.filter((one) => one.drawn === wanted))
  return [
    ...scriptOf('r/drawn', survey, drawn ?? []),
    ...scriptOf('r/volunteers', { ...survey, design }, volunteers ?? []),
  ]
}

function scriptOf(folder: string, survey: PackagedSurvey, responses: ScoredResponse[]): [string, string][] {
  if (responses.length === 0) return []
  const model = modelOfSurvey({ tally: tallyOf(responses, survey), design: survey.design, key: survey.key }, responses)
  return Object.entries(rFiles(model)).map(([name, text]) => [`${folder}/${name}`, text])
}
