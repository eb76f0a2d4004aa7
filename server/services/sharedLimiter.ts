import type { Context } from '../context.ts'
import { type Granted, takeFromBuckets } from '../store/buckets.ts'

/** Takes one from the key's bucket: 0, or the seconds until there is one again. */
export type SharedLimiter = (key: string) => Promise<number>

interface Asking {
  key: string
  resolve: (seconds: number) => void
  reject: (error: unknown) => void
}

/**
 * Token buckets that all servers on one PostgreSQL share, as exact as those of one (limiter.ts). Who comes while a
 * statement is under way shares the next one.
 * @param name tells its keys from those of others
 */
export function createSharedLimiter(
  { db, now }: Pick<Context, 'db' | 'now'>,
  name: string,
  measure: { burst: number; perSecond: number },
): SharedLimiter {
  const waiting: Asking[] = []
  let underWay = false

  async function goOn() {
    underWay = true
    while (waiting.length > 0) await serve(waiting.splice(0))
    underWay = false
  }

  async function serve(asking: Asking[]) {
    const wanted = new Map<string, number>()
    for (const { key } of asking) wanted.set(key, (wanted.get(key) ?? 0) + 1)
    let given: Map<string, Granted>
    try {
      given = new Map((await takeFromBuckets(db, wanted, measure, now().getTime())).map((one) => [one.key, one]))
    } catch (error) {
      for (const { reject } of asking) reject(error)
      return
    }
    for (const { key, resolve } of asking) {
      const bucket = given.get(key)
      if (bucket && bucket.granted-- > 0) resolve(0)
      else resolve(Math.max(0, 1 - (bucket?.left ?? 0)) / measure.perSecond)
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key: `${name} ${key}`, resolve, reject })
      if (!underWay) void goOn()
    })
}
