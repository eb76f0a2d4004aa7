import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { beatJob, type JobTable, jobsOf, leaveJob, removeJob, takeJob } from '../store/jobs.ts'

/** Does jobs of one kind that are in the store, one at a time. */
export interface JobWorker {
  /** Looks at once whether there is one. */
  look: () => void
  /** Breaks off what is under way, which others or the next start go on with. */
  stop: () => Promise<void>
}

interface Kind {
  name: string
  /** Milliseconds between two looks. */
  every: number
  /**
   * Does a job; gives the milliseconds until it is due again, undefined where it is done for good. It ends soon once the
   * signal is there: the job is another server's then, or not wanted, or this server stops.
   */
  run: (content: string, signal: AbortSignal) => Promise<number | undefined>
}

const usualLife = {
  /** Milliseconds between two signs of life of who is at a job. */
  every: 3000,
  /** After as long without one it is anybody's again. By each server's own clock: nobody's clock need be right. */
  patience: 15_000,
  /** Who could not give one for so long ends, well before others may take over. */
  endurance: 10_000,
}
const afterFailure = 5000

/**
 * Takes jobs of a kind, whichever server they came to: each is done by one server at a time, and by another if that one
 * dies. On both stores the same; on SQLite the only server takes all.
 */
export function createJobWorker(
  { db, log, now }: Pick<Context, 'db' | 'log' | 'now'>,
  kind: Kind,
  life: typeof usualLife = usualLife,
): JobWorker {
  const seen = new Map<string, { beat: number; since: number }>()
  const stopping = new AbortController()
  /** Who this is, among all that take jobs. */
  const self = randomUUID()
  let running: Promise<void> | undefined

  /** Whether nobody is at it, or who was has given no sign of life for too long. */
  function isFree({ id, holder, beat }: JobTable): boolean {
    if (holder === null) return true
    const known = seen.get(id)
    if (known?.beat === beat) return performance.now() - known.since > life.patience
    seen.set(id, { beat, since: performance.now() })
    return false
  }

  async function takeOne(): Promise<boolean> {
    for (const job of await jobsOf(db, kind.name)) {
      if (job.due_at > now().getTime() || !isFree(job) || !(await takeJob(db, job, self))) continue
      seen.delete(job.id)
      await work(job)
      return true
    }
    return false
  }

  async function work({ id, content }: JobTable): Promise<void> {
    const own = { id, holder: self }
    const lost = new AbortController()
    let alive = performance.now()
    const heart = setInterval(() => {
      if (performance.now() - alive > life.endurance) lost.abort()
      beatJob(db, own).then(
        (mine) => {
          if (mine) alive = performance.now()
          else lost.abort()
        },
        (error: unknown) => log.warn({ err: error, job: id }, 'a job gives no sign of life'),
      )
    }, life.every)
    try {
      const again = await kind.run(content, AbortSignal.any([stopping.signal, lost.signal]))
      if (stopping.signal.aborted) await leaveJob(db, own, 0)
      else if (lost.signal.aborted) return
      else if (again === undefined) await removeJob(db, id)
      else await leaveJob(db, own, now().getTime() + again)
    } catch (error) {
      log.error({ err: error, job: id }, 'a job failed')
      await leaveJob(db, own, now().getTime() + afterFailure)
    } finally {
      clearInterval(heart)
    }
  }

  const look = () => {
    if (running || stopping.signal.aborted) return
    running = (async () => {
      while (!stopping.signal.aborted && (await takeOne()));
    })()
      .catch((error: unknown) => log.error({ err: error, kind: kind.name }, 'jobs could not be taken'))
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(look, kind.every).unref()
  return {
    look,
    stop: async () => {
      clearInterval(timer)
      stopping.abort()
      await running
    },
  }
}
