import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Context } from '../../context.ts'
import type { ComparedMember } from '../analysis/compare.ts'
import { threadProgram } from '../threads.ts'
import type { ExportOrder } from './folder.ts'

/** What each thread of a job is told. */
export interface ExportTask {
  /** Of the data. */
  folder: string
  /** The address of the store. */
  store: string
  order: ExportOrder
  /** The regions of the order as of now, to be compared with each other. */
  members: ComparedMember[]
  /** Two counters: the next region to be taken, and the threads that are still at work. */
  shared: SharedArrayBuffer
}

/** The threads of one job. */
export interface Crew {
  /** Whether all of them came to a good end. */
  ended: Promise<boolean>
  stop: () => Promise<unknown>
}

/** Each has its own copy of the program and of the store's cache: more are not worth their memory. */
const mostThreads = 4
/** A further thread is worth its start from so many regions on. */
const fewestRegions = 8

/** Begins to make the files of a job in threads that share its regions. */
export function startCrew(task: Omit<ExportTask, 'shared'>, log: Context['log']): Crew {
  const wanted = Math.ceil(task.order.evaluations.length / fewestRegions)
  const size = Math.min(availableParallelism(), mostThreads, Math.max(1, wanted))
  const shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)
  new Int32Array(shared)[atWork] = size
  const workerData: ExportTask = { ...task, shared }
  const threads = Array.from(
    { length: size },
    // What is made of one region is gone with it: it is collected while it is young.
    () => new Worker(threadProgram('roundExport'), { workerData, resourceLimits: { maxYoungGenerationSizeMb: 64 } }),
  )
  const stop = () => Promise.all(threads.map((thread) => thread.terminate()))
  const ends = threads.map(async (thread) => {
    const code = await new Promise<number>((resolve) => {
      thread.once('error', (err) => log.error({ err, export: task.order.id }, 'an export of a round failed'))
      thread.once('exit', resolve)
    })
    // Without one of them a region would be missing.
    if (code !== 0) await stop()
    return code === 0
  })
  return { ended: Promise.all(ends).then((all) => all.every(Boolean)), stop }
}

const [next, atWork] = [0, 1]

/** The regions that fall to a thread: each is taken by one of them. */
export function* regionsFor({ order, shared }: ExportTask): Generator<string> {
  const counters = new Int32Array(shared)
  for (;;) {
    const region = order.evaluations[Atomics.add(counters, next, 1)]
    if (region === undefined) return
    yield region
  }
}

/** Ends the work of a thread on regions; whether all others were through before. */
export const wasLast = ({ shared }: ExportTask): boolean => Atomics.sub(new Int32Array(shared), atWork, 1) === 1
