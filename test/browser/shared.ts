import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { type ServerProcess, startServerProcess } from '../process/server.ts'
import { launchChromium } from './chromium.ts'

// Modules live as long as the worker that runs the tests: what is started here serves all files that it runs.
let chromium: Promise<Browser> | undefined
let demo: Promise<ServerProcess> | undefined

/** One Chromium for all tests of a worker, to be left open: each test has contexts of its own. */
export const sharedChromium = (): Promise<Browser> => (chromium ??= launchChromium())

/** The built server with the demo, for all tests of a worker that leave its surveys as they are. It ends with the worker. */
export const sharedDemo = (): Promise<ServerProcess> => (demo ??= startDemo())

async function startDemo(): Promise<ServerProcess> {
  const server = await startServerProcess()
  process.once('exit', () => {
    process.kill(server.pid, 'SIGKILL')
    rmSync(server.folder, { recursive: true, force: true, maxRetries: 5 })
  })
  // By itself a signal would end the worker without its leave-taking.
  process.once('SIGTERM', () => process.exit())
  return server
}
