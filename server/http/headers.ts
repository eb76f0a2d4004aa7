import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * Strict headers for every page: scripts and style sheets of this server, or with the page's nonce; nothing foreign.
 * `style-src-attr` stays open because charts and progress bars place their parts with style attributes.
 */
export function securityHeaders(secure: boolean): RequestHandler[] {
  return [
    (_, response, next) => {
      response.locals.nonce = randomBytes(16).toString('base64url')
      next()
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", (_, response) => `'nonce-${nonceOf(response)}'`],
          scriptSrcAttr: ["'none'"],
          styleSrc: ["'self'", (_, response) => `'nonce-${nonceOf(response)}'`],
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'self'"],
          ...(secure && { upgradeInsecureRequests: [] }),
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: secure,
      crossOriginOpenerPolicy: secure,
      originAgentCluster: secure,
    }),
  ]
}

/** Unless an answer says otherwise, nobody keeps it. */
export const keptByNobody: RequestHandler = (_, response, next) => {
  response.set('cache-control', 'no-store')
  next()
}

const nonceOf = (response: object): string => (response as { locals?: { nonce?: string } }).locals?.nonce ?? ''
