import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '../../../server/app.ts'
import { read, startTown, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.end())

const get = async (path: string, headers: Record<string, string> = {}) =>
  read(await fetch(`${town.url}${path}`, { headers, redirect: 'manual' }))

describe('security headers', () => {
  test('scripts run only from here or with the nonce, which is new each time', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { headers, text } = await get('/console')
        const policy = headers.get('content-security-policy') ?? ''
        const [, scripts = ''] = /script-src ([^;]+)/.exec(policy) ?? []
        expect(scripts).not.toContain('unsafe')
        expect(policy).toContain("default-src 'self'")
        expect(policy).toContain("object-src 'none'")
        const [, nonce = ''] = /'nonce-([^']+)'/.exec(scripts) ?? []
        expect(text).toContain(`nonce="${nonce}"`)
        return nonce
      }),
    )
    expect(nonces[0]).not.toBe(nonces[1])
  })

  test.each(['/s/town', '/console', '/api/surveys/town', '/nowhere'])(
    '%s tells nobody where one came from',
    async (path) => {
      const { headers } = await get(path)
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )
})

test('scripts are kept by browsers for ever, for their names change with their content', async () => {
  const { text } = await get('/console')
  const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(text) ?? []
  const response = await fetch(`${town.url}${script}`, { headers: { 'accept-encoding': 'identity' } })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toMatch(/immutable/)
  expect(response.headers.get('content-type')).toMatch(/javascript/)
  await response.arrayBuffer()
  expect((await get('/assets/nothing.js')).status).toBe(404)
})

test('the process lives and is ready', async () => {
  expect((await get('/healthz')).body).toEqual({ status: 'ok' })
  expect((await get('/readyz')).body).toEqual({ status: 'ready' })
})

describe('/metrics', () => {
  test('has figures of process and requests for loopback, none of a survey', async () => {
    const { status, text } = await get('/metrics')
    expect(status).toBe(200)
    expect(text).toContain('process_cpu_seconds_total')
    expect(text).toContain('http_request_duration_seconds_count')
    expect(text).not.toContain('town')
  })

  test('has nothing for who came through a proxy', async () => {
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404)
  })
})

test('what does not exist is a problem in the API and a page elsewhere', async () => {
  expect(await get('/api/nowhere')).toMatchObject({ status: 404, code: 'not-found' })
  const page = await get('/nowhere', { accept: 'text/html' })
  expect(page.status).toBe(404)
  expect(page.headers.get('content-type')).toMatch(/^text\/html/)
})

test('a method that a path does not have: 405 with those it has', async () => {
  const response = await fetch(`${town.url}/api/session`, { method: 'PUT' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST, GET, DELETE')
})

test('wrong JSON for the console: 400', async () => {
  const response = await fetch(`${town.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"username":',
  })
  expect(await read(response)).toMatchObject({ status: 400, code: 'not-json' })
})

describe('the description of the API', () => {
  test('has every request, with its schemas', async () => {
    const { body } = await get('/api/openapi.json')
    for (const { method, path } of endpoints) {
      expect(body.paths[path.replace(/:(\w+)/g, '{$1}')]).toHaveProperty(method)
    }
    const schemaOf = (path: string) => body.paths[path]?.post?.requestBody.content['application/json']?.schema
    expect(schemaOf('/api/surveys/{survey}/responses')?.required).toEqual(['id', 'answers'])
    expect(schemaOf('/api/session')?.properties).toHaveProperty('username')
  })

  test('is readable, with the matrix of role and request', async () => {
    const { text } = await get('/api/docs')
    expect(text).toContain('<th scope="col">evaluator</th>')
    expect(text).toContain('POST /api/surveys/{survey}/responses')
  })
})

describe('GET /api/surveys/{survey}', () => {
  test('gives a client what it needs', async () => {
    const { body } = await get('/api/surveys/town')
    expect(body).toMatchObject({ id: 'town', state: 'open', region: { code: 'town' }, madeUp: true })
    expect(body.questionnaire.pages).toHaveLength(2)
  })

  test('comes packed as the client takes it, and not again to who has it', async () => {
    const path = `${town.url}/api/surveys/town`
    const plain = await fetch(path, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    const body = await plain.json()
    for (const encoding of ['br', 'gzip']) {
      const packed = await fetch(path, { headers: { 'accept-encoding': encoding } })
      expect(packed.headers.get('content-encoding')).toBe(encoding)
      expect(await packed.json()).toEqual(body)
    }
    const etag = plain.headers.get('etag') ?? ''
    expect((await fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  test('an unknown one: 404, as a problem and as a page', async () => {
    expect(await get('/api/surveys/nowhere')).toMatchObject({ status: 404, code: 'not-found' })
    const page = await get('/s/nowhere')
    expect(page.status).toBe(404)
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
  })
})

test('before it opens a survey shows only what it is and when', async () => {
  const early = await startTown({ survey: { state: 'scheduled', opensAt: '2999-01-01T00:00:00.000Z' } })
  const body = await (await fetch(`${early.url}/api/surveys/town`)).json()
  expect(Object.keys(body).sort()).toEqual(['closesAt', 'id', 'opensAt', 'state', 'title'])
  await early.end()
})
