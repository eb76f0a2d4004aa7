import { isContradictory } from './contradiction.ts'
import { paceOf } from './pace.ts'
import type { FrozenRules, QualityFlag, QualityRules } from './rules.ts'

/** What is looked at when a response arrives. */
export interface Evidence {
  answers: Readonly<Record<string, unknown>>
  /** In the order of the scoring key; 97, 98 and 99 are no ratings. */
  codes: readonly number[]
  /** SurveyJS locale in which it was read. */
  locale: string
  /** Milliseconds by question or page; undefined where the client gave none. */
  timings: Readonly<Record<string, number>> | undefined
  /** Whether what sent it can measure times: the page can, and the server for the plain form; paper and an interviewer's sheet cannot. */
  timed: boolean
  /** Whether somebody else asked the questions or wrote the answers down: then attention and pace are not the person's. */
  helped: boolean
  /** Whether this device has sent a response before. */
  deviceKnown: boolean
}

/** What a response is found to be on arrival. */
export interface Found {
  flags: QualityFlag[]
  /** See `paceOf`; null where unknown. */
  pace: number | null
}

/** The flags that need no other response to be raised; they are settled on arrival. */
export function flagsOnArrival(evidence: Evidence, rules: FrozenRules): Found {
  const { answers, codes, timings, timed, helped, deviceKnown } = evidence
  const pace = helped ? null : paceOf(evidence, rules)
  const raised: Partial<Record<QualityFlag, boolean>> = {
    'too-fast': pace !== null && pace < 1,
    untimed: timed && !helped && pace === null && isMeasurable(evidence, rules),
    'straight-line': isStraight(codes, rules.straightLine.fewest),
    attention:
      !helped &&
      rules.attention.some(({ question, answer }) => Object.hasOwn(answers, question) && answers[question] !== answer),
    contradictory: rules.contradictions.some((pair) => isContradictory(pair, answers)),
    'same-device': deviceKnown,
    regular: !helped && isRegular(timings, rules.regular),
  }
  return {
    flags: (Object.keys(raised) as QualityFlag[]).filter((flag) => raised[flag] && rules.points[flag] > 0),
    pace,
  }
}

/** Whether there was anything to read and answer. */
const isMeasurable = (evidence: Evidence, rules: FrozenRules): boolean =>
  paceOf({ ...evidence, timings: { all: 1 } }, rules) !== null

const isRating = (code: number) => code < 97

function isStraight(codes: readonly number[], fewest: number): boolean {
  const ratings = codes.filter(isRating)
  return ratings.length >= fewest && ratings.every((code) => code === ratings[0])
}

function isRegular(timings: Evidence['timings'], { variation, fewestTimes }: QualityRules['regular']): boolean {
  const times = Object.values(timings ?? {}).filter((time) => time > 0)
  if (times.length < fewestTimes) return false
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (times.length - 1)
  return Math.sqrt(variance) < variation * mean
}
