import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What starts the built server. */
export const mainScript = join(import.meta.dirname, '..', '..', 'dist', 'server', 'main.js')

export const adminPassword = 'a-password-for-tests'

export interface ServerProcess {
  url: string
  folder: string
  pid: number
  /** Everything it printed so far. */
  output: () => string
  /** Ends it as an operator would, and waits; gives its exit code. */
  stop: () => Promise<number | null>
  /** Ends it as a power cut would, and waits. */
  kill: () => Promise<void>
}

/** Starts the built server on a free port; its data live in `folder`, or in a new temporary one. */
export async function startServerProcess(
  folder?: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const dataFolder = folder ?? (await mkdtemp(join(tmpdir(), 'tiyan-')))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [mainScript], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      TIYAN_DATA: dataFolder,
      TIYAN_ADMIN_PASSWORD: adminPassword,
      TIYAN_LOG: 'warn',
      ...environment,
    },
  })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  child.stderr.on('data', (text) => {
    output += text
  })
  const exited = once(child, 'exit')

  await ready(`${url}/readyz`, child, () => output).catch((error) => {
    child.kill('SIGKILL')
    throw error
  })
  return {
    url,
    folder: dataFolder,
    pid: child.pid ?? 0,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM')
      const [code] = await exited
      return code
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Deletes what a test's servers left behind. */
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

async function ready(url: string, child: { exitCode: number | null }, output: () => string) {
  // Tries are counted, not time: a machine that stands still for a while is no slow server.
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`)
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server is not ready after a minute of tries:\n${output()}`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}
