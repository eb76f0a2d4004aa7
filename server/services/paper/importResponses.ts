import type { Text } from '../../../scoring/text.ts'
import { Problem } from '../../http/problem.ts'
import { type Collector, collect } from '../collect/collect.ts'
import { findPublished } from '../published.ts'
import { at, type PaperResponse, readResponses } from './readResponses.ts'

interface ImportedResponses {
  /** Stored by this import. */
  stored: number
  /** Were there already, with the same answers. */
  repeated: number
  /** Not taken, by the code of the problem: `not-eligible`, `quota-full`, `id-conflict` … */
  refused: Record<string, number>
  problems: Text[]
}

const atOnce = 400

/**
 * Takes in answers from paper or another system, through the same checks as all others.
 * Every row is checked first: if one has a wrong answer, nothing is stored and all of them are listed.
 * @throws {Problem} `not-found`
 */
export async function importResponses(collector: Collector, id: string, bytes: Uint8Array): Promise<ImportedResponses> {
  const survey = await findPublished(collector.context, id)
  if (!survey) throw new Problem('not-found')
  const { responses, problems } = await readResponses(bytes, survey.questionnaire)
  const result: ImportedResponses = { stored: 0, repeated: 0, refused: {}, problems }
  for (const { cellOf, response } of responses) {
    for (const { path, message } of survey.check(response.answers).problems)
      result.problems.push(at(cellOf(path), path, message))
  }
  if (result.problems.length > 0) return result

  for (let from = 0; from < responses.length; from += atOnce) {
    await Promise.all(responses.slice(from, from + atOnce).map((one) => take(collector, id, one, result)))
  }
  return result
}

async function take(
  collector: Collector,
  survey: string,
  { cellOf, response }: PaperResponse,
  result: ImportedResponses,
) {
  try {
    const { fresh } = await collect(collector, survey, response, { channel: 'paper', throttle: () => 0 })
    result[fresh ? 'stored' : 'repeated'] += 1
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    result.refused[error.code] = (result.refused[error.code] ?? 0) + 1
    if (!expected.has(error.code)) result.problems.push(at(cellOf('id'), '', error.text))
  }
}

/** What befalls answers without anything being wrong with the file. */
const expected = new Set(['not-eligible', 'quota-full'])
