/** Milliseconds for which a place is held unless it is renewed. */
export const lease = 5 * 60_000
const longest = 24 * 3_600_000

/** When a lease ends that is given or renewed now. */
export const leaseEnd = (begunAt: string, now: string): string =>
  new Date(Math.min(Date.parse(now) + lease, Date.parse(begunAt) + longest)).toISOString()
