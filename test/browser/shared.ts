import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { endWithWorker } from '../process/endWithWorker.ts'
import { removeFolder, type ServerProcess, startServerProcess } from '../process/server.ts'
import { launchChromium } from './chromium.ts'

// Modules live as long as the worker that runs the tests: what is started here serves all files that it runs.
let chromium: Promise<Browser> | undefined
let made: Promise<string> | undefined
let demo: Promise<ServerProcess> | undefined

/** One Chromium for all tests of a worker, to be left open: each test has contexts of its own. */
export const sharedChromium = (): Promise<Browser> => (chromium ??= launchChromium())

/** The built server with the demo, for all tests of a worker that leave its surveys as they are. It ends with the worker. */
export const sharedDemo = (): Promise<ServerProcess> => (demo ??= startShared())

/** The built server with a demo of its own, for tests that change it; to be ended with `endDemo`. */
export async function ownDemo(): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
  made ??= makeDemo()
  await cp(await made, folder, { recursive: true })
  return startServerProcess(folder)
}

/** Ends it, and whatever the browser shows of it. */
export async function endDemo(server: ServerProcess | undefined): Promise<void> {
  for (const context of (await sharedChromium()).contexts()) await context.close()
  await server?.stop()
  if (server) await removeFolder(server.folder)
}

/** Its two thousand residents answer once for all that begin with it. */
async function makeDemo(): Promise<string> {
  const { stop, folder } = await startServerProcess()
  endWithWorker({ folder })
  await stop()
  return folder
}

async function startShared(): Promise<ServerProcess> {
  const server = await ownDemo()
  endWithWorker(server)
  return server
}
