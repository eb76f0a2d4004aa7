import type { Context } from '../context.ts'
import { addJob } from '../store/jobs.ts'
import { onPostgres } from '../store/postgres.ts'
import { createJobWorker } from './jobs.ts'

/** Something that is done again and again in the background. */
export interface Sweeper {
  /** Ends it once what is under way is done. */
  stop: () => Promise<void>
}

/**
 * Does a chore every so many milliseconds, one after the other; a failure is logged, and tried again the next time. On
 * PostgreSQL it is a job that falls due again and again, and that one of the servers takes each time.
 * @param what names the chore, the same on every server
 */
export async function createSweeper(
  context: Pick<Context, 'db' | 'log' | 'now'>,
  what: string,
  chore: () => Promise<void>,
  every: number,
): Promise<Sweeper> {
  if (!onPostgres(context.db)) return createTimer(context, chore, every)
  const name = `chore ${what}`
  await addJob(context.db, { id: name, kind: name, content: '' })
  const run = async () => {
    await chore()
    return every
  }
  return createJobWorker(context, { name, every: Math.min(every / 2, mostBetween), run })
}

/** A server looks at least as often whether a chore is due. */
const mostBetween = 5000

function createTimer({ log }: Pick<Context, 'log'>, chore: () => Promise<void>, every: number): Sweeper {
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
