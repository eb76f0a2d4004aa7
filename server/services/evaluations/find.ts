import type { SurveyRow } from '../../../scoring/objective/checkSurvey.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Context } from '../../context.ts'
import { otherRank } from '../../files/otherScheme.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation, EvaluationSummary } from '../../shapes/evaluation.ts'
import { type EvaluationRow, findEvaluation, listEvaluations } from '../../store/evaluations.ts'
import { findOpenResult } from '../../store/openResults.ts'
import { newestResultVersion } from '../../store/results.ts'
import { listSteps } from '../../store/steps.ts'
import { stepsFrom } from '../steps/transitions.ts'
import { currentInputs } from './inputs.ts'

const summaryOf = (row: EvaluationRow): EvaluationSummary => ({
  id: row.id,
  round: row.round,
  region: { code: row.regionCode, name: JSON.parse(row.regionName) },
  scheme: row.scheme,
  state: row.state,
  survey: row.survey,
  madeUp: row.madeUp === 1,
})

/** The evaluations of the regions that `permitted` lets through. */
export async function evaluationsFor(
  { db }: Pick<Context, 'db'>,
  permitted: (region: string) => boolean,
): Promise<EvaluationSummary[]> {
  return (await listEvaluations(db)).filter(({ regionCode }) => permitted(regionCode)).map(summaryOf)
}

/** @throws {Problem} `not-found` */
export async function evaluationOf({ db }: Pick<Context, 'db'>, id: string): Promise<Evaluation> {
  const row = await findEvaluation(db, id)
  if (!row) throw new Problem('not-found')
  const inputs = await currentInputs(db, id)
  const [survey] = inputs['survey-score'].rows
  const steps = await listSteps(db, id)
  const published = steps.find(({ action }) => action === 'publish')
  return {
    ...summaryOf(row),
    roundName: JSON.parse(row.roundName),
    factsVersion: inputs.facts.version,
    scoresVersion: inputs.scores.version,
    resultVersion: (await newestResultVersion(db, id)) || null,
    publishedVersion: published?.result_version ?? null,
    open: (await findOpenResult(db, id)) !== undefined,
    computedBy: steps.find(({ action }) => action === 'compute')?.account ?? null,
    next: stepsFrom(row.state),
    revision: Object.values(inputs).reduce((sum, { version }) => sum + (version ?? 0), steps.length),
    importedSurveyScore: survey ? importedScore(survey) : null,
    notes: [otherRank(schemes[row.scheme], { code: row.regionCode, rank: row.regionRank })].filter(
      (note) => note !== null,
    ),
  }
}

/** What was checked when it came in, in numbers. */
const importedScore = ({ score, se = '', kind }: SurveyRow): NonNullable<Evaluation['importedSurveyScore']> => ({
  score: Number(score),
  se: se === '' ? null : Number(se),
  kind: kind === 'probability' ? 'probability' : 'model',
})
