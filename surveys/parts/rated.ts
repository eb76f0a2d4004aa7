import type { Text } from '../../scoring/text.ts'
import { localText } from '../localText.ts'
import type { DimensionScoring } from '../scoring.ts'
import { dontKnow, lead, satisfaction } from './scale.ts'
import { ifUsed } from './usage.ts'

/** A dimension of the questionnaire with what is rated in it. */
export interface RatedDimension {
  code: string
  title: Text
  /** Its L2s of the standard with their weight, per cent of the total. None: reported, not scored. */
  indicators: Record<string, number>
  items: RatedItem[]
}

export interface RatedItem extends Text {
  code: string
  indicator: string
  /** Asked of those who used one of these (S5); absent: of everybody. */
  usedBy?: string[]
  /** Whether the short form asks it. */
  anchor?: boolean
  /** Absent: yes. */
  scored?: boolean
}

/** A page of ratings, in an order drawn for each person; more questions may follow them. */
export const ratedPage = ({ code, title, items }: RatedDimension, more: object[] = []) => ({
  name: code,
  title: localText(title),
  description: localText(lead),
  questionOrder: 'random',
  elements: [...items.map((item) => ratedQuestion(code, item)), ...more],
})

const ratedQuestion = (dimension: string, { code, indicator, usedBy, anchor, scored, zh, en }: RatedItem) => ({
  type: 'radiogroup',
  name: code,
  title: localText({ zh, en }),
  ...(usedBy && { visibleIf: ifUsed(usedBy) }),
  choices: [...satisfaction, dontKnow],
  dimension,
  indicator,
  ...(anchor && { anchor }),
  ...(scored === false && { scored }),
})

/** What the survey says of its dimensions. */
export const dimensionScoring = ({ code, title, indicators }: RatedDimension): DimensionScoring => ({
  code,
  title: localText(title),
  indicators: Object.entries(indicators).map(([indicator, weight]) => ({ code: indicator, weight })),
})
