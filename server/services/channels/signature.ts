import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a signed link carries: the host app's id of a person, when the link ends (Unix seconds), the signature. */
export interface SignedLink {
  p: string
  e: string
  h: string
}

const mostAhead = 24 * 3600

/** The key that a host app signs with, as text. One a survey. */
export const signingKey = (keyFor: (purpose: string) => Buffer, survey: string): string =>
  keyFor(`signed links ${survey}`).toString('base64url')

/** SIG of CONTRACT section 2. */
export const signatureOf = (key: string, survey: string, { p, e }: Pick<SignedLink, 'p' | 'e'>): string =>
  createHmac('sha256', key).update(`tiyan1\n${survey}\n${p}\n${e}`).digest('base64url')

/** Whether a link is the host app's own, and was good at that moment (milliseconds). */
export function isGenuine(key: string, survey: string, link: SignedLink, at: number): boolean {
  const expected = Buffer.from(signatureOf(key, survey, link))
  const given = Buffer.from(link.h)
  const same = given.length === expected.length && timingSafeEqual(given, expected)
  const end = /^\d{1,12}$/.test(link.e) ? Number(link.e) : 0
  const seconds = at / 1000
  return same && end >= seconds && end <= seconds + mostAhead
}

/** What is kept of a person. */
export const personHash = (keyFor: (purpose: string) => Buffer, survey: string, person: string): string =>
  createHmac('sha256', keyFor(`persons ${survey}`))
    .update(person)
    .digest('base64url')
