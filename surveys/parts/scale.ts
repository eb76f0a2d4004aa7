import { missingCodes } from '../../scoring/subjective/key.ts'
import type { Text } from '../../scoring/text.ts'
import { choice } from './choice.ts'

/** The five points of satisfaction, balanced and fully labelled, best first. */
export const satisfaction = [
  choice(5, '非常满意', 'Very satisfied'),
  choice(4, '比较满意', 'Fairly satisfied'),
  choice(3, '一般', 'Neither'),
  choice(2, '不太满意', 'Fairly dissatisfied'),
  choice(1, '很不满意', 'Very dissatisfied'),
]

/** No point of the scale: shown apart from it. */
export const dontKnow = choice(missingCodes.dontKnow, '不了解或没用过', 'Don’t know / have not used')

/** Stands above every block of ratings. */
export const lead: Text = {
  zh: '请根据您过去12个月的实际感受，评价您对下列方面的满意程度。',
  en: 'Based on your own experience in the past 12 months, how satisfied are you with the following?',
}
