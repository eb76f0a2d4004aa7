import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import { scoreSample } from '../../../scoring/subjective/scoreSample.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { findPublished, type Published } from '../published.ts'
import type { FieldTally } from './fieldTally.ts'
import { tallyFor, versionsOf } from './live.ts'

interface Scored {
  version: number
  score: SubjectiveScore
}

const kept = new WeakMap<Context['changes'], Map<string, Scored>>()

function scoresOf({ changes }: Context): Map<string, Scored> {
  const known = kept.get(changes) ?? new Map<string, Scored>()
  kept.set(changes, known)
  return known
}

/**
 * The survey score of what was accepted so far; worked out once for every version of the tally.
 * @throws {Problem} `not-found`
 */
export async function scoreOf(context: Context, surveyId: string): Promise<SubjectiveScore> {
  const survey = await findPublished(context, surveyId)
  if (!survey) throw new Problem('not-found')
  const known = scoresOf(context).get(survey.id)
  if (known && known.version === (await versionsOf(context, survey)).version) return known.score
  const { version, ...field } = await tallyFor(context, survey)
  return scoreFrom(context, survey, field, version)
}

/** The same from the tally in hand. */
export function scoreFrom(
  context: Context,
  survey: Published,
  field: Pick<FieldTally, 'tally' | 'drawn'>,
  version: number,
): SubjectiveScore {
  const scores = scoresOf(context)
  const known = scores.get(survey.id)
  if (known?.version === version) return known.score
  const { design, key, settings } = survey
  const score = scoreSample({ ...field, design, key, publication: settings.publication })
  scores.set(survey.id, { version, score })
  return score
}
