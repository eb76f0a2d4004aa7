import type { RunningServer } from '../../../server/start.ts'
import { startServerProcess } from '../../process/server.ts'
import { startBalancer } from './balancer.ts'

/** How many servers a town of this run has, behind a balancer; see the project `balancer` in vite.config.ts. */
const servers = Number(process.env.TIYAN_TEST_SERVERS ?? 1)

/** Whether what a test is told by its own server is all that happens. */
export const isAlone: boolean = servers === 1

/** Sends each request to the next server: a connection that is kept open stays with one. */
export const toTheNext: Record<string, string> = isAlone ? {} : { connection: 'close' }

/** What residents and officials meet, and what ends it. */
interface Front {
  url: string
  end: () => Promise<void>
}

/** Starts as many servers beside a test's own as the run wants, on the same database, and a balancer before them all. */
export async function withMoreServers(
  { url, context: { config } }: RunningServer,
  environment: Record<string, string>,
): Promise<Front> {
  if (isAlone) return { url, end: async () => undefined }
  const beside = await Promise.all(
    Array.from({ length: servers - 1 }, () =>
      startServerProcess(config.dataFolder, { ...environment, DATABASE_URL: config.store, TIYAN_DEMO: '0' }),
    ),
  )
  const balancer = await startBalancer([url, ...beside.map((one) => one.url)].map((one) => Number(new URL(one).port)))
  return {
    url: `http://127.0.0.1:${balancer.port}`,
    end: async () => {
      await balancer.end()
      await Promise.all(beside.map((server) => server.kill()))
    },
  }
}
