import { isDeepStrictEqual } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation, FrozenResult } from '../../shapes/evaluation.ts'
import type { Store } from '../../store/database.ts'
import { newestResultVersion } from '../../store/results.ts'
import { addResultFile } from '../../store/steps.ts'
import { textOf } from '../exports/stream.ts'
import { responsesCsv } from '../exports/survey.ts'
import { findPublished } from '../published.ts'
import { computeResult } from './compute.ts'
import { frozenResult } from './frozen.ts'

/** The responses that a published result rests on, as they were exported then. */
export const responsesFile = 'responses.csv'

interface Publishing {
  account: string
  /** Stands for the decision where the survey has something that needs one. */
  remark: string
}

/**
 * Makes sure that the newest frozen result may be published and still is what its data give; the returned function
 * keeps the de-identified responses that it rests on, and gives its version.
 * @throws {Problem} `four-eyes`, `not-publishable`, `stale`
 */
export async function preparePublication(
  context: Context,
  { id, survey }: Evaluation,
  { account, remark }: Publishing,
): Promise<(db: Store) => Promise<number>> {
  const version = await newestResultVersion(context.db, id)
  const frozen = await frozenResult(context.db, id, version)
  if (frozen.frozenBy === account) throw new Problem('four-eyes')
  requirePublishable(frozen, remark)
  const responses = survey === null ? null : await exportedResponses(context, survey)
  const { regions } = await computeResult(context, id, frozen.options)
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(regions)), frozen.regions)) throw new Problem('stale')
  return async (db) => {
    if (responses !== null) {
      const content = gzipSync(responses).toString('base64')
      await addResultFile(db, { evaluation_id: id, version, name: responsesFile, content })
    }
    return version
  }
}

function requirePublishable({ regions }: FrozenResult, remark: string) {
  const missing = regions.flatMap(({ result }) => result?.missing ?? [])
  if (missing.length > 0) {
    throw new Problem('not-publishable', {
      detail: {
        zh: `还缺 ${missing.length} 项：${missing.join('、')}。`,
        en: `${missing.length} are missing: ${missing.join(', ')}.`,
      },
    })
  }
  const blocking = regions.flatMap(({ survey }) => survey?.cautions ?? []).filter(({ blocks }) => blocks)
  if (blocking.length > 0 && remark === '') throw new Problem('not-publishable', { detail: undecided(blocking) })
}

const undecided = (cautions: { text: Text }[]): Text => ({
  zh: `调查中有以下情况，请在备注中写明处理决定后再发布：${cautions.map(({ text }) => text.zh).join('；')}`,
  en: `The survey has the following; say in the remark what was decided about it, then publish: ${cautions.map(({ text }) => text.en).join('; ')}`,
})

/** Computed after it, an equal result shows that nothing came in between. */
async function exportedResponses(context: Context, id: string): Promise<string> {
  const survey = await findPublished(context, id)
  if (!survey) throw new Problem('not-found')
  return textOf(await responsesCsv(context, survey))
}
