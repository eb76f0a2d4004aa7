import type { IncomingMessage } from 'node:http'
import proxyAddress from 'proxy-addr'
import type { Config } from '../config.ts'
import { networkOf } from './network.ts'

type Trust = Config['trustProxy']

/** The client's address; `X-Forwarded-For` is believed only of the proxies named in TIYAN_TRUST_PROXY. */
export const addressOf = (request: IncomingMessage, trust: Trust): string =>
  trust === undefined ? (request.socket.remoteAddress ?? '') : proxyAddress(request, trust)

/** The network whose requests are counted; null for a client on this machine while no proxy is trusted (CONTRACT section 1). */
export function countedNetwork(request: IncomingMessage, trust: Trust): string | null {
  const address = addressOf(request, trust)
  return trust === undefined && isLoopback(address) ? null : networkOf(address)
}

export const isLoopback = (address: string): boolean =>
  address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
