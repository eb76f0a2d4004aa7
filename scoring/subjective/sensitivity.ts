import type { Text } from '../text.ts'
import { alternatives } from './alternatives.ts'
import type { SurveyData } from './basis.ts'
import type { SampleKind } from './score.ts'
import { scoreSurvey } from './scoreSurvey.ts'

/** The score over another set of responses: without a channel, or as if a quality rule had not been. */
export interface Variant {
  kind: 'channel' | 'rule' | 'excluded' | 'over-quota'
  /** Code of the channel or rule; '' where there is none. */
  subject: string
  label: Text
  tally: SurveyData['tally']
}

export interface SensitivityRow {
  kind: 'method' | Variant['kind']
  code: string
  label: Text
  respondents: number
  score: number | null
  se: number | null
  interval: [number, number] | null
  /** This score less the score of the survey; null where one of them is none. */
  difference: number | null
}

/** What each variant is called. */
export const variantLabel = {
  channel: (name: Text): Text => ({ zh: `不含渠道“${name.zh}”`, en: `Without the channel “${name.en}”` }),
  rule: (name: Text): Text => ({ zh: `不用质量规则“${name.zh}”`, en: `Without the quality rule “${name.en}”` }),
  excluded: (): Text => ({ zh: '不剔除任何答卷', en: 'With all responses that were taken out' }),
  'over-quota': (): Text => ({ zh: '包括超出配额的答卷', en: 'With the responses over quota' }),
}

/**
 * How far the score hangs on the choices behind it (SURVEY-PRACTICE 5.7): the other common weights and scales, from the
 * survey's own tally, then the score over other sets of responses. Its first row is the score itself.
 * @param importance weight of each dimension by its code; absent: no such row
 */
export function sensitivity(
  data: SurveyData & { kind: SampleKind },
  variants: Variant[],
  importance?: Record<string, number>,
): SensitivityRow[] {
  const own = scoreSurvey(data)
  const less = (score: number | null) => (score === null || own.score === null ? null : score - own.score)
  return [
    ...alternatives(data, importance).map(({ code, label, score, se, interval }) => ({
      kind: 'method' as const,
      code,
      label,
      respondents: own.respondents,
      score,
      se,
      interval,
      difference: less(score),
    })),
    ...variants.map(({ kind, subject, label, tally }) => {
      const { respondents, score, se, interval } = scoreSurvey({ ...data, tally })
      return { kind, code: subject, label, respondents, score, se, interval, difference: less(score) }
    }),
  ]
}

/**
 * Weights of the dimensions by how often people named them as what they would most like to see improved (question O3):
 * descriptive only. A dimension that nobody named has the weight 0.
 * @param mentions by dimension, weighted or not
 */
export function importanceFromMentions(mentions: Record<string, number>): Record<string, number> | undefined {
  const total = Object.values(mentions).reduce((sum, count) => sum + count, 0)
  if (!(total > 0)) return undefined
  return Object.fromEntries(Object.entries(mentions).map(([code, count]) => [code, count / total]))
}
