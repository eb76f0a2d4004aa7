import { localText, surveyLocale } from '../localText.ts'
import { longestComment } from '../parts/closing.ts'
import { dimensionScoring } from '../parts/rated.ts'
import type { Subject } from './subject.ts'

/** What every form of a questionnaire says of itself, around its pages. */
export const frame = ({ title, scheme, dimensions }: Subject, pages: object[]): Record<string, unknown> => ({
  title: localText(title),
  locale: surveyLocale.zh,
  showQuestionNumbers: false,
  // What is hidden again is no answer: the server refuses it.
  clearInvisibleValues: 'onHidden',
  maxCommentLength: longestComment,
  scheme,
  scale: { min: 1, max: 5 },
  dimensions: dimensions.map(dimensionScoring),
  pages,
})
