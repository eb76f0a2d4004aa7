import type { QualityFlag, QualityRules } from './rules.ts'

/** What is looked at when a response arrives. */
export interface Evidence {
  answers: Readonly<Record<string, unknown>>
  /** In the order of the scoring key; 97, 98 and 99 are no ratings. */
  codes: readonly number[]
  /** Milliseconds by question or page; undefined where the client gave none. */
  timings: Readonly<Record<string, number>> | undefined
  /** Whether this device has sent a response before. */
  deviceKnown: boolean
}

/** The flags that need no other response to be raised; they are settled on arrival. */
export function flagsOnArrival({ answers, codes, timings, deviceKnown }: Evidence, rules: QualityRules): QualityFlag[] {
  const flags: QualityFlag[] = []
  const pace = timePerQuestion(answers, timings)
  if (pace !== undefined && pace < rules.floor) flags.push('too-fast')
  if (isStraight(codes, rules.straightLine)) flags.push('straight-line')
  if (
    rules.attention.some(({ question, answer }) => Object.hasOwn(answers, question) && answers[question] !== answer)
  ) {
    flags.push('attention')
  }
  if (deviceKnown) flags.push('same-device')
  if (isRegular(timings, rules.regular)) flags.push('regular')
  return flags
}

/** Milliseconds an answered question; undefined where no times are known. */
export function timePerQuestion(answers: Evidence['answers'], timings: Evidence['timings']): number | undefined {
  if (timings === undefined) return undefined
  const times = Object.values(timings)
  const answered = Object.keys(answers).length
  if (times.length === 0 || answered === 0) return undefined
  return times.reduce((sum, time) => sum + time, 0) / answered
}

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
