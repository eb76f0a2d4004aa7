import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { ResultDocument } from '../../shapes/evaluation.ts'
import type { NotRanked, RankedScore, RankRow } from '../../shapes/ranks.ts'
import { type EvaluationRow, listEvaluations } from '../../store/evaluations.ts'
import { newestResultVersion } from '../../store/results.ts'
import { computeResult } from '../results/compute.ts'
import { frozenResult } from '../results/frozen.ts'

/** A region with what it would be ranked by. */
export interface Candidate extends Pick<RankRow, 'region' | 'evaluation' | 'version'> {
  document: Pick<ResultDocument, 'scheme' | 'options'>
  rule: string
  /** By what is asked for: a score, or why there is none to rank. */
  scores: Record<RankedScore, { score: number; se: number } | NotRanked>
}

/**
 * The regions of a round by their newest frozen results; as of now where nothing has been frozen yet.
 * @throws {Problem} `not-found` where the round has no region that may be seen
 */
export async function candidatesOf(
  context: Context,
  round: string,
  permitted: (region: string) => boolean,
): Promise<Candidate[]> {
  const own = (await listEvaluations(context.db)).filter((row) => row.round === round && permitted(row.regionCode))
  if (own.length === 0) throw new Problem('not-found')
  const candidates: Candidate[] = []
  for (const row of own) candidates.push(await candidateOf(context, row))
  return candidates
}

const kept = new WeakMap<Context['changes'], Map<string, Candidate>>()

/** What is frozen never changes, and is read once. */
async function candidateOf(context: Context, row: EvaluationRow): Promise<Candidate> {
  const known = kept.get(context.changes) ?? new Map<string, Candidate>()
  kept.set(context.changes, known)
  const version = (await newestResultVersion(context.db, row.id)) || null
  const before = known.get(row.id)
  if (before && version !== null && before.version === version) return before
  const document =
    version === null
      ? await computeResult(context, row.id, { normalizeShares: false })
      : await frozenResult(context.db, row.id, version)
  const [region] = document.regions
  const candidate: Candidate = {
    region: { code: row.regionCode, name: JSON.parse(row.regionName) },
    ...{ evaluation: row.id, version, document: { scheme: document.scheme, options: document.options } },
    rule: region?.survey?.rule ?? 'imported',
    scores: { total: totalOf(region), survey: surveyOf(region) },
  }
  known.set(row.id, candidate)
  return candidate
}

type Region = ResultDocument['regions'][number] | undefined

function totalOf(region: Region): Candidate['scores']['total'] {
  const result = region?.result
  if (!result) return 'errors'
  if (result.total === null) return 'incomplete'
  const spread = result.uncertainty?.total
  return spread ? { score: result.total, se: spread.se } : 'no-standard-error'
}

function surveyOf(region: Region): Candidate['scores']['survey'] {
  const result = region?.result
  if (!result) return 'errors'
  if (result.uncertainty) return { score: result.uncertainty.subjective.score, se: result.uncertainty.subjective.se }
  return result.subjective === null ? 'no-score' : 'no-standard-error'
}

export const reasons: Record<NotRanked, Text> = {
  errors: { zh: '数据有误，先改正再排名。', en: 'Its data have errors: mend them first.' },
  incomplete: {
    zh: '还有未填报的分项，总得分只有上下限，不参加排名。补齐数据后可排名。',
    en: 'Items are missing, so its total is known within bounds only. It is ranked once they are there.',
  },
  'no-score': { zh: '没有市民体验得分。', en: 'It has no survey score.' },
  'no-standard-error': {
    zh: '市民体验得分没有标准误，无法判断名次的不确定性。请连同标准误一起导入。',
    en: 'Its survey score has no standard error, so nothing can be said of how sure its rank is. Import the score with one.',
  },
}
