import { gunzipSync } from 'node:zlib'
import { scoreRegion } from '../../../scoring/result/total.ts'
import { standard } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation, FrozenResult, InputKind, ResultDocument } from '../../shapes/evaluation.ts'
import { findInput } from '../../store/inputs.ts'
import { findResultFile } from '../../store/steps.ts'
import { currentInputs, type InputRow, type InputRows, regionData, rowsOf } from '../evaluations/inputs.ts'
import { textOf } from '../exports/stream.ts'
import { responsesCsv } from '../exports/survey.ts'
import { participationOf } from '../participation/participation.ts'
import { findPublished, type Published } from '../published.ts'
import { decisionsOf } from '../results/decisionList.ts'
import { frozenResult } from '../results/frozen.ts'
import { responsesFile } from '../results/publish.ts'
import { packagedScore, packagedSurvey, responsesIn } from './survey.ts'

/** Everything that a package is made of. */
export interface PackageSource {
  evaluation: Evaluation
  document: ResultDocument | FrozenResult
  version: number | null
  inputs: InputRows
  survey: { published: Published; responses: string } | null
}

/**
 * A published result with what it rested on then; without a version the result as of this moment.
 * @throws {Problem} `not-found`; `wrong-state` where the version was computed but never published
 */
export async function packageSource(
  context: Context,
  evaluation: Evaluation,
  version: number | undefined,
): Promise<PackageSource> {
  const published = evaluation.survey === null ? undefined : await findPublished(context, evaluation.survey)
  if (version === undefined) return presentSource(context, evaluation, published)
  const document = await frozenResult(context.db, evaluation.id, version)
  const { facts, scores, surveyScore } = document.inputs
  const rows = async <K extends InputKind>(kind: K, input: { version: number } | null): Promise<InputRow[K][]> => {
    const found = input && (await findInput(context.db, evaluation.id, kind, input.version))
    return found ? JSON.parse(found.content) : []
  }
  return {
    ...{ evaluation, document, version },
    inputs: {
      facts: await rows('facts', facts),
      scores: await rows('scores', scores),
      'survey-score': await rows('survey-score', surveyScore),
    },
    survey: published ? { published, responses: await keptResponses(context, evaluation.id, version) } : null,
  }
}

async function keptResponses({ db }: Context, id: string, version: number): Promise<string> {
  const file = await findResultFile(db, id, version, responsesFile)
  if (file) return gunzipSync(Buffer.from(file.content, 'base64')).toString('utf8')
  throw new Problem('wrong-state', {
    detail: {
      zh: '只有已发布的版本保存了所依据的答卷。要取当前结果的数据包，请不带 version。',
      en: 'Only published versions keep the responses they rest on. Leave out `version` for a package of the present result.',
    },
  })
}

/** The responses come first, and the result is computed from these very rows. */
async function presentSource(
  context: Context,
  evaluation: Evaluation,
  published: Published | undefined,
): Promise<PackageSource> {
  const responses = published ? await textOf(await responsesCsv(context, published)) : null
  const survey =
    published && responses !== null
      ? packagedScore(responsesIn(responses, published), packagedSurvey(published, 'model'))
      : null
  const inputs = rowsOf(await currentInputs(context.db, evaluation.id))
  const scheme = schemes[evaluation.scheme]
  const options = { normalizeShares: false }
  const { result, errors, sources } = scoreRegion(scheme, regionData(inputs, survey), options)
  return {
    ...{ evaluation, version: null, inputs },
    document: {
      ...{ scheme: evaluation.scheme, standard, options, madeUp: evaluation.madeUp },
      regions: [{ region: evaluation.region.code, errors, result, sources, survey }],
      computedAt: context.now().toISOString(),
      decisions: await decisionsOf(context.db, evaluation.id),
      participation: published ? await participationOf(context, published.id) : null,
    },
    survey: published && responses !== null ? { published, responses } : null,
  }
}
