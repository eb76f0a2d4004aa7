import { Worker } from 'node:worker_threads'
import type { Context } from '../../context.ts'
import { threadProgram } from '../threads.ts'
import type { ScanMessage, Scannable, Scanned, ScanOrder } from './scan.ts'

/**
 * Builds a survey's tally from the stored codes, as of one moment, in a thread of its own.
 * @param changed ids of responses that changed since the scan was asked for, asked once everything has been read
 */
export function scanAside(
  { config }: Pick<Context, 'config'>,
  { id, round, key, design }: Scannable,
  changed: () => Promise<string[]>,
): Promise<Scanned> {
  const order: ScanOrder = { store: config.store, survey: { id, round, key, design } }
  const worker = new Worker(threadProgram('scan'), { workerData: order })
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ScanMessage) => {
      if (message.kind === 'read') changed().then((ids) => worker.postMessage(ids), reject)
      else resolve(message)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that scans ended with ${code}`)))
  })
}
