import { randomUUID } from 'node:crypto'
import { madeUpResident } from '../../../surveys/demo/residents.ts'
import type { ServerProcess } from '../../process/server.ts'
import { openedAtOnce, openPages } from './consoleBrowser.ts'
import { responses, withManyResponses } from './prepared.ts'
import { signedInAt } from './process.ts'
import { type Row, ratio, seconds, whole } from './row.ts'

/** What every page of a survey asks the server, after `/api/surveys/demo/`. */
const asked = [
  'monitor',
  'groups',
  'visits',
  'history',
  'sensitivity',
  'participation',
  'quality',
  'responses?after=&limit=100',
  'responses?after=80000000&limit=100&flag=speed',
  'responses?after=&limit=100&state=excluded',
  'comments?after=&limit=50',
  'alerts',
  'records',
  'log',
]

/** The console of a survey with a million responses: what its pages ask, and the pages in a browser. */
export const consolePages = (): AsyncIterable<Row> =>
  withManyResponses(async function* (server) {
    yield* await openedAtOnce(server)
    const ask = await signedInAt(server.url)
    for (const path of asked) {
      const times = [await timed(() => ask(`/api/surveys/demo/${path}`)), 0, 0]
      for (const at of [1, 2]) times[at] = await timed(() => ask(`/api/surveys/demo/${path}`))
      yield {
        what: `GET ${path}, ${whole(responses)} responses`,
        measured: `${seconds(Math.min(...times))} (the first time ${seconds(times[0] ?? 0)})`,
        against: '1 s',
        ratio: ratio(Math.min(...times) / 1000),
      }
    }
    yield await lag(server, ask)
    yield* openPages(server)
  })

type Ask = (path: string) => Promise<Response>

async function timed(run: () => Promise<Response>): Promise<number> {
  const began = performance.now()
  const response = await run()
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return performance.now() - began
}

/** How long after its receipt a new response is in the stream of events; the slowest of ten. */
async function lag({ url }: ServerProcess, ask: Ask): Promise<Row> {
  const stream = await ask('/api/surveys/demo/monitor/events')
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const shown = async () => {
    for (;;) {
      const events = text.split('\n\n')
      const data = events.slice(0, -1).findLast((event) => event.includes('data: '))
      text = events.at(-1) ?? ''
      if (data) return JSON.parse(data.slice(data.indexOf('data: ') + 6)).counts.responses as number
      const piece = await reader?.read()
      if (!piece || piece.done) throw new Error('the stream has ended')
      text += piece.value
    }
  }
  let slowest = 0
  let before = await shown()
  for (let time = 0; time < 10; time++) {
    await send(url)
    const began = performance.now()
    for (let now = before; now <= before; ) now = await shown()
    before += 1
    slowest = Math.max(slowest, performance.now() - began)
  }
  await reader?.cancel()
  return {
    what: 'A new response is in the monitor’s stream, the slowest of ten',
    measured: seconds(slowest),
    against: '1 s',
    ratio: ratio(slowest / 1000),
  }
}

async function send(url: string): Promise<void> {
  const sent = await fetch(`${url}/api/surveys/demo/responses`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), answers: madeUpResident(1).answers }),
  })
  if (sent.status !== 201) throw new Error(await sent.text())
}
