import { ConfigError, readConfig } from './config.ts'
import { type RunningServer, startServer } from './start.ts'

/** Runs a server until SIGINT or SIGTERM ends it; gives the exit code. */
export async function serve(environment: Record<string, string | undefined>): Promise<0 | 1> {
  let server: RunningServer
  try {
    server = await startServer(readConfig(environment))
  } catch (error) {
    // The system's refusals (port taken, folder in use) say it in one line; anything else needs its stack.
    const plain = error instanceof ConfigError || (error instanceof Error && 'code' in error)
    console.error(plain ? error.message : error)
    return 1
  }
  console.log(server.welcome)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })
  await server.stop()
  return 0
}
