import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Context } from '../../context.ts'
import { csvText } from '../../files/csv.ts'
import { Problem } from '../../http/problem.ts'
import { boundAfter } from '../../store/browse.ts'
import { findEvaluation } from '../../store/evaluations.ts'
import { openSnapshot } from '../../store/snapshot.ts'
import { findPublished, type Published } from '../published.ts'
import { scoreOf } from '../tally/score.ts'
import { exportAside } from './aside.ts'
import { designJson } from './designJson.ts'
import { populationRows } from './populationCsv.ts'
import { unwatched, watchedExport } from './progress.ts'
import { responsesText } from './responsesCsv.ts'
import { exportedSample } from './sample.ts'
import { type ResponseFormat, writers } from './writers.ts'

/** A survey with the code of its region. @throws {Problem} `not-found` */
export async function surveyToExport(context: Context, id: string): Promise<{ survey: Published; region: string }> {
  const survey = await findPublished(context, id)
  const evaluation = survey && (await findEvaluation(context.db, survey.evaluation))
  if (!survey || !evaluation) throw new Problem('not-found')
  return { survey, region: evaluation.regionCode }
}

/** Rows and weights of one moment, whatever comes in while they are sent. */
export async function responsesCsv({ config }: Context, survey: Published): Promise<Readable> {
  const { db, close } = await openSnapshot(config.store)
  async function* text() {
    try {
      yield* responsesText(db, survey)
    } finally {
      await close()
    }
  }
  return Readable.from(text())
}

/** A thread of its own is worth its start from here on. */
const fewestForThread = 20_000

/**
 * Sends the responses of one moment, whatever comes in meanwhile, in constant memory; all of them, or the line is cut.
 * @param ticket under which its progress can be asked for
 * @param threadFrom responses from which on a thread of its own writes them
 */
export async function sendResponses(
  { config }: Context,
  survey: Published,
  format: ResponseFormat,
  to: Writable,
  { ticket, threadFrom = fewestForThread }: { ticket?: string | undefined; threadFrom?: number } = {},
): Promise<void> {
  const watched = ticket === undefined ? undefined : watchedExport(survey.id, ticket)
  const { db, close } = await openSnapshot(config.store)
  let failed = true
  try {
    const exporting = watched ?? unwatched
    const isLong = (await boundAfter(db, survey, '', threadFrom)) !== null
    const order = { store: config.store, survey: survey.id, format }
    await pipeline(isLong ? exportAside(order, exporting) : await writers[format](db, survey, exporting), to)
    failed = false
  } finally {
    watched?.end(failed)
    await close()
  }
}

export const surveyDesignJson = async (context: Context, survey: Published): Promise<object> =>
  designJson(survey, await scoreOf(context, survey.id))

export async function populationCsv({ config }: Context, survey: Published): Promise<string> {
  const { db, close } = await openSnapshot(config.store)
  try {
    const { calibration } = await exportedSample(db, survey)
    return csvText(populationRows(survey.design, calibration))
  } finally {
    await close()
  }
}
