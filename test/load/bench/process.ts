import { readdir, readFile } from 'node:fs/promises'
import { adminPassword, type ServerProcess } from '../../process/server.ts'

/** Seconds of processor time that a server has used so far, all its threads together. */
export async function cpuSeconds({ url }: Pick<ServerProcess, 'url'>): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1])
}

/** Seconds of processor time that a process and its children have used so far, also those that have ended. Linux only. */
export async function familySeconds(pid: number): Promise<number> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const ticks = await Promise.all(
    numbers.map(async (number) => {
      const stat = await readFile(`/proc/${number}/stat`, 'utf8').catch(() => '')
      // After the program's name: state, parent, …, own ticks, those of ended children.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const own = Number(fields[11]) + Number(fields[12])
      if (Number(number) === pid) return own + Number(fields[13]) + Number(fields[14])
      return Number(fields[1]) === pid ? own : 0
    }),
  )
  return ticks.reduce((sum, one) => sum + one, 0) / 100
}

/** Bytes that a process holds in memory, and the most it ever held. Linux only. */
export async function memoryOf(pid: number): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
  return { now: read('VmRSS'), most: read('VmHWM') }
}

/** The most that a process held for itself while something ran: what it maps of the store's file can be taken back at any time. */
export async function mostOwnMemory(pid: number, run: () => Promise<void>): Promise<number> {
  let most = 0
  const look = async () => {
    const own = /^RssAnon:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
    most = Math.max(most, 1024 * Number(own))
  }
  const timer = setInterval(() => void look(), 200)
  await run().finally(() => clearInterval(timer))
  return most
}

/** Asks as the first account, with its session. */
export async function signedInAt(url: string): Promise<(path: string) => Promise<Response>> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: adminPassword }),
  })
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return (path) => fetch(`${url}${path}`, { headers: { cookie } })
}
