import type { Text } from '../text.ts'
import type { Caution, SubjectiveScore } from './score.ts'

/** What a survey score needs for publication; set before the survey opens (SURVEY-PRACTICE 3.2). */
export interface PublicationThreshold {
  /** Accepted respondents. */
  respondents: number
  /** Kish's effective number as a share of the respondents, 0…1. */
  effectiveShare: number
}

/** The hard floor of practice; 1,000 respondents and 60 % are what to aim at. */
const defaultThreshold: PublicationThreshold = { respondents: 400, effectiveShare: 0 }

/** A decision, by somebody, to publish in spite of a caution. */
export interface RecordedDecision {
  code: Caution['code'] | 'below-threshold'
  subject: string
}

/** What stands in the way of publication. */
export interface Obstacle {
  code: Caution['code'] | 'below-threshold'
  subject: string
  text: Text
  /** A decision can be recorded to publish all the same; without a score there is nothing to decide. */
  decidable: boolean
}

/**
 * What keeps a score from being published: cautions that block and no recorded decision covers, a sample below the
 * threshold, a score or standard error that is not there.
 */
export function obstaclesTo(
  score: SubjectiveScore,
  threshold: PublicationThreshold = defaultThreshold,
  decisions: RecordedDecision[] = [],
): Obstacle[] {
  const decided = ({ code, subject }: RecordedDecision) =>
    decisions.some((decision) => decision.code === code && decision.subject === subject)
  const found = [...score.cautions.filter(({ blocks }) => blocks), ...belowThreshold(score, threshold)]
  return found.flatMap(({ code, subject, text }): Obstacle[] => {
    const decidable = score.score !== null
    return decidable && decided({ code, subject }) ? [] : [{ code, subject, text, decidable }]
  })
}

/** Whether the drawn part of a mixed sample may be published by itself: then it is the score (DESIGN, kinds of samples). */
export const standsAlone = (
  score: SubjectiveScore,
  threshold?: PublicationThreshold,
  decisions?: RecordedDecision[],
): boolean => score.score !== null && score.se !== null && obstaclesTo(score, threshold, decisions).length === 0

function belowThreshold(
  { respondents, nEffective }: SubjectiveScore,
  { respondents: fewest, effectiveShare }: PublicationThreshold,
): Omit<Obstacle, 'decidable'>[] {
  const few: Omit<Obstacle, 'decidable'> = {
    code: 'below-threshold',
    subject: 'respondents',
    text: {
      zh: `有效答卷 ${respondents} 份，少于开放前约定的 ${fewest} 份。请继续收集；仍要发布须记录决定。`,
      en: `There are ${respondents} accepted responses, fewer than the ${fewest} agreed before the survey opened. Collect more; to publish as it is, record the decision.`,
    },
  }
  const uneven: Omit<Obstacle, 'decidable'> = {
    code: 'below-threshold',
    subject: 'effective',
    text: {
      zh: `有效样本量 ${Math.round(nEffective)}，不足答卷数的 ${Math.round(100 * effectiveShare)}%：权重相差太大。请在代表不足的类别补充样本或合并类别；仍要发布须记录决定。`,
      en: `The effective sample is ${Math.round(nEffective)}, less than ${Math.round(100 * effectiveShare)}% of the responses: the weights are too unequal. Collect more where the sample is short or fold categories; to publish as it is, record the decision.`,
    },
  }
  return [...(respondents < fewest ? [few] : []), ...(nEffective < effectiveShare * respondents ? [uneven] : [])]
}
