import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a place's token says of itself, without asking the store. */
export interface PlaceTicket {
  id: string
  /** Milliseconds since 1970: when the place was taken. */
  begunAt: number
}

export const newPlaceId = (): string => randomBytes(12).toString('base64url')

/** The token of a place: its id, when it was taken, and the signature of both for this survey. */
export const placeToken = (key: Buffer, survey: string, ticket: PlaceTicket): string =>
  `${ticket.id}.${ticket.begunAt.toString(36)}.${signature(key, survey, ticket).toString('base64url')}`

const form = /^([\w-]{16})\.([0-9a-z]{1,10})\.([\w-]{22})$/

/** The place that a token stands for; undefined where it is not one of this survey's. */
export function readPlaceToken(key: Buffer, survey: string, token: string): PlaceTicket | undefined {
  const [, id, begun, signed] = form.exec(token) ?? []
  if (id === undefined || begun === undefined || signed === undefined) return undefined
  const ticket = { id, begunAt: Number.parseInt(begun, 36) }
  return timingSafeEqual(Buffer.from(signed, 'base64url'), signature(key, survey, ticket)) ? ticket : undefined
}

const signature = (key: Buffer, survey: string, { id, begunAt }: PlaceTicket): Buffer =>
  createHmac('sha256', key).update(`${survey}\n${id}\n${begunAt}`).digest().subarray(0, 16)
