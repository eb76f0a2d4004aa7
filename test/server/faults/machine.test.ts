import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStoreToRead } from '../../../server/store/open.ts'
import { storeFile } from '../../../server/store/sqlite.ts'
import { mainScript, type ServerProcess, startServerProcess } from '../../process/server.ts'
import { type SmallDisk, smallDisk, whyNoDisk } from '../../process/smallDisk.ts'
import { command } from '../core/command.ts'
import { answerUntil } from '../core/crowd.ts'
import { answer, answersOf, startTown } from '../core/town.ts'

const long = process.env.TIYAN_LONG === '1'
const idle = long ? 10_000 : 500
const cuts = long ? 50 : 4

const noDisk = whyNoDisk()
if (noDisk) process.stdout.write(`No disk can be mounted here, so none is filled or cut off: ${noDisk}\n`)

let disk: SmallDisk | undefined
let folder: string
let server: ServerProcess
/** Ids of all answers that the server said it has. */
const acknowledged = new Set<string>()

beforeAll(async () => {
  disk = noDisk ? undefined : smallDisk(64)
  folder = join(disk?.folder ?? mkdtempSync(join(tmpdir(), 'tiyan-')), 'data')
  const women = { id: 'women', variables: ['sex'], categories: ['female'], target: 60, policy: 'close' as const }
  await (await startTown({ folder, survey: { quotas: [women] } })).stop()
  server = await startServerProcess(folder, { TIYAN_DEMO: '0', TIYAN_LOG: 'silent' })
})
afterAll(async () => {
  expect(await server.stop()).toBe(0)
  await expectSound(folder)
  if (disk) disk.remove()
  else rmSync(dirname(folder), { recursive: true, force: true })
})

async function stored(data: string): Promise<string[]> {
  const db = await openStoreToRead(data)
  const rows = await db.selectFrom('response').select('id').execute()
  await db.destroy()
  return rows.map(({ id }) => id)
}

/** Nothing that was acknowledged is missing, nothing is there twice, and everything that can be derived agrees. */
async function expectSound(data: string, known: Iterable<string> = acknowledged) {
  const ids = new Set(await stored(data))
  expect([...known].filter((id) => !ids.has(id))).toEqual([])
  expect(await command(data, 'check-store')).toMatchObject({ code: 0, out: '' })
}

async function answers(ids: string[]) {
  const sent: Awaited<ReturnType<typeof answer>>[] = []
  for (let from = 0; from < ids.length; from += 50)
    sent.push(...(await Promise.all(ids.slice(from, from + 50).map((id) => answer(server, answersOf(), id)))))
  for (const [at, id] of ids.entries()) if ((sent[at]?.status ?? 500) <= 201) acknowledged.add(id)
  return sent
}

const someIds = (count: number) => Array.from({ length: count }, () => randomUUID())

test(`${idle} idle connections keep nobody out`, async () => {
  const sockets: Socket[] = []
  const connected = async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    await once(socket, 'connect')
    return socket
  }
  while (sockets.length < idle) {
    const more = Math.min(250, idle - sockets.length)
    sockets.push(...(await Promise.all(Array.from({ length: more }, connected))))
  }
  const sent = await answers(someIds(50))
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201]))
  for (const socket of sockets) socket.destroy()
})

test('a second server on the same data is refused with a clear line, and a command is not', async () => {
  const environment = { ...process.env, PORT: '0', TIYAN_DATA: folder, TIYAN_DEMO: '0' }
  const second = spawn(process.execPath, [mainScript], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [second.stdout, second.stderr]) stream.on('data', (text) => (said += text))
  const [code] = await once(second, 'close')
  expect(code).not.toBe(0)
  expect(said).toContain(`Another Tiyan server is using the data folder ${folder}: stop it first`)
  expect(said).toContain('请先停止它')
  expect(said.trim().split('\n')).toHaveLength(1)
  await expectSound(folder)
  expect((await answers(someIds(1)))[0]?.status).toBe(201)
})

test.skipIf(noDisk)(
  `the power cut ${cuts} times under load: what was acknowledged is on the disk that is left`,
  async () => {
    if (!disk) throw new Error('no disk')
    let isOver = false
    const load = answerUntil(server, acknowledged, () => isOver)
    for (let cut = 0; cut < cuts; cut++) {
      const enough = acknowledged.size + 1 + ((cut * 7) % 20)
      await expect.poll(() => acknowledged.size, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(enough)
      process.kill(server.pid, 'SIGSTOP')
      const known = [...acknowledged]
      // What nobody forced onto the disk is not there afterwards: this is a power cut, and no copy of what is in memory.
      writeFileSync(join(disk.folder, `memory-${cut}`), 'x'.repeat(5000))
      const left = disk.afterPowerCut()
      process.kill(server.pid, 'SIGCONT')
      try {
        const file = join(left.folder, `memory-${cut}`)
        expect(existsSync(file) ? readFileSync(file, 'utf8') : '').not.toContain('x')
        await expectSound(join(left.folder, 'data'), known)
      } finally {
        left.remove()
      }
    }
    isOver = true
    await load
    process.stdout.write(`${cuts} power cuts, ${acknowledged.size} answers acknowledged, 0 lost\n`)
  },
  600_000,
)

const otherRequests = Array.from({ length: 8 }, (_, number) => [
  ['POST', 'places', { answers: answersOf({ S4: 'male' }) }] as const,
  ['POST', 'progress', { visit: 'x', page: number, event: 'page' }] as const,
  ['PUT', `drafts/0000-0000-000${number}`, { answers: { more: 'x'.repeat(20_000) } }] as const,
]).flat()

const ask = (method: string, path: string, body: object) =>
  fetch(`${server.url}/api/surveys/town/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Answers sent while there is no room, and again once there is. */
async function fillAndGoOn(makeRoom: () => void) {
  const ids = someIds(400)
  const sent = await answers(ids)
  const refused = sent.filter(({ status }) => status !== 201)
  expect(refused.length).toBeGreaterThan(100)
  expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['503 busy']))
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  // Nor is anything else said to be done, or to be the server's own fault.
  const others = await Promise.all(otherRequests.map(([method, path, body]) => ask(method, path, body)))
  for (const { status } of others) expect([200, 201, 204, 503]).toContain(status)
  expect(others.some(({ status }) => status === 503)).toBe(true)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  await expectSound(folder)

  makeRoom()
  const again = await answers(ids)
  expect(new Set(again.map(({ status }) => (status === 200 ? 201 : status)))).toEqual(new Set([201]))
  const ours = new Set<string>(ids)
  expect((await stored(folder)).filter((id) => ours.has(id))).toHaveLength(ids.length)
}

/** What of the log was written back already may be written over: that much room there would be on a full disk. */
function emptyLog() {
  const store = new SQLite(storeFile(folder))
  expect(store.pragma('wal_checkpoint(truncate)')).toMatchObject([{ busy: 0 }])
  store.close()
}

test.skipIf(noDisk)('a disk that is full: 503, none is lost, and all goes on once there is room', async () => {
  if (!disk) throw new Error('no disk')
  emptyLog()
  const other = join(disk.folder, 'other')
  const { bavail, bsize } = statfsSync(disk.folder)
  writeFileSync(other, Buffer.alloc(bavail * bsize - 96 * 1024))
  await fillAndGoOn(() => rmSync(other))
})

test('a file that may grow no further: the same', async () => {
  const limit = (bytes: string) => execFileSync('prlimit', ['--pid', `${server.pid}`, `--fsize=${bytes}:`])
  // Whatever of the log was written back already may be written over: that much room there is.
  await command(folder, 'check-store')
  limit(`${statSync(`${storeFile(folder)}`).size}`)
  await fillAndGoOn(() => limit('unlimited'))
})
