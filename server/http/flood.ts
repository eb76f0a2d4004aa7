import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Context } from '../context.ts'
import { createLimiter } from '../services/limiter.ts'
import { createSharedLimiter } from '../services/sharedLimiter.ts'
import { onPostgres } from '../store/postgres.ts'
import { countedNetwork } from './address.ts'
import { deviceToken } from './device.ts'

/**
 * Takes a request, which may come under a place of this survey's: 0, or the seconds that it has to wait. At once, unless
 * several servers count together.
 */
export type FloodGuard = (request: IncomingMessage, place?: string) => number | Promise<number>

/** Each has its own measure, so that what only informs never holds up an answer. */
type Purpose = 'answers' | 'progress' | 'drafts' | 'patience'

interface Measure {
  burst: number
  perSecond: number
  /** From all networks together; no limit unless said. */
  everywhere?: Omit<Measure, 'everywhere'>
}

/** Waiting instead of working is for the few who cannot: a machine that waits, or many, gets in as slowly as this. */
const measures: { [purpose in Purpose]?: Measure } = {
  patience: { burst: 20, perSecond: 0.1, everywhere: { burst: 60, perSecond: 1 } },
}
const usual: Measure = { burst: 600, perSecond: 20 }
/** Far more than a person sends, far less than their neighbours behind the same address may need. */
const oneDevice: Measure = { burst: 120, perSecond: 2 }
const onePlace: Measure = { burst: 20, perSecond: 0.2 }

const guards = new WeakMap<Context['changes'], Map<Purpose, FloodGuard>>()

/**
 * One a purpose, for all that residents send, whichever server it comes to. A place or a device is slowed down first, so that who floods
 * spends nothing of what others behind the same address (an office, a carrier) may send; an address only against floods.
 */
export function floodGuard(context: Context, purpose: Purpose = 'answers'): FloodGuard {
  const ofServer = guards.get(context.changes) ?? new Map<Purpose, FloodGuard>()
  guards.set(context.changes, ofServer)
  const known = ofServer.get(purpose)
  if (known) return known
  const guard = onPostgres(context.db) ? guardOfAll(context, purpose) : guardOfOne(context, purpose)
  ofServer.set(purpose, guard)
  return guard
}

/** Of the only server. */
function guardOfOne(context: Context, purpose: Purpose): FloodGuard {
  const measure = measures[purpose] ?? usual
  const flood = createLimiter(measure)
  const all = measure.everywhere && createLimiter(measure.everywhere)
  const places = createLimiter(onePlace)
  const devices = createLimiter(oneDevice)
  const addressKey = randomBytes(32)
  return (request, place) => {
    const network = countedNetwork(request, context.config.trustProxy)
    if (network === null) return 0
    if (place !== undefined) return places.take(place, context.now())
    const device = deviceToken(request)
    const wait = device === undefined ? 0 : devices.take(device, context.now())
    if (wait > 0) return wait
    return flood.take(hashWith(addressKey, network), context.now()) || (all?.take('', context.now()) ?? 0)
  }
}

/** Of all servers on one PostgreSQL together, in its buckets. */
function guardOfAll(context: Context, purpose: Purpose): FloodGuard {
  const measure = measures[purpose] ?? usual
  const flood = createSharedLimiter(context, `${purpose} network`, measure)
  const all = measure.everywhere && createSharedLimiter(context, `${purpose} everywhere`, measure.everywhere)
  const places = createSharedLimiter(context, `${purpose} place`, onePlace)
  const devices = createSharedLimiter(context, `${purpose} device`, oneDevice)
  const key = context.keyFor('floods')
  const take = async (network: string, device: string | undefined) => {
    const wait = device === undefined ? 0 : await devices(hashWith(key, device))
    return wait || (await flood(hashWith(key, network))) || (all ? await all('') : 0)
  }
  return (request, place) => {
    const network = countedNetwork(request, context.config.trustProxy)
    if (network === null) return 0
    return place === undefined ? take(network, deviceToken(request)) : places(hashWith(key, place))
  }
}

/** No address is kept, not even in memory. */
const hashWith = (key: Buffer, whose: string): string => createHmac('sha256', key).update(whose).digest('base64url')
