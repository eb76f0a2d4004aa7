import { createLimiter } from './limiter.ts'

/** Counts tries to sign in. */
export interface Tries {
  /** Takes one: 0, or the seconds to wait. */
  take: (username: string, address: string, now: Date) => number
  /** The password was right. */
  forget: (username: string, address: string) => void
}

const quarterHour = 900

/**
 * Ten tries a quarter of an hour for a name from one address, so that nobody else's tries lock a person out at once;
 * a hundred for a name from anywhere, and for an address whatever the names.
 */
export function createTries(): Tries {
  const pairs = createLimiter({ burst: 10, perSecond: 10 / quarterHour })
  const names = createLimiter({ burst: 100, perSecond: 100 / quarterHour })
  const addresses = createLimiter({ burst: 100, perSecond: 100 / quarterHour })
  const pair = (username: string, address: string) => JSON.stringify([username, address])
  return {
    take: (username, address, now) =>
      Math.max(pairs.take(pair(username, address), now), names.take(username, now), addresses.take(address, now)),
    forget: (username, address) => pairs.forget(pair(username, address)),
  }
}
