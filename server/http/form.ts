import type { IncomingMessage } from 'node:http'
import { readBody } from './body.ts'
import { Problem } from './problem.ts'

/** An HTML form writes a Chinese character as nine bytes; the answers in it are held to their own limit where they are taken. */
const largestForm = 512 * 1024

/**
 * Reads an HTML form that one of our own pages sent.
 * @throws {Problem} `too-large`, `unsupported-type`, `forbidden` where it comes from another site
 */
export async function readForm(request: IncomingMessage, ownUrl: string): Promise<URLSearchParams> {
  const body = await readBody(request, largestForm)
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new Problem('unsupported-type')
  }
  if (!isOwn(request.headers, ownUrl)) throw new Problem('forbidden')
  return new URLSearchParams(body.toString('utf8'))
}

/** Browsers say where a form comes from; pages that send no referrer say `null`, old ones say nothing. */
function isOwn({ origin, host, 'sec-fetch-site': site }: IncomingMessage['headers'], ownUrl: string): boolean {
  if (typeof site === 'string') return site === 'same-origin' || site === 'none'
  if (origin === undefined || origin === 'null') return true
  return URL.canParse(origin) && (new URL(origin).host === host || new URL(origin).origin === new URL(ownUrl).origin)
}
