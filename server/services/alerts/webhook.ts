import { createHmac } from 'node:crypto'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isPrivateHost, publicOnly } from './address.ts'

interface Signing {
  secret: string
  /** Seconds since 1970: whoever takes it refuses what is old. */
  seconds: number
  allowPrivate: boolean
}

/** `t=SECONDS,v1=HEX`, HEX = HMAC-SHA256(secret, SECONDS + "." + body). */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`

const timeout = 10_000

/**
 * Posts JSON, signed, without following redirects.
 * @throws {Error} where it was not taken with a 2xx within ten seconds, or would go to a private address
 */
export function postSigned(url: string, message: object, { secret, seconds, allowPrivate }: Signing): Promise<void> {
  const { protocol, hostname } = new URL(url)
  if (!allowPrivate && isPrivateHost(hostname))
    return Promise.reject(new Error(`${hostname} is a private address; see TIYAN_ALERTS_PRIVATE`))
  const body = JSON.stringify(message)
  const send = protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Tiyan',
        'x-tiyan-signature': signatureOf(secret, seconds, body),
      },
      signal: AbortSignal.timeout(timeout),
      ...(!allowPrivate && { lookup: publicOnly }),
    })
    request.once('error', reject)
    request.once('response', (response) => {
      const { statusCode = 0 } = response
      response.destroy()
      if (statusCode >= 200 && statusCode < 300) resolve()
      else reject(new Error(`answered ${statusCode}`))
    })
    request.end(body)
  })
}
