import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'

type Encoding = 'br' | 'gzip' | 'identity'

const pack: Record<Encoding, (text: string) => Promise<Buffer>> = {
  br: (text) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (text) => promisify(gzip)(text, { level: 9 }),
  identity: async (text) => Buffer.from(text),
}

const kept = new Map<string, Promise<Buffer>>()
const mostKept = 100

/** The same text is packed once, however many ask for it at the same time. */
function packed(text: string, hash: string, encoding: Encoding): Promise<Buffer> {
  const key = `${encoding} ${hash}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const fresh = pack[encoding](text)
  kept.set(key, fresh)
  return fresh
}

/** Sends JSON that many people ask for and that seldom changes: packed as they take it, and not again to who has it. */
export async function sendPackedJson(request: Request, response: Response, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  const hash = createHash('sha256').update(text).digest('base64url')
  response.set({ etag: `"${hash}"`, 'cache-control': 'no-cache', vary: 'accept-encoding' })
  // By hand: Express finds nothing fresh where the client's own cache is switched off, as `fetch` does it then.
  if (request.get('if-none-match')?.includes(hash)) {
    response.status(304).end()
    return
  }
  const encoding = (request.acceptsEncodings('br', 'gzip', 'identity') || 'identity') as Encoding
  if (encoding !== 'identity') response.set('content-encoding', encoding)
  response.type('json').send(await packed(text, hash, encoding))
}

/** Sends a page of which no two are the same (each has its nonce), packed as well as is worth the while. */
export async function sendPackedPage(request: Request, response: Response, page: string): Promise<void> {
  response.vary('accept-encoding').type('html')
  const encoding = request.acceptsEncodings('br', 'gzip', 'identity')
  if (encoding === 'br') {
    const body = await promisify(brotliCompress)(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    response.set('content-encoding', 'br').send(body)
  } else if (encoding === 'gzip') response.set('content-encoding', 'gzip').send(await promisify(gzip)(page))
  else response.send(page)
}
