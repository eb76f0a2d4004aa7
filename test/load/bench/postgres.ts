import pg from 'pg'
import { derivedId } from '../../../server/services/collect/derivedId.ts'
import type { ResponseTable } from '../../../server/store/database.ts'
import { openStoreToRead } from '../../../server/store/open.ts'
import { madeUpResident } from '../../../surveys/demo/residents.ts'
import { removeFolder, type ServerProcess, startServerProcess } from '../../process/server.ts'
import { type DatabaseServer, hasPostgres, startDatabaseServer } from '../../server/postgres/database.ts'
import { type LoadFigures, postRequest, runLoad } from '../client.ts'
import { insertedByPgbench } from './pgbench.ts'
import { rateWithoutServer } from './plainBatches.ts'
import { cpuSeconds, familySeconds } from './process.ts'
import { type Row, ratio, whole } from './row.ts'

const connections = 64
const perRun = Number(process.env.TIYAN_BENCH_REQUESTS ?? 12_000)
const rounds = 3
const pgbenchSeconds = 8

/** Durable responses a second of one, two and three servers on one PostgreSQL, beside SQLite and beside pgbench. */
export async function* postgres(): AsyncGenerator<Row> {
  if (!hasPostgres) throw new Error('there is no PostgreSQL to measure')
  const database = await startDatabaseServer()
  const sqlite = await startServerProcess()
  try {
    const bySqlite = await rateOf([sqlite])
    yield {
      what: `SQLite: durable responses a second, ${connections} connections`,
      measured: whole(bySqlite.perSecond),
      against: `${whole(bySqlite.micros)} µs of processor time an answer`,
    }
    for (const count of [1, 2, 3]) yield* await measured(database, count, bySqlite.perSecond)
  } finally {
    await sqlite.stop()
    await removeFolder(sqlite.folder)
    await database.end()
  }
}

async function measured(database: DatabaseServer, count: number, bySqlite: number): Promise<Row[]> {
  const address = await database.create()
  const servers: ServerProcess[] = []
  try {
    for (let at = 0; at < count; at++) servers.push(await startServerProcess(undefined, { DATABASE_URL: address }))
    await settled(address)
    const before = await batchesIn(address)
    const began = await familySeconds(database.pid())
    const ours = await rateOf(servers)
    const spent = (await familySeconds(database.pid())) - began
    const after = await batchesIn(address)
    const rows = after.rows - before.rows
    const batch = Math.max(1, Math.round(rows / (after.batches - before.batches)))
    const theirs = await pgbenchOf(database, { address, row: after.row, batch, clients: count })
    const own = count === 1 ? await rateWithoutServer(address, after.row, batch) : undefined
    return [
      {
        what: `PostgreSQL, ${named(count, 'server')}: durable responses a second, ${connections} connections each`,
        measured: whole(ours.perSecond),
        against: `${whole(bySqlite)} on SQLite`,
        ratio: ratio(ours.perSecond / bySqlite),
      },
      {
        what: `PostgreSQL, ${count}: the same beside pgbench, ${named(count, 'client')}, the same row, ${batch} a statement`,
        measured: whole(ours.perSecond),
        ...beside(theirs, ({ perSecond }) => [whole(perSecond), ours.perSecond / perSecond]),
      },
      {
        what: `PostgreSQL, ${count}: processor time of the database an answer, beside a row of pgbench`,
        measured: `${whole((1e6 * spent) / rows)} µs`,
        ...beside(theirs, ({ micros }) => [`${whole(micros)} µs`, micros / ((1e6 * spent) / rows)]),
      },
      ...(own === undefined
        ? []
        : [
            {
              what: `PostgreSQL: what a server does with a batch of ${batch}, without HTTP, one connection: rows a second beside pgbench`,
              measured: whole(own),
              ...beside(theirs, ({ perSecond }) => [whole(perSecond), own / perSecond]),
            },
          ]),
      {
        what: `PostgreSQL, ${count}: processor time of the servers an answer`,
        measured: `${whole(ours.micros)} µs`,
        against: '—',
      },
    ]
  } finally {
    for (const server of servers) {
      await server.stop()
      await removeFolder(server.folder)
    }
  }
}

const named = (count: number, what: string) => `${count} ${what}${count > 1 ? 's' : ''}`

interface ByPgbench {
  perSecond: number
  /** Of the database's processor time a row. */
  micros: number
}

function beside(
  theirs: ByPgbench | undefined,
  told: (theirs: ByPgbench) => [string, number],
): Omit<Row, 'what' | 'measured'> {
  if (theirs === undefined) return { against: 'there is no pgbench' }
  const [against, share] = told(theirs)
  return { against, ratio: ratio(share) }
}

async function pgbenchOf(
  database: DatabaseServer,
  asked: { address: string; row: ResponseTable; batch: number; clients: number },
): Promise<ByPgbench | undefined> {
  const began = await familySeconds(database.pid())
  const perSecond = await insertedByPgbench({ ...asked, seconds: pgbenchSeconds })
  if (perSecond === undefined) return undefined
  const spent = (await familySeconds(database.pid())) - began
  return { perSecond, micros: (1e6 * spent) / (perSecond * pgbenchSeconds) }
}

/** As within a minute of its own accord: a table that nobody has looked at is searched from end to end. */
async function settled(address: string) {
  const client = new pg.Client(address)
  await client.connect()
  await client.query('analyze')
  await client.end()
}

/** How many batches the store has notes of, and how many responses; and one of these. */
async function batchesIn(address: string) {
  const db = await openStoreToRead(address)
  const count = async (table: 'response' | 'commit_note') => {
    const { all } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('all'))
      .executeTakeFirstOrThrow()
    return all
  }
  const [rows, batches] = [await count('response'), await count('commit_note')]
  const row = await db.selectFrom('response').selectAll().where('answers', 'is not', null).executeTakeFirstOrThrow()
  await db.destroy()
  return { rows, batches, row }
}

let number = 0

/** Bodies as the page sends them for the demo's made-up residents. */
function request(): Buffer {
  const { answers, locale } = madeUpResident(number % 5000)
  const body = JSON.stringify({ id: derivedId(`postgres ${number++}`), answers, locale })
  return postRequest('127.0.0.1', '/api/surveys/demo/responses', body)
}

/** The median of some runs over all servers at once. */
async function rateOf(servers: ServerProcess[]): Promise<{ perSecond: number; micros: number }> {
  const ports = servers.map(({ url }) => Number(new URL(url).port))
  const run = async (count: number) => {
    const prepared = Array.from({ length: count }, request)
    const began = performance.now()
    const figures = await Promise.all(ports.map((port) => runLoad({ port, connections, next: () => prepared.pop() })))
    return { figures, perSecond: (1000 * count) / (performance.now() - began) }
  }
  const used = async () => (await Promise.all(servers.map(cpuSeconds))).reduce((sum, one) => sum + one, 0)
  await run(perRun / 4)
  const before = await used()
  const runs = []
  for (let round = 0; round < rounds; round++) runs.push(await run(perRun))
  const micros = (1e6 * ((await used()) - before)) / (rounds * perRun)
  requireTaken(runs.flatMap(({ figures }) => figures))
  return {
    perSecond: runs.map(({ perSecond }) => perSecond).toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN,
    micros,
  }
}

function requireTaken(figures: LoadFigures[]) {
  const others = figures.filter(({ statuses, requests }) => (statuses[201] ?? 0) !== requests)
  if (others.length > 0)
    throw new Error(`not all were taken: ${JSON.stringify(others.map(({ statuses }) => statuses))}`)
}
