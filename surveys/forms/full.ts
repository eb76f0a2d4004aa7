import { commentPage, demographicsPage } from '../parts/closing.ts'
import { attentionCheck, overallPage } from '../parts/overall.ts'
import { ratedPage } from '../parts/rated.ts'
import { screeningPage } from '../parts/screening.ts'
import { usagePage } from '../parts/usage.ts'
import { frame } from './frame.ts'
import type { Part, Subject } from './subject.ts'

/**
 * The whole questionnaire for a region with these parts, in the flow of SURVEY-PRACTICE 5.2.
 * @param screening questions that are asked right after consent
 */
export function fullForm(subject: Subject, parts: Part[], screening: object[] = []): Record<string, unknown> {
  const { residence, part, overall, household, comment, dimensions, usages, half, screensPlaceType } = subject
  return frame(subject, [
    screeningPage({ residence, part, parts, asksPlaceType: screensPlaceType }, screening),
    usagePage(usages),
    ...dimensions.map((dimension) => ratedPage(dimension, dimension.code === half ? [attentionCheck] : [])),
    overallPage(overall, dimensions),
    demographicsPage(household, { asksPlaceType: !screensPlaceType }),
    commentPage(comment),
  ])
}
