import { scoreRegion } from '../../../scoring/result/total.ts'
import { standard } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Context } from '../../context.ts'
import type { ResultDocument, ResultOptions } from '../../shapes/evaluation.ts'
import { evaluationOf } from '../evaluations/find.ts'
import { currentInputs, regionData, rowsOf } from '../evaluations/inputs.ts'
import { participationOf } from '../participation/participation.ts'
import { scoreOf } from '../tally/score.ts'
import { decisionsOf } from './decisionList.ts'

/**
 * The result as of now, from the current facts, imported scores and responses (CONTRACT section 5).
 * @throws {Problem} `not-found`
 */
export async function computeResult(context: Context, id: string, options: ResultOptions): Promise<ResultDocument> {
  const evaluation = await evaluationOf(context, id)
  const survey = evaluation.survey === null ? null : await scoreOf(context, evaluation.survey)
  const data = regionData(rowsOf(await currentInputs(context.db, id)), survey)
  const scheme = schemes[evaluation.scheme]
  const { result, errors, sources } = scoreRegion(scheme, data, options)
  return {
    scheme: evaluation.scheme,
    standard,
    options,
    regions: [{ region: evaluation.region.code, errors, result, sources, survey }],
    madeUp: evaluation.madeUp,
    computedAt: context.now().toISOString(),
    decisions: await decisionsOf(context.db, id),
    participation: evaluation.survey === null ? null : await participationOf(context, evaluation.survey),
  }
}
