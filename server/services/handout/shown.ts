import { localesOf } from '../../../surveys/locales.ts'
import type { Context } from '../../context.ts'
import type { PublicSurvey } from '../../shapes/survey.ts'
import { identityOf } from '../channels/identity.ts'
import type { Watched } from '../monitor/monitor.ts'
import { stateAt } from '../published.ts'

/** A survey as posters and paper forms show it, before it opens too. */
export const surveyToPrint = ({ now }: Pick<Context, 'now'>, { survey, evaluation }: Watched): PublicSurvey => ({
  id: survey.id,
  title: survey.title,
  state: stateAt(survey, now()),
  opensAt: survey.opensAt,
  closesAt: survey.closesAt,
  region: { code: evaluation.regionCode, name: JSON.parse(evaluation.regionName) },
  welcome: survey.settings.welcome,
  identity: identityOf(survey.settings),
  madeUp: survey.settings.madeUp,
  locales: localesOf(survey.questionnaire),
  questionnaire: survey.questionnaire,
})

/** Where residents answer it. */
export const addressOf = ({ config }: Pick<Context, 'config'>, survey: string): string =>
  `${config.url}/s/${encodeURIComponent(survey)}`
