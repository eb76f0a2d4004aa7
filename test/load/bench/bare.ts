import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const tests = join(import.meta.dirname, '..', '..')

interface BareServer {
  port: number
  stop: () => Promise<void>
}

/** Starts the server that does the least (../bareServer.ts), in a process of its own. */
export async function startBareServer(): Promise<BareServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tiyan-bare-'))
  const { port, stop } = await start('bareServer.ts', (at) => [folder, at])
  return { port, stop: () => stop().then(() => rm(folder, { recursive: true, force: true })) }
}

/** The same on PostgreSQL (../barePostgres.ts), for a survey of a store that is there. */
export const startBareOnPostgres = (address: string, round: string, survey: string): Promise<BareServer> =>
  start('barePostgres.ts', (port) => [address, port, round, survey])

async function start(program: string, given: (port: string) => string[]): Promise<BareServer> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--import', join(tests, 'typescript.js'), join(tests, 'load', program), ...given(String(port))],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  await listening(port)
  return {
    port,
    stop: async () => {
      const exited = once(child, 'exit')
      child.kill()
      await exited
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}

async function listening(port: number): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' })
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('close', () => socket.destroy())
      setTimeout(() => socket.end(), 1000).unref()
    })
    if (reached) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the bare server does not listen')
}
