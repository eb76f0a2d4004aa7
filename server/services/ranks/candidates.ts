import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { RegionResult, ResultOptions, SchemeId } from '../../shapes/evaluation.ts'
import type { NotRanked, RankedScore, RankRow } from '../../shapes/ranks.ts'
import { listEvaluations } from '../../store/evaluations.ts'
import { newestResults } from '../results/newest.ts'

/** A region with what it would be ranked by. */
export interface Candidate extends Pick<RankRow, 'region' | 'evaluation' | 'version'> {
  scheme: SchemeId
  options: ResultOptions
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
  const results = await newestResults(context, own)
  return own.flatMap((row): Candidate[] => {
    const newest = results.get(row.id)
    if (!newest) return []
    const { version, result, rule, options } = newest
    return [
      {
        region: { code: row.regionCode, name: JSON.parse(row.regionName) },
        ...{ evaluation: row.id, version, scheme: row.scheme, options },
        rule: rule ?? 'imported',
        scores: { total: totalOf(result), survey: surveyOf(result) },
      },
    ]
  })
}

function totalOf(result: RegionResult | null): Candidate['scores']['total'] {
  if (!result) return 'errors'
  if (result.total === null) return 'incomplete'
  const spread = result.uncertainty?.total
  return spread ? { score: result.total, se: spread.se } : 'no-standard-error'
}

function surveyOf(result: RegionResult | null): Candidate['scores']['survey'] {
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
