import type { IncomingMessage } from 'node:http'
import { Problem } from './problem.ts'

/**
 * Reads a request's body, at most `limit` bytes of it.
 * @throws {Problem} `too-large` as soon as that is known, `bad-request` where the client gives up half-way
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    new Problem('too-large', {
      detail: {
        zh: `内容超过 ${Math.floor(limit / 1024)} KiB 的上限。`,
        en: `The body is larger than the limit of ${Math.floor(limit / 1024)} KiB.`,
      },
    })
  if (Number(request.headers['content-length']) > limit) return Promise.reject(tooLarge())

  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) {
        chunks.length = 0
        reject(tooLarge())
      } else if (size <= limit) chunks.push(chunk)
    })
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    request.on('aborted', () => reject(new Problem('bad-request')))
    request.on('error', () => reject(new Problem('bad-request')))
  })
}

/** @throws {Problem} `not-json` */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Problem('not-json', { detail: { zh: `正文不是合法的 JSON：${error.message}`, en: error.message } })
  }
}
