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
import { obstaclesIn } from './decisions.ts'
import { frozenResult } from './frozen.ts'

/** The responses that a published result rests on, as they were exported then. */
export const responsesFile = 'responses.csv'

interface Publishing {
  account: string
}

/**
 * Makes sure that the newest frozen result may be published and still is what its data give; the returned function
 * keeps the de-identified responses that it rests on, and gives its version.
 * @throws {Problem} `four-eyes`, `not-publishable`, `stale`
 */
export async function preparePublication(
  context: Context,
  { id, survey }: Evaluation,
  { account }: Publishing,
): Promise<(db: Store) => Promise<number>> {
  const version = await newestResultVersion(context.db, id)
  const frozen = await frozenResult(context.db, id, version)
  if (frozen.frozenBy === account) throw new Problem('four-eyes')
  requireComplete(frozen)
  const obstacles = await obstaclesIn(context, { id, survey }, frozen.regions[0]?.survey ?? null)
  const undecided = obstacles.filter(({ decision }) => decision === null)
  if (undecided.length > 0) throw new Problem('not-publishable', { detail: toDecide(undecided) })
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

function requireComplete({ regions }: FrozenResult) {
  const missing = regions.flatMap(({ result }) => result?.missing ?? [])
  if (missing.length > 0) {
    throw new Problem('not-publishable', {
      detail: {
        zh: `还缺 ${missing.length} 项：${missing.join('、')}。`,
        en: `${missing.length} are missing: ${missing.join(', ')}.`,
      },
    })
  }
}

const toDecide = (obstacles: { text: Text }[]): Text => ({
  zh: `以下事项尚未记录决定，不能发布：${obstacles.map(({ text }) => text.zh).join('；')}`,
  en: `No decision has been recorded about the following, so the score cannot be published: ${obstacles.map(({ text }) => text.en).join('; ')}`,
})

/** Computed after it, an equal result shows that nothing came in between. */
async function exportedResponses(context: Context, id: string): Promise<string> {
  const survey = await findPublished(context, id)
  if (!survey) throw new Problem('not-found')
  return textOf(await responsesCsv(context, survey))
}
