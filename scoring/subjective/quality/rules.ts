import type { Text } from '../../text.ts'

/** What may be odd about a response. None of it looks at whether the answers are good or bad. */
export const qualityFlags = {
  'too-fast': { zh: '答得比读得还快', en: 'Faster than it can be read' },
  fast: { zh: '远快于中位数', en: 'Far faster than the median' },
  'straight-line': { zh: '所有题目答案相同', en: 'The same answer to everything' },
  attention: { zh: '注意力检查未通过', en: 'Attention check failed' },
  'same-device': { zh: '同一设备已答过', en: 'This device has answered before' },
  identical: { zh: '与多份答卷完全相同', en: 'Identical with many others' },
  burst: { zh: '同一渠道、同一网段突然集中', en: 'A burst from one channel and network' },
  regular: { zh: '节奏规律得不像真人', en: 'Too regular for a person' },
} as const satisfies Record<string, Text>

export type QualityFlag = keyof typeof qualityFlags

/** The quality rules of a survey (SURVEY-PRACTICE 3.5); frozen when it is published. */
export interface QualityRules {
  /** Fewest milliseconds in which a question can be read and answered. */
  floor: number
  /** Below this share of the median time a question a response is fast; judged once there are `fewestForMedian`. */
  medianShare: number
  fewestForMedian: number
  /** All ratings alike are a straight line from so many on. */
  straightLine: number
  /** Questions that tell whether somebody reads, and what they ask to be answered. */
  attention: { question: string; answer: string | number | boolean }[]
  /** Vectors of so many ratings or more that come so many times or more. */
  identical: { ratings: number; times: number }
  /** So many within ten minutes from one network by one channel, and so many times its usual number. */
  burst: { fewest: number; factor: number }
  /** Times a question that vary less than this share of their mean, from `fewestTimes` on. */
  regular: { variation: number; fewestTimes: number }
  points: Record<QualityFlag, number>
  /** Excluded from so many points on. */
  threshold: number
}

/** One soft sign alone never excludes anybody. */
export const defaultQualityRules: QualityRules = {
  floor: 800,
  medianShare: 1 / 3,
  fewestForMedian: 100,
  straightLine: 10,
  attention: [],
  identical: { ratings: 15, times: 5 },
  burst: { fewest: 30, factor: 5 },
  regular: { variation: 0.05, fewestTimes: 5 },
  points: {
    'too-fast': 2,
    fast: 1,
    'straight-line': 1,
    attention: 2,
    'same-device': 3,
    identical: 2,
    burst: 1,
    regular: 2,
  },
  threshold: 3,
}

export const pointsOf = ({ points }: QualityRules, flags: Iterable<QualityFlag>): number =>
  [...flags].reduce((sum, flag) => sum + points[flag], 0)
