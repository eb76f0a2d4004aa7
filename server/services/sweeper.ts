import type { Context } from '../context.ts'
import { unlessBusy } from '../store/oneAtATime.ts'

/** Something that is done again and again in the background. */
export interface Sweeper {
  /** Ends it once what is under way is done. */
  stop: () => Promise<void>
}

/**
 * Does a chore every so many milliseconds, one after the other, unless another server is at it; a failure is logged, and
 * tried again the next time.
 * @param what names the chore, the same on every server
 */
export function createSweeper(
  { db, log }: Pick<Context, 'db' | 'log'>,
  what: string,
  chore: () => Promise<void>,
  every: number,
): Sweeper {
  let running = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = unlessBusy(db, what, chore)
      .then(() => undefined)
      .catch((error: unknown) => log.error({ err: error }, 'a chore failed'))
      .finally(() => {
        busy = false
      })
  }, every).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
