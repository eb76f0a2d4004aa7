import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../../server/shapes/session.ts'
import { brokenLink, listAudit } from '../../../server/store/audit.ts'
import { type Person, signedIn, signIn } from './person.ts'
import { startTown, type Town } from './town.ts'

let town: Town
let admin: Person
beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
})
afterAll(() => town.end())

const password = 'correct horse battery'
const create = (name: string, role: Role, regions: string[] | null = null) =>
  admin.ask('POST', '/api/accounts', { name, password, roles: [{ role, regions }] })

test('an administrator makes an account, which signs in with its roles', async () => {
  expect((await create('chen', 'reporter', ['town'])).status).toBe(201)
  const chen = await signedIn(town, 'chen', password)
  expect((await chen.ask('GET', '/api/session')).body.user).toEqual({
    name: 'chen',
    roles: [{ role: 'reporter', regions: ['town'] }],
  })
})

test('a name is taken once', async () => {
  await create('liu', 'viewer')
  expect(await create('liu', 'viewer')).toMatchObject({ status: 409, code: 'conflict' })
})

test('what is wrong with a new account is listed in both languages', async () => {
  const { status, body } = await admin.ask('POST', '/api/accounts', { name: '?', password: 'short', roles: [] })
  expect(status).toBe(422)
  expect(body.errors.map(({ path }) => path)).toEqual(['body.name', 'body.password', 'body.roles'])
  for (const { message } of body.errors) expect(message.zh).not.toBe(message.en)
})

describe.each(['fieldwork', 'reporter', 'evaluator', 'publisher', 'viewer'] as const)('a %s', (role) => {
  test('has nothing to do with accounts', async () => {
    await create(`just-${role}`, role)
    const person = await signedIn(town, `just-${role}`, password)
    expect(await person.ask('GET', '/api/accounts')).toMatchObject({ status: 403, code: 'forbidden' })
    expect((await person.ask('POST', '/api/accounts', {})).status).toBe(403)
    expect((await person.ask('PATCH', '/api/accounts/admin', { disabled: true })).status).toBe(403)
  })
})

test('who is not signed in has nothing to do with accounts', async () => {
  const response = await fetch(`${town.url}/api/accounts`)
  expect(response.status).toBe(401)
})

test('a changed password ends the sessions, and the old one is of no use', async () => {
  await create('zhao', 'viewer')
  const zhao = await signedIn(town, 'zhao', password)
  expect((await admin.ask('PATCH', '/api/accounts/zhao', { password: 'another password' })).status).toBe(204)
  expect((await zhao.ask('GET', '/api/session')).status).toBe(401)
  expect((await signIn(town, 'zhao', password)).status).toBe(401)
  expect((await signIn(town, 'zhao', 'another password')).status).toBe(200)
})

test('a disabled account is out at once, and back when enabled', async () => {
  await create('sun', 'viewer')
  const sun = await signedIn(town, 'sun', password)
  await admin.ask('PATCH', '/api/accounts/sun', { disabled: true })
  expect((await sun.ask('GET', '/api/session')).status).toBe(401)
  expect((await signIn(town, 'sun', password)).status).toBe(401)
  await admin.ask('PATCH', '/api/accounts/sun', { disabled: false })
  expect((await signIn(town, 'sun', password)).status).toBe(200)
})

test('a change of roles holds from the next request on', async () => {
  await create('qian', 'viewer')
  const qian = await signedIn(town, 'qian', password)
  await admin.ask('PATCH', '/api/accounts/qian', { roles: [{ role: 'administrator', regions: null }] })
  expect((await qian.ask('GET', '/api/accounts')).status).toBe(200)
})

test.each([{ disabled: true }, { roles: [{ role: 'viewer', regions: null }] }])(
  'nobody locks themselves out: %j',
  async (change) => {
    expect(await admin.ask('PATCH', '/api/accounts/admin', change)).toMatchObject({ status: 409, code: 'conflict' })
  },
)

test('an unknown account: 404', async () => {
  expect((await admin.ask('PATCH', '/api/accounts/nobody', { disabled: true })).status).toBe(404)
})

test('every act stands in the audit chain, which breaks where an entry is changed', async () => {
  await create('wu', 'viewer')
  const entries = await listAudit(town.context.db)
  expect(entries.at(-1)).toMatchObject({ account: 'admin', action: 'account.create', subject: 'account wu' })
  expect(brokenLink(entries)).toBeUndefined()

  const forged = entries.map((entry) => (entry.position === 3 ? { ...entry, account: 'somebody else' } : entry))
  expect(brokenLink(forged)).toBe(3)
  expect(brokenLink(entries.filter(({ position }) => position !== 2))).toBe(3)
})
