import { localesOf } from '../../surveys/locales.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { PublicSurvey } from '../shapes/survey.ts'
import { findEvaluation } from '../store/evaluations.ts'
import { identityOf } from './channels/identity.ts'
import { findPublished, stateAt } from './published.ts'

/** What a client needs to show a survey; before it opens only what it is and when. */
type ShownSurvey = PublicSurvey | Pick<PublicSurvey, 'id' | 'title' | 'state' | 'opensAt' | 'closesAt'>

/** @throws {Problem} `not-found` */
export async function showSurvey(context: Context, id: string): Promise<ShownSurvey> {
  const survey = await findPublished(context, id)
  if (!survey) throw new Problem('not-found')
  const state = stateAt(survey, context.now())
  const { title, opensAt, closesAt } = survey
  if (state === 'draft' || state === 'scheduled') return { id, title, state, opensAt, closesAt }

  const evaluation = await findEvaluation(context.db, survey.evaluation)
  if (!evaluation) throw new Error(`survey ${id} has lost its evaluation`)
  return {
    id,
    title,
    state,
    opensAt,
    closesAt,
    region: { code: evaluation.regionCode, name: JSON.parse(evaluation.regionName) },
    welcome: survey.settings.welcome,
    identity: identityOf(survey.settings),
    madeUp: survey.settings.madeUp,
    locales: localesOf(survey.questionnaire),
    questionnaire: survey.questionnaire,
  }
}
