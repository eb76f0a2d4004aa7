import type { Text } from '../../scoring/text.ts'
import { localText } from '../localText.ts'
import { overallQuestion } from '../parts/overall.ts'
import { type RatedDimension, ratedPage } from '../parts/rated.ts'
import { lead } from '../parts/scale.ts'
import { screeningPage } from '../parts/screening.ts'
import { frame } from './frame.ts'
import type { Part, Subject } from './subject.ts'

/** How an interviewer reads a question aloud: the five points in two steps, and no answer is pressed for. */
const reading: Text = {
  zh: `${lead.zh}先问“满意、一般还是不满意？”，再问“是非常满意还是比较满意？”（或“是不太满意还是很不满意？”）。对方说没用过或说不好，就选最后一项，不再追问。`,
  en: `${lead.en} Ask first: “Satisfied, neither, or dissatisfied?”, then: “Very or fairly?” Whoever has not used it or cannot say gets the last choice and is not asked again.`,
}

/**
 * The short form for older people and for the telephone (SURVEY-PRACTICE 5.6): one anchor item a dimension, in the words and
 * codes of the full form, and the overall question. Everybody is asked every item; there is no attention check.
 * @param readAloud for an interviewer: says on every page how to read it
 */
export function shortForm(
  subject: Subject,
  parts: Part[],
  { readAloud = false }: { readAloud?: boolean } = {},
): Record<string, unknown> {
  const { residence, part, overall, screensPlaceType } = subject
  const dimensions = subject.dimensions.map(anchorsOf).filter(({ items }) => items.length > 0)
  return frame({ ...subject, title: shortTitle(subject), dimensions }, [
    screeningPage({ residence, part, parts, asksPlaceType: screensPlaceType }),
    ...[...dimensions.map((dimension) => ratedPage(dimension)), lastPage(overall)].map((page) =>
      readAloud ? { ...page, description: localText(reading) } : page,
    ),
  ])
}

const shortTitle = ({ title: { zh, en } }: Subject): Text => ({ zh: `${zh}（简版）`, en: `${en} (short form)` })

/** The dimension with its anchor alone, which carries the whole weight of the dimension, asked of everybody. */
const anchorsOf = (dimension: RatedDimension): RatedDimension => ({
  ...dimension,
  items: dimension.items.filter(({ anchor }) => anchor).map(({ usedBy: _, ...item }) => item),
})

const lastPage = (overall: Text) => ({
  name: 'overall',
  title: localText({ zh: '总体感受', en: 'Overall' }),
  elements: [overallQuestion(overall)],
})
