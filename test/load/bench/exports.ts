import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { removeFolder, type ServerProcess, startServerProcess } from '../../process/server.ts'
import { fillStore } from './million.ts'
import { cpuSeconds, memoryOf, signedInAt } from './process.ts'
import { perSecond, type Row, ratio, whole } from './row.ts'

const responses = Number(process.env.TIYAN_BENCH_RESPONSES ?? 1_000_000)

/** Every export of a survey with a million responses. */
export async function exportRates(): Promise<Row[]> {
  const first = await startServerProcess()
  await first.stop()
  fillStore(first.folder, responses, { traced: true })
  const server = await startServerProcess(first.folder)
  try {
    const ask = await signedInAt(server.url)
    const rows: Row[] = []
    for (const format of ['csv', 'json', 'xlsx']) rows.push(await exportRate(server, ask, format))
    return rows
  } finally {
    await server.stop()
    await removeFolder(server.folder)
  }
}

/** Rows a second of one export, and what it did to the server's memory. */
async function exportRate(
  server: ServerProcess,
  ask: (path: string) => Promise<Response>,
  format: string,
): Promise<Row> {
  const { folder, pid } = server
  const before = await memoryOf(pid)
  const file = join(folder, `export.${format}`)
  const [began, used] = [performance.now(), await cpuSeconds(server)]
  const response = await ask(`/api/surveys/demo/responses.${format}`)
  await response.body?.pipeTo(Writable.toWeb(createWriteStream(file)))
  const took = performance.now() - began
  const worked = (await cpuSeconds(server)) - used
  const { most } = await memoryOf(pid)
  await rm(file)
  const memory = `memory at most ${whole(most / 1e6)} MB, ${whole(before.now / 1e6)} MB before`
  return {
    what: `Export of ${whole(responses)} rows as ${format}, a second`,
    measured: `${whole(perSecond(responses, took))} (${whole(responses / worked)} a second of processor time; ${memory})`,
    against: '50,000',
    ratio: ratio(perSecond(responses, took) / 50_000),
  }
}
