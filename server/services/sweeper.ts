import type { Context } from '../context.ts'

/** Something that is done again and again in the background. */
export interface Sweeper {
  /** Ends it once what is under way is done. */
  stop: () => Promise<void>
}

/** Does a chore every so many milliseconds, one after the other; a failure is logged, and tried again the next time. */
export function createSweeper({ log }: Pick<Context, 'log'>, chore: () => Promise<void>, every: number): Sweeper {
  let running = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = chore()
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
