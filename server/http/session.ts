import type { Request, RequestHandler, Response } from 'express'
import type { Context } from '../context.ts'
import { sessionOf } from '../services/sessions.ts'
import { Problem } from './problem.ts'

const cookieName = 'tiyan_session'

/** Finds out who asks. */
export const identify =
  (context: Context): RequestHandler =>
  async (request, response, next) => {
    const token = sessionToken(request)
    const session = token ? await sessionOf(context, token) : undefined
    if (session) {
      response.locals.user = session.user
      response.locals.session = session
    }
    next()
  }

/** @throws {Problem} `csrf-token` where an unsafe request of a session does not carry its token */
export function requireCsrfToken(request: Request, response: Response) {
  const { session } = response.locals
  const safe = request.method === 'GET' || request.method === 'HEAD'
  if (!safe && request.get('x-csrf-token') !== session?.csrf) throw new Problem('csrf-token')
}

export const sessionToken = (request: Request): string | undefined =>
  request.headers.cookie
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === cookieName)?.[1]

export function setSessionCookie(context: Context, response: Response, token: string, expires: Date) {
  response.cookie(cookieName, token, { ...cookieOptions(context), expires })
}

export function clearSessionCookie(context: Context, response: Response) {
  response.clearCookie(cookieName, cookieOptions(context))
}

const cookieOptions = ({ config }: Context) =>
  ({ httpOnly: true, sameSite: 'strict', path: '/', secure: config.url.startsWith('https:') }) as const
