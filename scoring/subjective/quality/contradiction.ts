import type { Contradiction } from './rules.ts'

/** Whether answers say two things that cannot both be meant. Codes from 97 on are no ratings. */
export function isContradictory(pair: Contradiction, answers: Readonly<Record<string, unknown>>): boolean {
  const [first, second] = pair.questions.map((name) => (Object.hasOwn(answers, name) ? answers[name] : undefined))
  if (first === undefined || second === undefined) return false
  if ('apart' in pair) return isRating(first) && isRating(second) && Math.abs(first - second) >= pair.apart
  return answered(first, pair.answers[0]) && answered(second, pair.answers[1])
}

const isRating = (value: unknown): value is number => typeof value === 'number' && value < 97

/** Of several choices one is enough. */
const answered = (value: unknown, named: readonly unknown[]): boolean =>
  Array.isArray(value) ? value.some((one) => named.includes(one)) : named.includes(value)
