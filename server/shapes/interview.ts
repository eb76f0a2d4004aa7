import type { Text } from '../../scoring/text.ts'
import type { SurveyState } from './survey.ts'

/** `GET /api/interviews`: the surveys for which somebody asks the questions. */
export interface InterviewSurvey {
  id: string
  title: Text
  state: SurveyState
  region: { code: string; name: Text }
  madeUp: boolean
}

/** One line of `GET /api/surveys/{survey}/interviewers`: who holds the role for the region, and whether for this survey. */
export interface Interviewer {
  account: string
  works: boolean
}
