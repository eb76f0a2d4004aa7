import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer, answersOf, post, read, startTown, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.end())

const responses = () => `${town.url}/api/surveys/town/responses`
const stored = async () => (await town.context.db.selectFrom('response').select('id').execute()).map(({ id }) => id)

test('Li Na’s answers are taken, and she gets a receipt', async () => {
  const id = randomUUID()
  const { status, body } = await answer(town, answersOf(), id)
  expect(status).toBe(201)
  expect(body).toEqual({ id, receipt: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/) })
  expect(await stored()).toContain(id)
})

describe('the same id again', () => {
  const id = randomUUID()
  let first: Awaited<ReturnType<typeof answer>>
  beforeAll(async () => {
    first = await answer(town, answersOf(), id)
  })

  test('with the same answers: 200 and the same receipt, whatever the order of keys', async () => {
    const { A1, ...rest } = answersOf()
    const again = await answer(town, { ...rest, A1 }, id)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual(first.body)
  })

  test('in capitals: the same id', async () => {
    const again = await answer(town, answersOf(), id.toUpperCase())
    expect(again.status).toBe(200)
    expect(again.body).toEqual({ id: id.toUpperCase(), receipt: first.body.receipt })
  })

  test('locale and timings are no part of the content', async () => {
    const again = await post(responses(), { id, answers: answersOf(), locale: 'en', timings: { A1: 1200 } })
    expect(again.status).toBe(200)
  })

  test('with other answers: 409, even if those are wrong', async () => {
    expect(await answer(town, answersOf({ A1: 4 }), id)).toMatchObject({ status: 409, code: 'id-conflict' })
    expect(await answer(town, answersOf({ A1: 'x' }), id)).toMatchObject({ status: 409, code: 'id-conflict' })
  })

  test('counts once', async () => {
    expect((await stored()).filter((one) => one === id)).toHaveLength(1)
  })
})

test('the same new id many times at once is stored once, and everybody is told the same', async () => {
  const id = randomUUID()
  const all = await Promise.all(Array.from({ length: 20 }, () => answer(town, answersOf(), id)))
  expect(all.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201])
  expect(new Set(all.map(({ body }) => body.receipt)).size).toBe(1)
  expect((await stored()).filter((one) => one === id)).toHaveLength(1)
})

test('one id with two contents at once: one is stored, the other is a conflict', async () => {
  const id = randomUUID()
  const both = await Promise.all([answer(town, answersOf(), id), answer(town, answersOf({ A1: 1 }), id)])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
})

describe('what cannot be read', () => {
  test.each([
    ['413 before anything else', 413, 'too-large', 'x'.repeat(65_537), { 'content-type': 'text/plain' }],
    ['415 before 400', 415, 'unsupported-type', 'no json', { 'content-type': 'text/plain' }],
    ['415 for a packed body', 415, 'unsupported-type', '{}', { 'content-encoding': 'gzip' }],
    ['400 for no JSON', 400, 'not-json', '{"id":', {}],
    ['400 for no object', 400, 'bad-request', '[]', {}],
    ['400 for no uuid', 400, 'bad-request', { id: '7', answers: {} }, {}],
    ['400 for no answers', 400, 'bad-request', { id: randomUUID() }, {}],
    ['400 for a list of answers', 400, 'bad-request', { id: randomUUID(), answers: [] }, {}],
  ])('%s', async (_, status, code, body, headers) => {
    expect(await post(responses(), body, headers)).toMatchObject({ status, code })
  })

  test('413 where the length is told by nobody', async () => {
    const chunk = new TextEncoder().encode(' '.repeat(40_000))
    const body = new ReadableStream({
      start: (stream) => {
        stream.enqueue(chunk)
        stream.enqueue(chunk)
        stream.close()
      },
    })
    const sent = fetch(responses(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit)
    expect(await read(await sent)).toMatchObject({ status: 413, code: 'too-large' })
  })

  test('exactly 64 KiB is taken', async () => {
    const body = JSON.stringify({ id: randomUUID(), answers: answersOf() })
    expect((await post(responses(), body.padEnd(65_536))).status).toBe(201)
  })

  test('the message comes in the language that is asked for, and in both', async () => {
    const english = await post(responses(), '{', { 'accept-language': 'en-GB,en;q=0.9' })
    const chinese = await post(responses(), '{')
    expect(english.body.title).toBe('The body is not JSON')
    expect(chinese.body.title).toBe('请求正文不是 JSON')
    expect(chinese.body.texts.title).toEqual({ zh: '请求正文不是 JSON', en: 'The body is not JSON' })
    expect(chinese.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  })
})

test('an unknown survey: 404', async () => {
  expect(await post(`${town.url}/api/surveys/nowhere/responses`, { id: randomUUID(), answers: {} })).toMatchObject({
    status: 404,
    code: 'not-found',
  })
})

test('every wrong answer is listed, and nothing is stored', async () => {
  const id = randomUUID()
  const { status, body } = await answer(town, { S1: 'yes', A1: 6, A2: 'x', nonsense: 1 }, id)
  expect(status).toBe(422)
  expect(body.errors.map(({ path }) => path).sort()).toEqual(['A1', 'A2', 'consent', 'nonsense'])
  expect(await stored()).not.toContain(id)
})

test('who is not eligible is counted, not stored', async () => {
  const id = randomUUID()
  const counted = async () =>
    (await town.context.db.selectFrom('survey').select('screened_out').executeTakeFirstOrThrow()).screened_out
  const before = await counted()
  expect(await answer(town, answersOf({ S1: 'no' }), id)).toMatchObject({ status: 409, code: 'not-eligible' })
  expect(await counted()).toBe(before + 1)
  expect(await stored()).not.toContain(id)
})

describe('answers made to do harm', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a question called %s is unknown',
    async (name) => {
      const body = JSON.stringify({ id: randomUUID(), answers: answersOf() }).replace(
        '"A1":5',
        `"A1":5,"${name}":{"A2":1}`,
      )
      const { status, body: problem } = await post(responses(), body)
      expect(status).toBe(422)
      expect(problem.errors).toEqual([expect.objectContaining({ path: name })])
    },
  )
})
