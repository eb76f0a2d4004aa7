import { connect, type Socket } from 'node:net'

/** One prepared request, as bytes: the load generator must cost less than what it measures. */
export function postRequest(host: string, path: string, body: string): Buffer {
  const bytes = Buffer.from(body)
  const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes])
}

export interface LoadFigures {
  requests: number
  seconds: number
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** How often each status came. */
  statuses: Record<number, number>
}

interface Load {
  port: number
  connections: number
  /** The next request to send, undefined when there are no more. */
  next: () => Buffer | undefined
  /** Requests a second over all connections; unset: as fast as answers come. */
  rate?: number
}

/** Sends requests over keep-alive connections on the loopback address, one at a time on each, and measures the answers. */
export async function runLoad({ port, connections, next, rate }: Load): Promise<LoadFigures> {
  const times: number[] = []
  const statuses: Record<number, number> = {}
  const started = performance.now()
  let due = started

  async function drive(): Promise<void> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    for (let request = next(); request; request = next()) {
      if (rate) {
        due += 1000 / rate
        const wait = due - performance.now()
        if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait))
      }
      const sent = performance.now()
      const status = await exchange(socket, request)
      times.push(performance.now() - sent)
      statuses[status] = (statuses[status] ?? 0) + 1
    }
    socket.destroy()
  }

  await Promise.all(Array.from({ length: connections }, drive))
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN
  return { requests: times.length, seconds, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), statuses }
}

/** Sends one request and reads one answer that has a content-length; gives its status. */
function exchange(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let received = ''
    const done = (finish: () => void) => {
      socket.off('data', take).off('error', fail).off('close', fail)
      finish()
    }
    const fail = (error?: unknown) =>
      done(() => reject(error instanceof Error ? error : new Error('connection closed')))
    const take = (bytes: Buffer) => {
      received += bytes.toString('latin1')
      const end = received.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0)
      if (received.length < end + 4 + length) return
      done(() => resolve(Number(received.slice(9, 12))))
    }
    socket.on('data', take).on('error', fail).on('close', fail)
    socket.write(request)
  })
}
