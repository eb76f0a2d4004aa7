import { afterEach, expect, test } from 'vitest'
import { roles } from '../../../server/shapes/session.ts'
import { signedIn, signIn } from './person.ts'
import { adminPassword, answersOf, post, read, startTown, type Town } from './town.ts'

let town: Town
afterEach(() => town.end())

test('admin signs in, is recognised, and signs out', async () => {
  town = await startTown()
  const response = await signIn(town, 'admin', adminPassword)
  const cookie = response.headers.get('set-cookie') ?? ''
  expect(response.status).toBe(200)
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  expect(cookie).not.toMatch(/Secure/)
  const session = await response.json()
  expect(session.user.roles.map(({ role }: { role: string }) => role).toSorted()).toEqual([...roles].toSorted())

  const admin = await signedIn(town)
  expect((await admin.ask('GET', '/api/session')).body).toEqual({ user: session.user, csrf: admin.csrf })
  expect((await admin.ask('DELETE', '/api/session')).status).toBe(204)
  expect((await admin.ask('GET', '/api/session')).status).toBe(401)
})

test('under https the cookie is for https only', async () => {
  town = await startTown({ environment: { TIYAN_URL: 'https://tiyan.example' } })
  const response = await signIn(town, 'admin', adminPassword)
  expect(response.headers.get('set-cookie')).toMatch(/Secure/)
})

test('a wrong password and an unknown name are told alike', async () => {
  town = await startTown()
  const wrong = await read(await signIn(town, 'admin', 'not the password'))
  const unknown = await read(await signIn(town, 'nobody', 'not the password'))
  expect(wrong).toMatchObject({ status: 401, code: 'wrong-credentials' })
  expect(unknown.body).toEqual(wrong.body)
})

test('guessing is slowed down for the guesser, not for the person', async () => {
  const now = () => new Date('2026-06-01T08:00:00Z')
  town = await startTown({ now, environment: { TIYAN_TRUST_PROXY: 'loopback' } })
  const guess = (address: string, password: string) =>
    signIn(town, 'admin', password, { 'x-forwarded-for': address }).then(({ status }) => status)
  const guesses = []
  for (let tries = 0; tries < 11; tries++) guesses.push(await guess('203.0.113.7', 'not the password'))
  expect(guesses).toEqual([...Array(10).fill(401), 429])
  expect(await guess('203.0.113.7', adminPassword)).toBe(429)
  expect(await guess('203.0.113.8', adminPassword)).toBe(200)
})

test('a session ends after twelve hours', async () => {
  let now = new Date('2026-06-01T08:00:00Z')
  town = await startTown({ now: () => now })
  const admin = await signedIn(town)
  now = new Date('2026-06-01T20:00:00Z')
  expect((await admin.ask('GET', '/api/session')).status).toBe(401)
})

test('an unsafe request without the token, or with another’s, is refused', async () => {
  town = await startTown()
  const admin = await signedIn(town)
  const again = await signedIn(town)
  const body = { name: 'wang', password: 'long enough', roles: [{ role: 'viewer', regions: null }] }
  for (const token of ['', again.csrf]) {
    expect(await admin.ask('POST', '/api/accounts', body, { 'x-csrf-token': token })).toMatchObject({
      status: 403,
      code: 'csrf-token',
    })
  }
  expect((await admin.ask('POST', '/api/accounts', body)).status).toBe(201)
})

test('whoever is signed in answers and withdraws as everybody does, without a token', async () => {
  town = await startTown()
  const { cookie } = await signedIn(town)
  const taken = await post(
    `${town.url}/api/surveys/town/responses`,
    { id: crypto.randomUUID(), answers: answersOf() },
    { cookie },
  )
  expect(taken.status).toBe(201)
  const withdrawn = await fetch(`${town.url}/api/receipts/${taken.body.receipt}`, {
    method: 'DELETE',
    headers: { cookie },
  })
  expect(withdrawn.status).toBe(204)
})

test('neither passwords nor tokens stand in the store', async () => {
  town = await startTown()
  const { cookie } = await signedIn(town)
  const { db } = town.context
  const kept = JSON.stringify([
    await db.selectFrom('account').selectAll().execute(),
    await db.selectFrom('session').selectAll().execute(),
    await db.selectFrom('audit').selectAll().execute(),
  ])
  expect(kept).toContain('$argon2id$')
  expect(kept).not.toContain(adminPassword)
  expect(kept).not.toContain(cookie.split('=')[1])
})
