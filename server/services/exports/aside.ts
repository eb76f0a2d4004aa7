import { on } from 'node:events'
import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { threadProgram } from '../threads.ts'
import type { Exporting } from './progress.ts'
import type { ResponseFormat } from './writers.ts'

/** What the thread that exports is told at its start. */
export interface ExportOrder {
  /** Its address. */
  store: string
  survey: string
  format: ResponseFormat
}

/** What it tells: how far it is, a piece of the file, that this was all. It is answered by `more` for every piece. */
export type ExportMessage =
  | { kind: 'begin'; of: number }
  | { kind: 'advance'; rows: number }
  | { kind: 'piece'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'end' }

/** Pieces that may be on their way: enough that neither side waits, few enough that little is held in memory. */
export const mostUnread = 4

/**
 * An export that is read and written in a thread of its own, while the server goes on answering; no faster than it is sent.
 * The stream fails with the thread.
 */
export function exportAside(order: ExportOrder, { begin, advance }: Exporting): Readable {
  async function* pieces() {
    const worker = new Worker(threadProgram('export'), { workerData: order })
    try {
      for await (const [message] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[ExportMessage]>) {
        if (message.kind === 'begin') begin(message.of)
        else if (message.kind === 'advance') advance(message.rows)
        else if (message.kind === 'end') return
        else {
          yield message.bytes
          worker.postMessage('more')
        }
      }
      throw new Error('the thread that exports ended before its time')
    } finally {
      // Whoever asked may have gone.
      await worker.terminate()
    }
  }
  return Readable.from(pieces(), { objectMode: false })
}
