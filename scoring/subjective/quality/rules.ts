import type { Text } from '../../text.ts'

/** What may be odd about a response. None of it looks at whether the answers are good or bad. */
export const qualityFlags = {
  'too-fast': { zh: '答得比读得还快', en: 'Faster than it can be read' },
  untimed: { zh: '没有答题用时', en: 'No answering times' },
  fast: { zh: '远快于中位数', en: 'Far faster than the median' },
  'straight-line': { zh: '所有题目答案相同', en: 'The same answer to everything' },
  'near-straight': { zh: '几乎所有题目答案相同', en: 'Almost the same answer to everything' },
  attention: { zh: '注意力检查未通过', en: 'Attention check failed' },
  contradictory: { zh: '答案自相矛盾', en: 'Answers contradict each other' },
  'same-device': { zh: '同一设备已答过', en: 'This device has answered before' },
  identical: { zh: '与多份答卷完全相同', en: 'Identical with many others' },
  burst: { zh: '同一渠道、同一网段突然集中', en: 'A burst from one channel and network' },
  regular: { zh: '节奏规律得不像真人', en: 'Too regular for a person' },
} as const satisfies Record<string, Text>

export type QualityFlag = keyof typeof qualityFlags

/** The quality rules that somebody chose for a survey (SURVEY-PRACTICE 3.5). */
export interface QualityRules {
  /**
   * The fastest that a text can be skimmed: characters a second where words are not told apart (Chinese, Japanese), words
   * a second elsewhere; and the milliseconds that choosing an answer takes at least. Whoever is faster did not read.
   */
  reading: { characters: number; words: number; choosing: number }
  /** Below this share of the median pace a response is fast; judged once there are `fewestForMedian`. */
  medianShare: number
  fewestForMedian: number
  /**
   * From `fewest` ratings on: all alike are a straight line; whose variance is below this share of the sample's median
   * variance (judged once there are `fewestForMedian`) are nearly one.
   */
  straightLine: { fewest: number; spreadShare: number }
  /** Vectors of so many ratings or more that come so many times or more. */
  identical: { ratings: number; times: number }
  /** So many within ten minutes from one network by one channel, and so many times its usual number. */
  burst: { fewest: number; factor: number }
  /** Times a question that vary less than this share of their mean, from `fewestTimes` on. */
  regular: { variation: number; fewestTimes: number }
  /** A rule with 0 points is switched off. */
  points: Record<QualityFlag, number>
  /** Excluded from so many points on. */
  threshold: number
}

/** What a question asks to be answered, to tell whether somebody reads. */
export interface AttentionCheck {
  question: string
  answer: string | number | boolean
}

/** Two questions whose answers cannot both be meant. */
export type Contradiction =
  /** Two ratings of the same thing that differ by so much or more. */
  | { questions: readonly [string, string]; apart: number }
  /** Any of these answers to the one with any of those to the other. */
  | { questions: readonly [string, string]; answers: readonly [readonly unknown[], readonly unknown[]] }

/** The rules of a survey with all that they take from its questionnaire; never changed once it is published. */
export interface FrozenRules extends QualityRules {
  /** Fewest milliseconds in which a question can be read and answered, by SurveyJS locale and name. */
  floors: Record<string, Record<string, number>>
  attention: AttentionCheck[]
  contradictions: Contradiction[]
}

/**
 * One soft sign alone never excludes anybody. Skimming: about 1.5 times the silent reading speed that is found in adults
 * (English 300, skimming 450 words a minute: Carver 1992; Chinese 580 characters a minute: Sun, Morita and Stark 1985).
 */
export const defaultQualityRules: QualityRules = {
  reading: { characters: 14.5, words: 7.5, choosing: 300 },
  medianShare: 1 / 3,
  fewestForMedian: 100,
  straightLine: { fewest: 10, spreadShare: 1 / 8 },
  identical: { ratings: 15, times: 5 },
  burst: { fewest: 30, factor: 5 },
  regular: { variation: 0.05, fewestTimes: 5 },
  points: {
    'too-fast': 2,
    // Leaving times out gains nothing.
    untimed: 2,
    fast: 1,
    'straight-line': 1,
    'near-straight': 1,
    attention: 2,
    contradictory: 1,
    'same-device': 3,
    identical: 2,
    burst: 1,
    regular: 2,
  },
  threshold: 3,
}

export const pointsOf = ({ points }: Pick<QualityRules, 'points'>, flags: Iterable<QualityFlag>): number =>
  [...flags].reduce((sum, flag) => sum + points[flag], 0)
