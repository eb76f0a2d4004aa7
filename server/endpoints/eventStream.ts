import type { Response } from 'express'

/** One open line to a browser that takes server-sent events. */
export interface EventStream {
  send: (event: { id: string; data: unknown }) => void
  /** A comment that keeps proxies from cutting a silent line. */
  beat: () => void
  close: () => void
  /** Runs once, whoever closes. */
  onClose: (run: () => void) => void
}

/** Turns an answer into an event stream. The browser comes back by itself three seconds after a cut. */
export function openEventStream(response: Response): EventStream {
  response.status(200).set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  response.write('retry: 3000\n\n')
  return {
    send: ({ id, data }) => response.write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => response.write(': beat\n\n'),
    close: () => response.end(),
    onClose: (run) => response.once('close', run),
  }
}
