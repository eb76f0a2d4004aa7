import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Response } from 'express'
import type { Context } from '../context.ts'

const cookieName = 'tiyan_device'
const form = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{22})(?:;|$)`)
const days = 90

/** The random number that a device was given, as it says. */
export const deviceToken = (request: IncomingMessage): string | undefined =>
  form.exec(request.headers.cookie ?? '')?.[1]

/**
 * The device that asks, as a hash that says nothing outside this survey; null where it has no token.
 * The token is a random number in a cookie, given with the first place.
 */
export function deviceHash(context: Context, survey: string, request: IncomingMessage): string | null {
  const token = deviceToken(request)
  return token === undefined ? null : hashOf(context, survey, token)
}

/** The same; a device without a token gets one. */
export function knownDevice(context: Context, survey: string, request: IncomingMessage, response: Response): string {
  const known = deviceHash(context, survey, request)
  if (known !== null) return known
  const token = randomBytes(16).toString('base64url')
  response.cookie(cookieName, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/api/surveys',
    maxAge: days * 86_400_000,
    secure: context.config.url.startsWith('https:'),
  })
  return hashOf(context, survey, token)
}

const hashOf = (context: Context, survey: string, token: string): string =>
  createHmac('sha256', context.keyFor(`devices ${survey}`))
    .update(token)
    .digest('base64url')
