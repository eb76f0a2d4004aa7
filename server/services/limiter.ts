interface Limiter {
  /** Takes one from the key's bucket: 0, or the seconds until there is one again. */
  take: (key: string, now: Date) => number
  /** Fills the key's bucket. */
  forget: (key: string) => void
}

interface Bucket {
  left: number
  at: number
}

/** Token buckets: `burst` at once, then `perSecond`. Full buckets are dropped, so memory follows the busy keys only. */
export function createLimiter({ burst, perSecond }: { burst: number; perSecond: number }): Limiter {
  const buckets = new Map<string, Bucket>()
  let swept = 0

  // A clock that was set back takes nothing away.
  const level = ({ left, at }: Bucket, now: number) =>
    Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond)

  function sweep(now: number) {
    if (Math.abs(now - swept) < 60_000) return
    swept = now
    for (const [key, bucket] of buckets) if (level(bucket, now) >= burst) buckets.delete(key)
  }

  return {
    take: (key, date) => {
      const now = date.getTime()
      sweep(now)
      const left = level(buckets.get(key) ?? { left: burst, at: now }, now)
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now })
      return left >= 1 ? 0 : (1 - left) / perSecond
    },
    forget: (key) => {
      buckets.delete(key)
    },
  }
}
