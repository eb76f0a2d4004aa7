import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../../server/store/open.ts'
import { removeFolder, startServerProcess } from '../../process/server.ts'
import { answer, startTown } from '../core/town.ts'
import { addressOf, type DatabaseServer, freePort, hasPostgres, startDatabaseServer } from './database.ts'
import { expectSameMonitors } from './monitors.ts'

const program = 'pgbouncer'
const isThere = hasPostgres && spawnSync(program, ['--version']).status === 0
const long = process.env.TIYAN_LONG === '1'

describe.skipIf(!(long && isThere))('pgbouncer before PostgreSQL', () => {
  let server: DatabaseServer
  let bouncer: ChildProcess | undefined
  let folder: string
  beforeAll(async () => {
    server = await startDatabaseServer({ fsync: 'off' })
    folder = mkdtempSync(join(tmpdir(), 'tiyan-bouncer-'))
    chmodSync(folder, 0o755)
  }, 120_000)
  afterEach(async () => {
    if (!bouncer) return
    const over = once(bouncer, 'exit')
    bouncer.kill('SIGINT')
    await over
  })
  afterAll(async () => {
    await server.end()
    rmSync(folder, { recursive: true, force: true })
  })

  /** With its own settings but for how it pools; gives the address of an empty database behind it. */
  async function pooledBy(mode: 'session' | 'transaction'): Promise<string> {
    const port = await freePort()
    const file = join(folder, `${mode}.ini`)
    const lines = [
      '[databases]',
      `* = host=127.0.0.1 port=${server.port} user=tiyan`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = any',
      'default_pool_size = 60',
      `pool_mode = ${mode}`,
    ]
    writeFileSync(file, lines.join('\n'), { mode: 0o644 })
    const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
    bouncer = spawn(program, ['-q', ...user, file], { stdio: 'ignore' })
    await expect.poll(() => answers(addressOf(port, 'postgres')), { timeout: 20_000 }).toBe(true)
    const name = new URL(await server.create()).pathname.slice(1)
    return addressOf(port, name)
  }

  test('pooling by session, servers share a survey as without it', async () => {
    const environment = { DATABASE_URL: await pooledBy('session') }
    await (await startTown({ environment })).end()
    const servers = await Promise.all(
      [1, 2].map(() => startServerProcess(undefined, { ...environment, TIYAN_DEMO: '0' })),
    )
    for (const { url } of [...servers, ...servers]) expect((await answer({ url })).status).toBe(201)
    await expectSameMonitors(servers, 4)
    for (const { stop, folder } of servers) {
      expect(await stop()).toBe(0)
      await removeFolder(folder)
    }
  })

  test('pooling by transaction, no server starts, and the reason is said', async () => {
    await expect(openStore(await pooledBy('transaction'))).rejects.toThrow('pool_mode = session')
  })
})

async function answers(address: string): Promise<boolean> {
  const client = new pg.Client(address)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
