import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesOf } from '../../../server/files/package/read.ts'
import { createSharedLimiter } from '../../../server/services/sharedLimiter.ts'
import { type RoundExport, roundExportFiles } from '../../../server/shapes/roundExport.ts'
import { openStore, openStoreToRead } from '../../../server/store/open.ts'
import { removeFolder, type ServerProcess, startServerProcess } from '../../process/server.ts'
import { commandOn } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answersOf, post } from '../core/town.ts'
import { getFile } from '../evaluations/files.ts'
import { townWith, women } from '../places/visitor.ts'
import { type Between, type CuttingProxy, startBalancer, startCuttingProxy } from './balancer.ts'
import { addressOf, type DatabaseServer, hasPostgres, startDatabaseServer } from './database.ts'
import { expectSameMonitors } from './monitors.ts'

const long = process.env.TIYAN_LONG === '1'
const anybody = () => `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.1`
const portOf = (url: string) => Number(new URL(url).port)

/** A store, and a clock that stands still until it is set. */
async function contextOf(store: string) {
  const context = { db: await openStore(store), clock: 1_800_000_000_000, now: () => new Date(context.clock) }
  return context
}

describe.skipIf(!hasPostgres)('three servers on one PostgreSQL', () => {
  let database: DatabaseServer
  let wire: CuttingProxy
  let servers: ServerProcess[]
  let ports: number[]
  let balancer: Between
  let folder: string
  let environment: Record<string, string>
  /** Past the proxy that cuts. */
  let store: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
    database = await startDatabaseServer()
    wire = await startCuttingProxy(database.port)
    store = await database.create()
    const cut = addressOf(wire.port, new URL(store).pathname.slice(1))
    environment = { DATABASE_URL: cut, TIYAN_DEMO: '0', TIYAN_TRUST_PROXY: '127.0.0.1', TIYAN_LOG: 'silent' }
    const town = await townWith({
      quotas: [women(25), { ...women(0, 'count'), id: 'men', categories: ['male'] }],
      settings: { overQuota: 'end' },
      environment,
    })
    await town.end()
    servers = await Promise.all(Array.from({ length: 3 }, () => startServerProcess(folder, environment)))
    ports = servers.map(({ url }) => portOf(url))
    balancer = await startBalancer(ports)
  }, 120_000)

  afterAll(async () => {
    await balancer.end()
    await Promise.all(servers.map((server) => server.kill()))
    await wire.end()
    await database.end()
    await removeFolder(folder)
  })

  /** Somebody of another network each time. */
  const send = (id: string, answers: object, address = anybody()) =>
    post(
      `http://127.0.0.1:${balancer.port}/api/surveys/town/responses`,
      { id, answers },
      { 'x-forwarded-for': address },
    )

  async function stored(): Promise<string[]> {
    const db = await openStoreToRead(store)
    const rows = await db.selectFrom('response').select('id').execute()
    await db.destroy()
    return rows.map(({ id }) => id)
  }

  async function expectSound() {
    const { code, err } = await commandOn(folder, { DATABASE_URL: store }, ['check-store'])
    expect(`${code} ${err}`).toMatch(/^0 /)
  }

  test('400 people complete at once on a quota of 25: 25 are stored, the others are told so', async () => {
    const sent = Array.from({ length: 400 }, () => send(randomUUID(), answersOf()))
    const statuses = (await Promise.all(sent)).map(({ status, code }) => `${status} ${code ?? ''}`)
    const count = (status: string) => statuses.filter((one) => one === status).length
    expect({ stored: count('201 '), full: count('409 quota-full') }).toEqual({ stored: 25, full: 375 })
    expect((await stored()).length).toBe(25)
    await expectSound()
  })

  test('a session of one server is good at every other, and all show the same monitor within two seconds', async () => {
    for (let people = 0; people < 30; people++) {
      expect((await send(randomUUID(), answersOf({ S4: 'male' }))).status).toBe(201)
    }
    await expectSameMonitors(servers, 55)
  })

  test('requests of one network are limited as by one server, whichever they come to', async () => {
    const context = await contextOf(store)
    const measure = { burst: 60, perSecond: 1 }
    const limiters = [0, 1, 2].map(() => createSharedLimiter(context, 'test', measure))
    const ask = (times: number) =>
      Promise.all(Array.from({ length: times }, (_, at) => limiters[at % 3]?.(at % 2 === 0 ? 'a' : 'b')))
    const waits = await ask(300)
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(120)
    expect(new Set(waits)).toEqual(new Set([0, 1]))
    context.clock += 10_000
    expect((await ask(300)).filter((seconds) => seconds === 0)).toHaveLength(20)
    // One whose clock is behind fills nothing twice, and does not take time away from the others.
    context.clock -= 30_000
    expect((await ask(2)).filter((seconds) => seconds === 0)).toHaveLength(0)
    context.clock += 31_000
    expect((await ask(300)).filter((seconds) => seconds === 0)).toHaveLength(2)
    await context.db.destroy()

    const began = performance.now()
    const sent = await Promise.all(Array.from({ length: 700 }, () => send(randomUUID(), {}, '192.0.2.7')))
    const through = sent.filter(({ status }) => status !== 429).length
    expect(through).toBeGreaterThanOrEqual(600)
    expect(through).toBeLessThanOrEqual(600 + (20 * (performance.now() - began)) / 1000)
  })

  test('servers killed, commits cut, the database restarted under load: nothing acknowledged is lost, nothing is double', async () => {
    const before = new Set(await stored())
    const acknowledged = new Set<string>()
    const refused: string[] = []
    let going = true
    const person = async (): Promise<void> => {
      while (going) {
        const id = randomUUID()
        // As the page does: again and again until it is told what became of it.
        for (let answered = false; !answered; ) {
          const answer = await send(id, answersOf({ S4: 'male' })).catch(() => undefined)
          answered = answer?.status === 201 || answer?.status === 200
          if (answered) acknowledged.add(id)
          else if (answer && answer.status !== 503) refused.push(`${answer.status} ${answer.code}`)
          if (!answered) await new Promise((resolve) => setTimeout(resolve, 50))
        }
      }
    }
    const load = Promise.all(Array.from({ length: 12 }, person))
    const reach = (more: number) => {
      const goal = acknowledged.size + more
      return expect.poll(() => acknowledged.size, { timeout: 180_000, interval: 20 }).toBeGreaterThan(goal)
    }

    for (let round = 0; round < (long ? 10 : 1); round++) {
      await reach(50)
      wire.cut(5)
      await expect.poll(() => wire.cuts(), { timeout: 180_000 }).toBe(5 * (round + 1))
      await reach(50)
      const victim = round % servers.length
      await servers[victim]?.kill()
      await reach(50)
      await database.kill()
      await database.start()
      await reach(50)
      const again = await startServerProcess(folder, environment)
      servers[victim] = again
      ports[victim] = portOf(again.url)
    }
    going = false
    await load

    expect(refused).toEqual([])
    const now = (await stored()).filter((id) => !before.has(id))
    expect(new Set(now).size).toBe(now.length)
    expect(new Set(now)).toEqual(acknowledged)
    await expectSound()
    await expectSameMonitors(servers, before.size + acknowledged.size)
  }, 600_000)

  test(`a round is exported by one of the servers${long ? ', by another if that is killed' : ''}, and all have the files`, async () => {
    const people = await Promise.all(servers.map((server) => signedIn(server)))
    const [first, second, third] = people as [Person, Person, Person]
    const path = '/api/rounds/spring/exports'
    const files = long ? [...roundExportFiles] : ['csv', 'json', 'xlsx']
    const begun = await second.ask('POST', path, { files })
    expect(begun.status).toBe(202)
    // Whoever is asked looks first for the job; that it is given up takes a quarter of a minute.
    if (long) await servers[1]?.kill()
    const shown = async ({ ask }: Person) => {
      const exports = (await ask('GET', path)).body as never as RoundExport[]
      return exports.map(({ id, state, done }) => [id, state, done])
    }
    const done = [[begun.body.id, 'done', 2]]
    await expect.poll(() => shown(first), { timeout: 120_000, interval: 200 }).toEqual(done)
    expect(await shown(third)).toEqual(done)
    for (const at of [0, 2]) {
      const file = `${path}/${begun.body.id}/all.zip`
      const { bytes } = await getFile(servers[at] as ServerProcess, people[at] as Person, file)
      const names = [...(await filesOf(bytes)).keys()]
      expect(names).toHaveLength(2 * files.length)
      expect(names).toContain('town/result.csv')
    }
    if (!long) return
    servers[1] = await startServerProcess(folder, environment)
    ports[1] = portOf(servers[1].url)
  }, 180_000)

  test('while the database is away the answer is 503 in clear words, and it heals by itself', async () => {
    await database.kill()
    const away = await send(randomUUID(), answersOf({ S4: 'male' }))
    expect({ status: away.status, code: away.code, wait: away.headers.get('retry-after') }).toEqual({
      status: 503,
      code: 'busy',
      wait: '5',
    })
    await database.start()
    await expect
      .poll(async () => (await send(randomUUID(), answersOf({ S4: 'male' }))).status, { timeout: 20_000 })
      .toBe(201)
  })

  test('servers that start together on an empty database fill it once', async () => {
    const empty = { ...environment, DATABASE_URL: await database.create(), TIYAN_DEMO: long ? '1' : '0' }
    const together = await Promise.all([0, 1, 2].map(() => startServerProcess(folder, empty)))
    const db = await openStoreToRead(empty.DATABASE_URL)
    const accounts = await db.selectFrom('account').select('name').execute()
    const rows = await db
      .selectFrom('response')
      .select(({ fn }) => fn.countAll<number>().as('all'))
      .where('survey_id', '=', 'demo')
      .execute()
    await db.destroy()
    for (const server of together) await server.kill()
    expect(accounts).toEqual([{ name: 'admin' }])
    expect(rows).toEqual([{ all: long ? 1800 : 0 }])
  }, 120_000)
})
