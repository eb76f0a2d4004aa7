import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tables } from '../../../server/store/database.ts'
import { type Look, notesSince } from '../../../server/store/notes.ts'
import { openStore, openStoreToRead } from '../../../server/store/open.ts'
import { removeFolder, startServerProcess } from '../../process/server.ts'
import { commandOn } from '../core/command.ts'
import { answer, startTown } from '../core/town.ts'
import { startBalancer } from './balancer.ts'
import { addressOf, type DatabaseServer, hasPostgres, startDatabaseServer } from './database.ts'
import { expectSameMonitors } from './monitors.ts'

/** What comes of it once the database is there again. */
async function healed<R>(ask: () => Promise<R>): Promise<R> {
  for (const until = performance.now() + 20_000; ; ) {
    try {
      return await ask()
    } catch (error) {
      if (performance.now() > until) throw error
      await setTimeout(100)
    }
  }
}

describe.skipIf(!hasPostgres)('a database that breaks off', () => {
  let database: DatabaseServer
  let db: Kysely<Tables>
  beforeAll(async () => {
    database = await startDatabaseServer()
    db = await openStore(await database.create())
  }, 120_000)
  afterAll(async () => {
    await db.destroy()
    await database.end()
  })

  test('whoever counts counts anew then: it may number transactions as it did before', async () => {
    const isAnew = async (before: Look) => (await notesSince(db, before)).changes.includes(null)
    const { look: first } = await notesSince(db, null)
    expect(await isAnew(first)).toBe(false)
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
    const { look: second } = await healed(() => notesSince(db, null))
    expect(await isAnew(first)).toBe(true)
    expect(await isAnew(second)).toBe(false)
    await database.kill()
    await database.start()
    expect(await healed(() => isAnew(second))).toBe(true)
  })

  test('each connection waits for the disk at a commit, and for nothing else without end', async () => {
    const wanted = {
      synchronous_commit: 'on',
      lock_timeout: '10s',
      statement_timeout: '1min',
      idle_in_transaction_session_timeout: '1min',
    }
    const { rows } = await sql<{ name: string; value: string }>`
      select name, current_setting(name) as value from unnest(${Object.keys(wanted)}::text[]) as name`.execute(db)
    expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual(wanted)
  })

  test.runIf(process.env.TIYAN_LONG === '1')(
    'a standby that commits wait for takes its place under load: nothing acknowledged is lost, nothing is double',
    async () => {
      const store = await database.create()
      const name = new URL(store).pathname.slice(1)
      await (await startTown({ environment: { DATABASE_URL: store } })).end()
      const standby = await database.standby()
      const states = () => database.query('select sync_state from pg_stat_replication')
      await expect.poll(states, { timeout: 20_000 }).toHaveLength(1)
      await database.query("alter system set synchronous_standby_names = '*'")
      await database.query('select pg_reload_conf()')
      await expect.poll(states, { timeout: 20_000 }).toEqual([{ sync_state: 'sync' }])

      const databases = [database.port]
      const address = await startBalancer(databases)
      const environment = { DATABASE_URL: addressOf(address.port, name), TIYAN_DEMO: '0', TIYAN_LOG: 'silent' }
      const servers = await Promise.all([1, 2].map(() => startServerProcess(undefined, environment)))
      const front = await startBalancer(servers.map(({ url }) => Number(new URL(url).port)))
      const acknowledged = new Set<string>()
      let going = true
      const person = async () => {
        while (going) {
          const id = randomUUID()
          // As the page does: again and again until it is told what became of it.
          for (let answered = false; !answered; ) {
            const sent = await answer({ url: `http://127.0.0.1:${front.port}` }, undefined, id).catch(() => undefined)
            answered = sent?.status === 201 || sent?.status === 200
            if (answered) acknowledged.add(id)
            else await setTimeout(50)
          }
        }
      }
      const load = Promise.all(Array.from({ length: 8 }, person))
      const reach = (more: number) => {
        const goal = acknowledged.size + more
        return expect.poll(() => acknowledged.size, { timeout: 60_000, interval: 20 }).toBeGreaterThan(goal)
      }
      await reach(100)
      await database.kill()
      await standby.query('select pg_promote()')
      databases[0] = standby.port
      await reach(100)
      going = false
      await load

      const after = addressOf(standby.port, name)
      const there = await openStoreToRead(after)
      const ids = (await there.selectFrom('response').select('id').execute()).map(({ id }) => id)
      await there.destroy()
      expect(new Set(ids).size).toBe(ids.length)
      expect(new Set(ids)).toEqual(acknowledged)
      await expectSameMonitors(servers, acknowledged.size)
      const [first] = servers
      expect((await commandOn(first?.folder ?? '', { DATABASE_URL: after }, ['check-store'])).code).toBe(0)
      for (const server of servers) {
        await server.kill()
        await removeFolder(server.folder)
      }
      await front.end()
      await address.end()
      await standby.end()
    },
    300_000,
  )
})
