import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints } from '../../../server/app.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answersOf, read, startTown, type Town } from '../core/town.ts'

let town: Town
let admin: Person
beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
})
afterAll(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

type Body = Record<string, unknown>

const intake = 'POST /api/surveys/:survey/responses'
const places = 'POST /api/surveys/:survey/places'
const drafts = 'PUT /api/surveys/:survey/drafts/:code'
const interview = 'POST /api/surveys/:survey/assisted'

/** A good body of everything that residents may send, and interviewers for them. */
const bodies: Record<string, () => Body> = {
  [intake]: () => ({ id: randomUUID(), answers: answersOf(), timings: { first: 9000 }, locale: 'en' }),
  [places]: () => ({ answers: { S1: 'yes', S4: 'male' }, proof: { waited: 'x' } }),
  'POST /api/surveys/:survey/progress': () => ({ visit: 'x', page: 1, event: 'page' }),
  [drafts]: () => ({ id: randomUUID(), answers: answersOf(), step: 'x', timings: { first: 9000 } }),
  'POST /api/session': () => ({ username: 'nobody', password: 'x' }),
  [interview]: () => ({ id: randomUUID(), answers: answersOf(), timings: { first: 9000 } }),
  'POST /api/surveys/:survey/calls': () => ({ reference: 'T-1', disposition: '3.13' }),
}
const routes = Object.keys(bodies)

async function send(route: string, body: string) {
  const [method = '', path = ''] = route.split(' ')
  const headers = { 'content-type': 'application/json', cookie: admin.cookie, 'x-csrf-token': admin.csrf }
  const url = town.url + path.replace(':survey', 'town').replace(':code', '0000-0000-0000')
  return read(await fetch(url, { method, headers, body }))
}

/** A body with a member that is written as it stands. */
const withRaw = (body: Body, name: string, raw: string) =>
  JSON.stringify({ ...body, [name]: '@' }).replace('"@"', () => raw)

const responses = () => town.context.db.selectFrom('response').select(['id', 'answers']).execute()

test('every request by which residents send something is among these', () => {
  const others = ['DELETE', 'GET', 'PUT /api/surveys/:survey/places/:place']
  const open = endpoints
    .filter(({ access }) => access === 'public')
    .map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    .filter((route) => !others.some((other) => route.startsWith(other)))
  expect(routes).toEqual(expect.arrayContaining(open))
})

const nested = {
  arrays: `${'['.repeat(20_000)}1${']'.repeat(20_000)}`,
  objects: `${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}`,
}

test.each(routes)(
  '%s: deep nesting anywhere is refused or not looked at, and a megabyte is too much',
  async (route) => {
    const good = bodies[route]?.() ?? {}
    const before = (await responses()).length
    for (const deep of Object.values(nested)) {
      const all = [deep, ...Object.keys(good).map((name) => withRaw(good, name, deep))]
      for (const [name, value] of Object.entries(good)) {
        const [member] = Object.keys(typeof value === 'object' ? (value ?? {}) : {})
        if (member) all.push(withRaw(good, name, withRaw(value as Body, member, deep)))
      }
      const answers = await Promise.all(all.map((body) => send(route, body)))
      expect(new Set(answers.map(({ status }) => (status === 400 ? 422 : status)))).toEqual(new Set([422]))
    }
    const big = JSON.stringify({ ...good, more: 'x'.repeat(1024 * 1024) })
    expect((await send(route, big)).status).toBe(413)
    expect((await responses()).length).toBe(before)
  },
)

const keys = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty']
const evil = { polluted: true, isRequired: false, 0: 1 }

test.each(routes)('%s: keys that would reach a prototype reach nothing', async (route) => {
  const make = bodies[route] ?? (() => ({}))
  const usual = (await send(route, JSON.stringify(make()))).status
  const kept = (await responses()).length
  const stores = route === intake || route === interview
  let taken = 0
  for (const key of keys) {
    const member = `"${key}":${JSON.stringify(evil)}`
    const beside = await send(
      route,
      JSON.stringify(make()).replace('{', () => `{${member},`),
    )
    expect([key, beside.status]).toEqual([key, usual])
    if (stores) taken++
    for (const [name, value] of Object.entries(make())) {
      if (typeof value !== 'object' || value === null) continue
      const { status } = await send(route, withRaw(make(), name, `{${member},${JSON.stringify(value).slice(1)}`))
      // Answers may hold what the questionnaire asks, times hold numbers; nothing else is looked at.
      const isTime = name === 'timings' && (route === intake || key !== '__proto__')
      const refusal = isTime && route === intake ? 400 : 422
      const isRefused = isTime || (name === 'answers' && stores)
      expect([key, name, status]).toEqual([key, name, isRefused ? refusal : usual])
      if (stores && !isRefused) taken++
    }
  }
  expect((await responses()).length - kept).toBe(taken)
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted')
  expect(({} as Body).polluted).toBeUndefined()
})

test('what was stored meanwhile holds nothing but answers', async () => {
  for (const { answers } of await responses()) {
    expect(JSON.parse(answers ?? '')).toEqual(answersOf())
  }
  const { status, text } = await read(await fetch(`${town.url}/api/surveys/town/drafts/0000-0000-0000`))
  expect(status).toBe(200)
  expect(JSON.parse(text).answers).toMatchObject(answersOf())
})
