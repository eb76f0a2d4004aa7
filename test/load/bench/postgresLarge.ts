import pg from 'pg'
import { removeFolder, type ServerProcess, startServerProcess } from '../../process/server.ts'
import { hasPostgres, startDatabaseServer } from '../../server/postgres/database.ts'
import { poolOf, residents } from './million.ts'
import { memoryOf, signedInAt } from './process.ts'
import { perSecond, type Row, seconds, whole } from './row.ts'

/** In full 10,000,000: TIYAN_BENCH_RESPONSES=10000000, which takes about 35 GB of disk and an hour. */
const responses = Number(process.env.TIYAN_BENCH_RESPONSES ?? 100_000)
const atOnce = 50_000

/** A server that starts on so many responses in PostgreSQL: live tally, monitor, score, export, memory. */
export async function* postgresLarge(): AsyncGenerator<Row> {
  if (!hasPostgres) throw new Error('there is no PostgreSQL to measure')
  const database = await startDatabaseServer()
  const address = await database.create()
  const environment = { DATABASE_URL: address }
  const first = await startServerProcess(undefined, environment)
  await first.stop()
  const filling = performance.now()
  await fill(address)
  yield line('written into the store', whole(perSecond(responses, performance.now() - filling)), 'rows a second')

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
    await database.end()
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

/** Responses of made-up residents, as the intake would have written them. */
async function fill(address: string): Promise<void> {
  const client = new pg.Client({ connectionString: address, options: '-c synchronous_commit=off' })
  await client.connect()
  await client.query('create temp table pool (at integer, answers text, codes text, cell text, locale text)')
  await client.query(
    'insert into pool select * from json_to_recordset($1) as pool(at integer, answers text, codes text, cell text, locale text)',
    [JSON.stringify(poolOf(residents).map((one, at) => ({ at, ...one })))],
  )
  for (let from = 0; from < responses; from += atOnce) {
    await client.query(
      `insert into response (round_id, survey_id, id, answers, content_hash, codes, cell, base_weight, channel, locale,
         outcome, receipt, received_at)
       select 'demo', 'demo', id, answers, id, codes, cell, 1, 'open', locale, 'counted', id,
         to_char(timestamp '2026-01-01' + number * interval '0.2 seconds', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
       from generate_series($1::integer, $2::integer) as number
       join pool on at = number % ${residents}
       cross join lateral (select md5('large ' || number)::uuid::text as id) as named`,
      [from, Math.min(responses, from + atOnce) - 1],
    )
  }
  await client.query('analyze')
  await client.end()
}
