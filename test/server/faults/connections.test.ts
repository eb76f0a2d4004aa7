import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removeFolder, startServerProcess } from '../../process/server.ts'
import { command } from '../core/command.ts'
import { answer, answersOf, post, startTown, type Town } from '../core/town.ts'

const idle = process.env.TIYAN_LONG === '1' ? 10_000 : 500

let town: Town
beforeEach(async () => {
  town = await startTown()
})
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

async function connected(url = town.url): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

const stored = async () => (await town.context.db.selectFrom('response').select('id').execute()).map(({ id }) => id)

function request(id: string): { head: string; body: string } {
  const body = JSON.stringify({ id, answers: answersOf() })
  const head = `POST /api/surveys/town/responses HTTP/1.1\r\nhost: town\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
  return { head, body }
}

test(`${idle} idle connections keep nobody out`, async () => {
  // In a process of its own, so that both ends together need not more open files than one process may have.
  const folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
  await (await startTown({ folder })).stop()
  const server = await startServerProcess(folder, { TIYAN_DEMO: '0' })
  const sockets: Socket[] = []
  while (sockets.length < idle) {
    const more = Math.min(250, idle - sockets.length)
    sockets.push(...(await Promise.all(Array.from({ length: more }, () => connected(server.url)))))
  }
  const sent = await Promise.all(Array.from({ length: 50 }, () => answer(server)))
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201]))
  for (const socket of sockets) socket.destroy()
  expect(await server.stop()).toBe(0)
  await removeFolder(folder)
}, 120_000)

test('a body that stops half-way stores nothing, and the server goes on', async () => {
  const ids = Array.from({ length: 20 }, () => randomUUID())
  for (const id of ids) {
    const socket = await connected()
    const { head, body } = request(id)
    socket.write(head + body.slice(0, 30))
    socket.end()
    socket.destroy()
  }
  expect((await answer(town)).status).toBe(201)
  expect((await stored()).filter((id) => ids.some((one) => one === id))).toEqual([])
})

test('a client that sends a byte at a time is answered, and holds nobody up', async () => {
  const id = randomUUID()
  const { head, body } = request(id)
  const socket = await connected()
  socket.setNoDelay(true)
  let received = ''
  socket.on('data', (bytes) => {
    received += bytes
  })
  for (const [at, character] of [...(head + body)].entries()) {
    socket.write(character)
    if (at % 40 === 0) expect((await answer(town)).status).toBe(201)
  }
  await expect.poll(() => received, { timeout: 10_000 }).toMatch(/^HTTP\/1.1 201 [\s\S]*"receipt"/)
  socket.destroy()
  expect(await stored()).toContain(id)
})

test('a megabyte of JSON: 413, whether it says how long it is or not', async () => {
  const big = JSON.stringify({ id: randomUUID(), answers: { A1: 'x'.repeat(1024 * 1024) } })
  expect((await post(`${town.url}/api/surveys/town/responses`, big)).status).toBe(413)

  const socket = await connected()
  let received = ''
  socket.on('data', (bytes) => {
    received += bytes
  })
  socket.on('error', () => socket.destroy())
  socket.write(
    'POST /api/surveys/town/responses HTTP/1.1\r\nhost: town\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
  )
  for (let from = 0; from < big.length; from += 16_384) {
    const part = big.slice(from, from + 16_384)
    socket.write(`${part.length.toString(16)}\r\n${part}\r\n`)
  }
  await expect.poll(() => received, { timeout: 10_000 }).toMatch(/^HTTP\/1.1 413 /)
  socket.destroy()
})

test('one batch with the same ids twice and three times stores each once', async () => {
  const ids = Array.from({ length: 100 }, (_, at) => `00000000-0000-4000-8000-${String(at % 40).padStart(12, '0')}`)
  const sent = await Promise.all(ids.map((id) => answer(town, answersOf(), id)))
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(40)
  expect(sent.filter(({ status }) => status === 200)).toHaveLength(60)
  expect((await stored()).sort()).toEqual([...new Set(ids)].sort())
})
