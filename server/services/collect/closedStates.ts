import type { ProblemCode } from '../../http/problem.ts'
import type { SurveyState } from '../../shapes/survey.ts'

/** Why a survey takes nothing in these states. */
export const closedStates: { [state in SurveyState]?: ProblemCode } = {
  draft: 'survey-not-open',
  scheduled: 'survey-not-open',
  paused: 'survey-not-open',
  closed: 'survey-closed',
}
