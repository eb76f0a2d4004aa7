import { written } from '../../surveys/answers/written.ts'
import type { Sent } from '../services/collect/collect.ts'
import { isAnswers } from '../shapes/answers.ts'
import type { NewResponse } from '../shapes/survey.ts'
import { parseJson } from './body.ts'
import { type PlainResponse, plainResponse } from './plainResponse.ts'
import { Problem } from './problem.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

type Check = (value: unknown) => boolean

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText =
  (longest: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= longest

const isTiming: Check = (value) => isRecord(value) && Object.entries(value).every(([name, ms]) => isMoment(name, ms))
const isMoment = (name: string, ms: unknown) =>
  name.length <= 100 && typeof ms === 'number' && Number.isFinite(ms) && ms >= 0

const isSigned: Check = (value) =>
  isRecord(value) && isText(200)(value.p) && value.p !== '' && isText(12)(value.e) && isText(100)(value.h)

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

/** One check a member; the shape is that of the schema `NewResponse`, and this is much faster. */
const members: { [K in keyof NewResponse]-?: Check } = {
  id: (value) => typeof value === 'string' && uuid.test(value),
  answers: isAnswers,
  locale: optional(isText(20)),
  place: optional(isText(200)),
  invitation: optional(isText(200)),
  signed: optional(isSigned),
  timings: optional(isTiming),
}

const { answers: _, ...others } = members
const besideAnswers = Object.entries(others)

/** Its answers are some: it could not be read else. */
const isSent = (response: PlainResponse): response is PlainResponse & Sent =>
  besideAnswers.every(([name, check]) => check(response[name]))

/**
 * A response as it comes in.
 * @throws {Problem} `not-json`; `bad-request` that names every member which is not as it should be
 */
export function sentIn(body: Buffer): Sent {
  const plain = plainResponse(body.toString('utf8'))
  if (plain && isSent(plain)) return plain
  const { answers, ...others } = newResponse(parseJson(body))
  return { ...others, answers: written(answers) }
}

/** @throws {Problem} `bad-request` that names every member which is not as it should be */
export function newResponse(body: unknown): NewResponse {
  const wrong = isRecord(body)
    ? Object.entries(members).filter(([name, check]) => !check(body[name]))
    : Object.entries(members)
  if (wrong.length === 0) return body as NewResponse
  const names = wrong.map(([name]) => name).join(', ')
  throw new Problem('bad-request', {
    detail: {
      zh: `正文应为 { "id": UUID, "answers": { … }, "locale"?, "place"?, "invitation"?, "signed"?, "timings"? }，有误的是：${names}。`,
      en: `The body must be { "id": a UUID, "answers": { … }, "locale"?, "place"?, "invitation"?, "signed"?, "timings"? }. Wrong: ${names}.`,
    },
  })
}
