import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Something that passes connections on. */
export interface Between {
  port: number
  end: () => Promise<void>
}

/** Passes each connection on to the next server that takes it. */
export async function startBalancer(ports: number[]): Promise<Between> {
  let next = 0
  return listening((client) => {
    const passOn = (left: number) => {
      const server = connect(ports[next++ % ports.length] ?? 0, '127.0.0.1')
      server.once('connect', () => join(client, server))
      server.once('error', () => (left > 1 && !client.destroyed ? passOn(left - 1) : client.destroy()))
    }
    passOn(ports.length)
  })
}

export interface CuttingProxy extends Between {
  /** How many of the next commits lose their connection: passed on, but never answered. */
  cut: (commits: number) => void
  /** How many have, so far. */
  cuts: () => number
}

/** How what commits ends: a transaction, and a batch of plain answers, which is one in itself. */
const commits = ['commit\0', 'store_plain\0']

/** Between servers and their database: it can cut a line in the middle of a commit. */
export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  let wanted = 0
  let done = 0
  const between = await listening((client) => {
    const database = connect(port, '127.0.0.1')
    let cutting = false
    client.on('data', (bytes) => {
      if (wanted > 0 && commits.some((end) => bytes.includes(end))) {
        wanted--
        done++
        cutting = true
      }
      database.write(bytes)
    })
    database.on('data', (bytes) => {
      if (cutting) client.destroy()
      else client.write(bytes)
    })
    endTogether(client, database)
  })
  return {
    ...between,
    cut: (commits) => {
      wanted += commits
    },
    cuts: () => done,
  }
}

function join(one: Socket, other: Socket) {
  one.pipe(other).pipe(one)
  endTogether(one, other)
}

function endTogether(one: Socket, other: Socket) {
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    here.on('error', () => there.destroy())
    here.on('close', () => there.destroy())
  }
}

async function listening(take: (client: Socket) => void): Promise<Between> {
  const open = new Set<Socket>()
  const server = createServer((client) => {
    open.add(client)
    client.on('error', () => client.destroy())
    client.once('close', () => open.delete(client))
    take(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    end: async () => {
      server.close()
      for (const client of open) client.destroy()
      await once(server, 'close')
    },
  }
}
