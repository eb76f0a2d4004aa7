import { readdir, readFile } from 'node:fs/promises'
import { adminPassword, type ServerProcess } from '../../process/server.ts'

/** Seconds of processor time that a server has used so far, all its threads together. */
export async function cpuSeconds({ url }: Pick<ServerProcess, 'url'>): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1])
}

interface Member {
  pid: number
  /** Hundredths of a second of processor time, of its own and of children that have ended. */
  own: number
  ended: number
}

/** A process and its children. Linux only. */
async function membersOf(pid: number): Promise<Member[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const all = await Promise.all(
    numbers.map(async (number) => {
      const stat = await readFile(`/proc/${number}/stat`, 'utf8').catch(() => '')
      // After the program's name: state, parent, …, own ticks, those of ended children.
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number)
      const [own, ended] = [(fields[11] ?? 0) + (fields[12] ?? 0), (fields[13] ?? 0) + (fields[14] ?? 0)]
      return { pid: number, parent: fields[1], own, ended }
    }),
  )
  return all.filter((one) => one.pid === pid || one.parent === pid)
}

/** The numbers of a process and its children. Linux only. */
export const familyOf = async (pid: number): Promise<number[]> => (await membersOf(pid)).map((one) => one.pid)

/** Seconds of processor time that a process and its children have used so far, also those that have ended. Linux only. */
export async function familySeconds(pid: number): Promise<number> {
  const members = await membersOf(pid)
  return members.reduce((sum, one) => sum + one.own + (one.pid === pid ? one.ended : 0), 0) / 100
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
