import type { Model } from 'survey-core'
import { stepNumber } from './steps.ts'

/** Nothing is kept or told before the person agrees; where a questionnaire does not ask, to begin is to agree. */
export const hasConsent = (model: Model): boolean => {
  const consent = model.getQuestionByName('consent')
  return consent ? consent.value === true : stepNumber(model) > 0
}

export const hasDeclined = (model: Model): boolean => model.getQuestionByName('consent')?.value === false
