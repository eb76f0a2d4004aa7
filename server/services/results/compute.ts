import type { RegionData } from '../../../scoring/result/checkRegion.ts'
import { scoreRegion } from '../../../scoring/result/total.ts'
import { standard } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { Context } from '../../context.ts'
import type { Evaluation, ResultDocument, ResultOptions } from '../../shapes/evaluation.ts'
import { evaluationOf } from '../evaluations/find.ts'
import { currentInputs, regionData, rowsOf } from '../evaluations/inputs.ts'
import { scoreOf } from '../tally/score.ts'

/** Everything that a result is made of, as of one moment. */
export interface ResultSources {
  evaluation: Evaluation
  data: RegionData
  /** The survey in full, where it is carried out here. */
  survey: SubjectiveScore | null
}

/** @throws {Problem} `not-found` */
export async function sourcesOf(context: Context, id: string): Promise<ResultSources> {
  const evaluation = await evaluationOf(context, id)
  const survey = evaluation.survey === null ? null : await scoreOf(context, evaluation.survey)
  return { evaluation, data: regionData(rowsOf(await currentInputs(context.db, id)), survey), survey }
}

/**
 * The result as of now, from the current facts, imported scores and responses (CONTRACT section 5).
 * @throws {Problem} `not-found`
 */
export async function computeResult(context: Context, id: string, options: ResultOptions): Promise<ResultDocument> {
  const { evaluation, data, survey } = await sourcesOf(context, id)
  const scheme = schemes[evaluation.scheme]
  const { result, errors, sources } = scoreRegion(scheme, data, options)
  return {
    scheme: evaluation.scheme,
    standard,
    options,
    regions: [{ region: evaluation.region.code, errors, result, sources, survey }],
    madeUp: evaluation.madeUp,
    computedAt: context.now().toISOString(),
  }
}
