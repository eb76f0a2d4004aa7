import pg from 'pg'
import { openStoreToRead } from '../../../server/store/open.ts'
import { removeFolder, type ServerProcess, startServerProcess } from '../../process/server.ts'
import { type DatabaseServer, hasPostgres, startDatabaseServer } from '../../server/postgres/database.ts'
import { rateWithoutServer } from './plainBatches.ts'
import { connections, loadOn, portsOf, type SideBySide, sideBySide } from './postgresRounds.ts'
import { cpuSeconds } from './process.ts'
import { type Row, ratio, whole } from './row.ts'
import { type Share, shareOf } from './share.ts'

/** Of a core, for the database: as if servers and pgbench had machines of their own, and it were what limits. */
const smallShare = 0.3

/** Durable responses a second of one, two and three servers on one PostgreSQL, beside SQLite and beside pgbench. */
export async function* postgres(): AsyncGenerator<Row> {
  if (!hasPostgres) throw new Error('there is no PostgreSQL to measure')
  const database = await startDatabaseServer()
  const share = await shareOf(database.pid(), smallShare)
  const sqlite = await startServerProcess()
  try {
    const load = loadOn(portsOf([sqlite]))
    await load()
    const began = await cpuSeconds(sqlite)
    const { perSecond, count } = await load()
    yield {
      what: `SQLite: durable responses a second, ${connections} connections`,
      measured: whole(perSecond),
      against: `${whole((1e6 * ((await cpuSeconds(sqlite)) - began)) / count)} µs of processor time an answer`,
    }
    for (const count of [1, 2, 3]) yield* await measured(database, share, count, perSecond)
  } finally {
    await sqlite.stop()
    await removeFolder(sqlite.folder)
    await database.end()
    share?.end()
  }
}

async function measured(
  database: DatabaseServer,
  share: Share | undefined,
  count: number,
  bySqlite: number,
): Promise<Row[]> {
  const address = await database.create()
  const servers: ServerProcess[] = []
  try {
    for (let at = 0; at < count; at++) servers.push(await startServerProcess(undefined, { DATABASE_URL: address }))
    const { row, batch } = await warmUp(address, servers)
    const asked = { address, row, batch, clients: count }
    const free = await sideBySide(database, servers, asked)
    const held = share && (await withLittle(share, () => sideBySide(database, servers, asked)))
    const own = count === 1 ? await rateWithoutServer(address, row, batch) : undefined
    const { ours, theirs } = free
    return [
      {
        what: `PostgreSQL, ${named(count, 'server')}: durable responses a second, ${connections} connections each`,
        measured: whole(ours.perSecond),
        against: `${whole(bySqlite)} on SQLite`,
        ratio: ratio(ours.perSecond / bySqlite),
      },
      rates(
        `PostgreSQL, ${count}: the same beside pgbench, ${named(count, 'client')}, the same row, ${batch} a statement`,
        free,
      ),
      {
        what: `PostgreSQL, ${count}: as many bare node:http servers that check nothing, beside pgbench`,
        measured: whole(free.bare),
        ...(theirs ? { against: whole(theirs.perSecond), ratio: ratio(free.bareShare) } : withoutPgbench),
      },
      ...(held ? [rates(`PostgreSQL, ${count}: the same with ${smallShare} of a core for the database`, held)] : []),
      {
        what: `PostgreSQL, ${count}: processor time of the database an answer, beside a row of pgbench`,
        measured: `${whole(ours.database)} µs`,
        ...(theirs
          ? { against: `${whole(theirs.database)} µs`, ratio: ratio(theirs.database / ours.database) }
          : withoutPgbench),
      },
      ...(own === undefined
        ? []
        : [
            {
              what: `PostgreSQL: what a server does with a batch of ${batch}, without HTTP, one connection: rows a second beside pgbench`,
              measured: whole(own),
              ...(theirs ? { against: whole(theirs.perSecond), ratio: ratio(own / theirs.perSecond) } : withoutPgbench),
            },
          ]),
      {
        what: `PostgreSQL, ${count}: processor time of the servers an answer`,
        measured: `${whole(ours.servers)} µs`,
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

const withoutPgbench = { against: 'there is no pgbench' }

const rates = (what: string, { ours, theirs, share }: SideBySide): Row => ({
  what,
  measured: whole(ours.perSecond),
  ...(theirs ? { against: whole(theirs.perSecond), ratio: ratio(share) } : withoutPgbench),
})

async function withLittle<R>(share: Share, work: () => Promise<R>): Promise<R> {
  share.set(true)
  try {
    return await work()
  } finally {
    share.set(false)
  }
}

/** What follows is run by code that has been compiled, on tables that have been looked at, as after a minute of itself. */
async function warmUp(address: string, servers: ServerProcess[]) {
  await settled(address)
  const before = await batchesIn(address)
  await loadOn(portsOf(servers))()
  await settled(address)
  const after = await batchesIn(address)
  const batch = Math.max(1, Math.round((after.rows - before.rows) / (after.batches - before.batches)))
  return { batch, row: after.row }
}

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
