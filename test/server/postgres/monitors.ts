import { expect } from 'vitest'
import type { ServerProcess } from '../../process/server.ts'
import { signedIn } from '../core/person.ts'

/** All servers show the same within two seconds. Signed in at the first one, whose session is good at all. */
export async function expectSameMonitors(servers: readonly ServerProcess[], responses: number): Promise<void> {
  const [first] = servers
  if (!first) throw new Error('no server')
  const { cookie } = await signedIn(first)
  const shown = async ({ url }: ServerProcess) => {
    const { counts, quotas, estimate } = await (
      await fetch(`${url}/api/surveys/town/monitor`, { headers: { cookie } })
    ).json()
    return { responses: counts.responses, all: JSON.stringify({ counts, quotas, estimate }) }
  }
  const differing = async () => {
    const monitors = await Promise.all(servers.map(shown))
    return {
      shown: [...new Set(monitors.map((one) => one.responses))],
      monitors: new Set(monitors.map(({ all }) => all)).size,
    }
  }
  await expect.poll(differing, { timeout: 2000, interval: 100 }).toEqual({ shown: [responses], monitors: 1 })
}
