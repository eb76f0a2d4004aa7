import { countedNetwork } from '../http/address.ts'
import { endpoint } from '../http/endpoint.ts'
import { clearSessionCookie, sessionToken, setSessionCookie } from '../http/session.ts'
import { signIn, signOut } from '../services/sessions.ts'
import { Credentials } from '../shapes/session.ts'

export const sessionEndpoints = [
  endpoint({
    method: 'post',
    path: '/api/session',
    summary: 'Signs in: sets the cookie, gives the user and the CSRF token',
    access: 'public',
    body: Credentials,
    run: async ({ context, body, request, response }) => {
      const { token, expires, user, csrf } = await signIn(context, {
        ...body,
        from: countedNetwork(request, context.config.trustProxy),
      })
      setSessionCookie(context, response, token, expires)
      return { user, csrf }
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in, and the CSRF token',
    access: 'signed-in',
    run: async ({ response }) => response.locals.session,
  }),
  endpoint({
    method: 'delete',
    path: '/api/session',
    summary: 'Signs out',
    access: 'signed-in',
    status: 204,
    run: async ({ context, request, response }) => {
      await signOut(context, sessionToken(request) ?? '')
      clearSessionCookie(context, response)
    },
  }),
]
