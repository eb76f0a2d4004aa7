import { calibrate } from '../../../scoring/sampling/tally/calibrate.ts'
import { sortedCells } from '../../../scoring/sampling/tally/serialise.ts'
import { unitsOf } from '../../../scoring/sampling/tally/units.ts'
import { csvText } from '../../files/csv.ts'
import type { ScoredResponse } from '../../files/rscript/fromSurvey.ts'
import type { ResultDocument } from '../../shapes/evaluation.ts'
import { type Coarsened, fewestAlike } from './coarsen.ts'
import { json } from './json.ts'
import { rPart } from './rPart.ts'
import { type PackagedSurvey, packagedScore, tallyOf } from './survey.ts'

/** What stands beside the official score: the one that the coarsened responses give. */
export interface PublicScore {
  score: number | null
  se: number | null
  official: { score: number | null; se: number | null }
  /** Public minus official. */
  difference: number | null
  respondents: number
  dropped: string[]
  blanked: number
  omitted: number
  fewestAlike: number
}

/** Factors on the base weights, by base weight and cell. */
function factorsIn(survey: PackagedSurvey, responses: ScoredResponse[]): Map<string, number> {
  const tally = tallyOf(responses, survey)
  const { g } = calibrate(unitsOf(tally, survey.design), survey.design)
  return new Map(sortedCells(tally.cells).map(({ cell, baseWeight }, at) => [`${baseWeight} ${cell}`, g[at] ?? 0]))
}

/** The survey's part of a public package. */
export function publicFiles(
  survey: PackagedSurvey,
  { responses, ...coarse }: Omit<Coarsened, 'design'>,
  { regions }: ResultDocument,
): [string, string][] {
  const mixed = survey.design.sample === 'mixed'
  const [ofDrawn, ofOthers] = [true, false].map((wanted) =>
    factorsIn(
      survey,
      responses.filter(({ drawn = false }) => !mixed || drawn === wanted),
    ),
  )
  const header = ['respondent', ...(mixed ? ['channel'] : []), 'cell', 'base_weight', 'final_weight']
  const variables = survey.design.variables.map(({ name }) => name)
  const rows = responses.map(({ cell, baseWeight, codes, drawn }, at) => [
    ...[at + 1, ...(mixed ? [drawn ? 'invitation' : 'other'] : [])],
    ...[cell, baseWeight, baseWeight * ((drawn ? ofDrawn : ofOthers)?.get(`${baseWeight} ${cell}`) ?? 0)],
    ...(variables.length === 0 ? [] : cell.split('|')),
    ...Array.from(codes),
  ])
  const { score, se } = packagedScore(responses, survey)
  const official = { score: regions[0]?.survey?.score ?? null, se: regions[0]?.survey?.se ?? null }
  const beside: PublicScore = {
    ...{ score, se, official },
    difference: score === null || official.score === null ? null : score - official.score,
    ...{ respondents: responses.length, ...coarse, fewestAlike },
  }
  return [
    ['survey/survey.json', json(survey)],
    ['survey/public-score.json', json(beside)],
    [
      'survey/responses.csv',
      csvText([[...header, ...variables, ...survey.key.items.map(({ name }) => name)], ...rows]),
    ],
    ...rPart(survey, responses),
  ]
}
