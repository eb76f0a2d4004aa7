import { Worker } from 'node:worker_threads'
import type { CountedSlice } from '../../store/tally.ts'
import { threadProgram } from '../threads.ts'
import type { FieldTally } from './fieldTally.ts'
import type { Scannable } from './scan.ts'

/** What the thread that helps to count is told at its start. */
export interface CountOrder {
  survey: Scannable
  /** How many slices it has not counted yet: one number, shared. */
  waiting: SharedArrayBuffer
}

/** A slice to count; null: no more are coming. */
export type CountMessage = CountedSlice | null

/** A second thread that counts while the first one reads. */
export interface CountingHelp {
  /** Whether it takes a slice; it does not while it has enough to do. */
  take: (slice: CountedSlice) => boolean
  /** What it has counted. */
  finish: () => Promise<FieldTally>
}

/** Enough that it never waits, few enough that little is held in memory. */
const mostWaiting = 2

export function countAside({ id, round, key, design }: Scannable): CountingHelp {
  const order: CountOrder = { survey: { id, round, key, design }, waiting: new SharedArrayBuffer(4) }
  const waiting = new Int32Array(order.waiting)
  const worker = new Worker(threadProgram('count'), { workerData: order })
  const counted = new Promise<FieldTally>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that counts ended with ${code}`)))
  })
  // Whoever reads hears of a failure when it asks for the end.
  counted.catch(() => undefined)
  const tell = (message: CountMessage) => worker.postMessage(message)
  return {
    take: (slice) => {
      if (Atomics.load(waiting, 0) >= mostWaiting) return false
      Atomics.add(waiting, 0, 1)
      tell(slice)
      return true
    },
    finish: () => {
      tell(null)
      return counted
    },
  }
}
