import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '../core/command.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'

const long = process.env.TIYAN_LONG === '1'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(async () => {
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

test('bodies that stop half-way store nothing, and the server goes on', async () => {
  const before = await stored()
  const places = (body: string) =>
    `POST /api/surveys/town/places HTTP/1.1\r\nhost: town\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`
  for (let number = 0; number < 20; number++) {
    const { head, body } = request(randomUUID())
    for (const begun of [head + body.slice(0, 30), places(body) + body.slice(0, 30), head.slice(0, 40)]) {
      const socket = await connected()
      socket.write(begun)
      socket.end()
      socket.destroy()
    }
  }
  expect((await answer(town)).status).toBe(201)
  expect(await stored()).toHaveLength(before.length + 1)
  expect(await town.context.db.selectFrom('place').select('id').execute()).toEqual([])
})

test.runIf(long)(
  'who never finishes what they send is told so and let go, and stores nothing',
  async () => {
    const before = await stored()
    const { head, body } = request(randomUUID())
    const slow = await Promise.all(
      [head + body.slice(0, 30), head.slice(0, 40)].map(async (begun) => {
        const socket = await connected()
        let received = ''
        socket.on('data', (bytes) => {
          received += bytes
        })
        socket.on('error', () => socket.destroy())
        socket.write(begun)
        return { socket, received: () => received }
      }),
    )
    for (const { socket, received } of slow) {
      await expect.poll(() => socket.closed, { timeout: 180_000, interval: 1000 }).toBe(true)
      expect(received()).toMatch(/^HTTP\/1.1 408 /)
    }
    expect(await stored()).toEqual(before)
  },
  200_000,
)

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

test('a megabyte that does not say how long it is: 413', async () => {
  const big = JSON.stringify({ id: randomUUID(), answers: { A1: 'x'.repeat(1024 * 1024) } })
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
  expect((await stored()).filter((id) => ids.includes(id)).sort()).toEqual([...new Set(ids)].sort())
})
