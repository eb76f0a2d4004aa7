import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { ServerProcess } from '../../process/server.ts'
import { responses, withManyResponses } from './prepared.ts'
import { cpuSeconds, mostOwnMemory, signedInAt } from './process.ts'
import { perSecond, type Row, ratio, whole } from './row.ts'

/** Every export of a survey with a million responses. */
export const exportRates = (): AsyncIterable<Row> =>
  withManyResponses(async function* (server) {
    const ask = await signedInAt(server.url)
    // Until what the start counts has been counted.
    await (await ask('/api/surveys/demo/monitor')).arrayBuffer()
    for (const format of ['csv', 'json', 'xlsx']) yield await exportRate(server, ask, format)
  })

/** Rows a second of one export, and what it did to the server's memory. */
async function exportRate(
  server: ServerProcess,
  ask: (path: string) => Promise<Response>,
  format: string,
): Promise<Row> {
  const { folder, pid } = server
  const file = join(folder, `export.${format}`)
  const [began, used] = [performance.now(), await cpuSeconds(server)]
  const most = await mostOwnMemory(pid, async () => {
    const response = await ask(`/api/surveys/demo/responses.${format}`)
    await response.body?.pipeTo(Writable.toWeb(createWriteStream(file)))
  })
  const took = performance.now() - began
  const worked = (await cpuSeconds(server)) - used
  await rm(file)
  const memory = `memory of its own at most ${whole(most / 1e6)} MB`
  return {
    what: `Export of ${whole(responses)} rows as ${format}, a second`,
    measured: `${whole(perSecond(responses, took))} (${whole(responses / worked)} a second of processor time; ${memory})`,
    against: '50,000',
    ratio: ratio(perSecond(responses, took) / 50_000),
  }
}
