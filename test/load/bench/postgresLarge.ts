import { removeFolder, type ServerProcess, startServerProcess } from '../../process/server.ts'
import { hasPostgres, startDatabaseServer } from '../../server/postgres/database.ts'
import { fillPostgres } from './fillPostgres.ts'
import { memoryOf, signedInAt } from './process.ts'
import { perSecond, type Row, seconds, whole } from './row.ts'

/** In full 10,000,000: TIYAN_BENCH_RESPONSES=10000000. */
const responses = Number(process.env.TIYAN_BENCH_RESPONSES ?? 100_000)

/** A database that is there and stays: what was written into it before is not written again. */
const kept = process.env.TIYAN_BENCH_DATABASE

/** As a server of this size is set up. */
const settings = { shared_buffers: '2GB', max_wal_size: '8GB', maintenance_work_mem: '1GB' }

/** A server that starts on so many responses in PostgreSQL: live tally, monitor, score, export, memory. */
export async function* postgresLarge(): AsyncGenerator<Row> {
  if (!hasPostgres) throw new Error('there is no PostgreSQL to measure')
  const database = kept === undefined ? await startDatabaseServer(settings) : undefined
  const address = kept ?? (await database?.create()) ?? ''
  const environment = { DATABASE_URL: address }
  const first = await startServerProcess(undefined, environment)
  await first.stop()
  const filling = performance.now()
  const { written, bytes } = await fillPostgres(address, responses)
  yield line('written into the store', seconds(performance.now() - filling), `${whole(written)} rows`)
  yield line('on the disk, with all indices', `${whole(bytes / 1e6)} MB`, `${whole(bytes / responses)} bytes each`)

  const starting = performance.now()
  const server = await startServerProcess(first.folder, environment)
  try {
    yield line('start of a server until it answers', seconds(performance.now() - starting))
    const ask = await signedInAt(server.url)
    yield line('start until its tally is live', seconds(await untilLive(ask, starting)))
    yield line('monitor', seconds(await timed(ask, 'monitor')))
    yield line('score by groups', seconds(await timed(ask, 'groups')))
    yield* exported(ask, server)
  } finally {
    await server.stop()
    await removeFolder(server.folder)
    await database?.end()
  }
}

type Ask = Awaited<ReturnType<typeof signedInAt>>

const line = (what: string, measured: string, against = '—'): Row => ({
  what: `PostgreSQL, ${whole(responses)} responses: ${what}`,
  measured,
  against,
})

async function* exported(ask: Ask, { pid }: ServerProcess): AsyncGenerator<Row> {
  const before = await memoryOf(pid)
  yield line('memory of the server with the tally', `${whole(before.now / 1e6)} MB`)
  const took = await timed(ask, 'responses.csv')
  yield line('responses.csv', seconds(took), `${whole(perSecond(responses, took))} rows a second`)
  yield line('memory of the server, at most', `${whole((await memoryOf(pid)).most / 1e6)} MB`)
}

async function timed(ask: Ask, what: string): Promise<number> {
  const began = performance.now()
  const response = await ask(`/api/surveys/demo/${what}`)
  if (!response.ok) throw new Error(`${what}: ${response.status}`)
  const reader = response.body?.getReader()
  while (reader && !(await reader.read()).done);
  return performance.now() - began
}

async function untilLive(ask: Ask, began: number): Promise<number> {
  for (;;) {
    const { counts } = await (await ask('/api/surveys/demo/monitor')).json()
    if (counts?.responses >= responses) return performance.now() - began
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
