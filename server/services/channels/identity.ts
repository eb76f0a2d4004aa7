import type { PublicSurvey } from '../../shapes/survey.ts'
import type { SurveySettings } from '../published.ts'

/** What residents are told of a survey: whether answers are anonymous, or pseudonymous until it closes. */
export function identityOf({ channels }: Pick<SurveySettings, 'channels'>): PublicSurvey['identity'] {
  if (channels === undefined) return 'by-link'
  if (!channels.includes('invitation') && !channels.includes('signed')) return 'anonymous'
  return channels.includes('open') ? 'by-link' : 'pseudonymous'
}
