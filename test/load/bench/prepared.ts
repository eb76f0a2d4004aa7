import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { removeFolder, type ServerProcess, startServerProcess } from '../../process/server.ts'
import { fillStore } from './million.ts'
import type { Row } from './row.ts'

/** How many responses the long entries are measured with. */
export const responses = Number(process.env.TIYAN_BENCH_RESPONSES ?? 1_000_000)

/**
 * Measures a server that has just started with all of them. Its data are made and removed each time, or kept in
 * `TIYAN_BENCH_DATA` for the next one, since to make them takes longer than most measurements.
 */
export async function* withManyResponses(measure: (server: ServerProcess) => AsyncIterable<Row>): AsyncGenerator<Row> {
  const kept = process.env.TIYAN_BENCH_DATA
  const folder = kept !== undefined && existsSync(join(kept, 'tiyan.sqlite')) ? kept : await filled(kept)
  const server = await startServerProcess(folder)
  try {
    yield* measure(server)
  } finally {
    await server.stop()
    if (kept === undefined) await removeFolder(folder)
  }
}

async function filled(wanted: string | undefined): Promise<string> {
  const first = await startServerProcess(wanted)
  await first.stop()
  fillStore(first.folder, responses, { traced: true })
  return first.folder
}
