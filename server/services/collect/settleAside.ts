import { Worker } from 'node:worker_threads'
import type { Change, Context } from '../../context.ts'
import { tellOfUnknown } from '../../store/othersWrites.ts'
import { onPostgres } from '../../store/postgres.ts'
import type { Settling } from '../published.ts'
import { threadProgram } from '../threads.ts'
import type { Aside, Settled } from './groupCommit.ts'
import { countedOf, type Incoming, type Settlement } from './settle.ts'

/** What the thread needs from the beginning. */
export interface SettleDesk {
  store: string
  receiptKey: Uint8Array
}

/** A batch on its way to the thread that settles; a survey goes ahead of its answers once it has changed. */
export interface SettleOrder {
  surveys: Omit<Settling, 'quotasFor'>[]
  answers: (Omit<Incoming, 'survey'> & { survey: string })[]
}

/** What became of a batch, on the disk; or why nothing of it is. */
export type SettleReply = SettledAside | { refused: { message: string; code: string | undefined } }

interface SettledAside {
  outcomes: Settlement[]
  /** Which of the batch count. */
  added: number[]
  /** What else changed. */
  others: Change[]
}

/** A rush: so many batches of so many answers, one after the other. */
const rush = { batches: 20, answers: 16 }

/**
 * From the first rush on, settles batches in a thread with a connection of its own, while this one goes on to read and
 * check. SQLite only: a PostgreSQL server works beside this process anyway.
 */
export function createAside(context: Context, receiptKey: Buffer): Aside<Incoming, Settlement> | undefined {
  if (onPostgres(context.db)) return undefined
  let thread: Thread | undefined
  let inARow = 0

  return {
    atOnce: () => (thread?.isReady() ? 2 : 1),
    takes: ({ length }) => {
      inARow = length >= rush.answers ? inARow + 1 : 0
      if (inARow >= rush.batches && !thread) {
        thread = startThread(context, receiptKey, () => {
          thread = undefined
          inARow = 0
        })
      }
      return thread?.isReady() === true
    },
    settle: (items) => {
      if (!thread) throw new Error('there is no thread that settles')
      return thread.settle(items)
    },
    close: async () => {
      await thread?.close()
    },
  }
}

export interface Thread {
  isReady: () => boolean
  settle: (items: Incoming[]) => Promise<Settled<Settlement>>
  close: () => Promise<void>
}

/** @param ended told when the thread is gone, be it closed or broken */
export function startThread(
  { config, db, log }: Pick<Context, 'config' | 'db' | 'log'>,
  receiptKey: Uint8Array,
  ended: () => void,
): Thread {
  const worker = new Worker(threadProgram('settle'), {
    workerData: { store: config.store, receiptKey } satisfies SettleDesk,
  })
  // It ends with the process.
  worker.unref()
  const sent = new Map<string, Settling>()
  let ready = false
  let gone: Error | undefined
  const waiting: { resolve: (reply: SettleReply) => void; reject: (error: Error) => void }[] = []

  worker.on('message', (message: SettleReply | 'ready') => {
    if (message === 'ready') ready = true
    else waiting.shift()?.resolve(message)
  })
  worker.once('error', (error) => {
    log.error({ err: error }, 'the thread that settles failed')
  })
  worker.once('exit', (code) => {
    ready = false
    const error = new Error(`the thread that settles ended with ${code}`)
    gone = error
    ended()
    const lost = waiting.splice(0)
    if (lost.length === 0) return
    // It may have committed them: who sends them again is told so, but no tally was told of them.
    const told = tellOfUnknown(db).catch((err) => log.error({ err }, 'tallies may miss what a thread wrote'))
    void told.then(() => {
      for (const { reject } of lost) reject(error)
    })
  })

  return {
    isReady: () => ready,
    settle: async (items) => {
      const surveys = new Map(
        items.flatMap(({ survey }) => (sent.get(survey.id) === survey ? [] : [[survey.id, survey]])),
      )
      for (const [id, survey] of surveys) sent.set(id, survey)
      const order: SettleOrder = {
        surveys: [...surveys.values()].map(withoutFunctions),
        answers: items.map((item) => ({ ...item, survey: item.survey.id })),
      }
      const reply = await new Promise<SettleReply>((resolve, reject) => {
        if (gone) return reject(gone)
        waiting.push({ resolve, reject })
        worker.postMessage(JSON.stringify(order))
      })
      if ('refused' in reply) throw Object.assign(new Error(reply.refused.message), { code: reply.refused.code })
      const added = reply.added.map((at): Change => ({ kind: 'added', response: countedOf(items[at] as Incoming) }))
      return { outcomes: reply.outcomes, changes: [...added, ...reply.others] }
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

const withoutFunctions = ({ id, round, settings, design, quality, quotas, quotaRevision }: Settling) => ({
  ...{ id, round, settings, design, quality, quotas, quotaRevision },
})
