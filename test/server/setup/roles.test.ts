import { afterAll, beforeAll, expect, test } from 'vitest'
import { roundEndpoints } from '../../../server/endpoints/rounds.ts'
import { setupEndpoints } from '../../../server/endpoints/setup.ts'
import { type Role, roles } from '../../../server/shapes/session.ts'
import { type Person, signedIn } from '../core/person.ts'
import { startTown, type Town } from '../core/town.ts'
import { publishQuestionnaire, wish } from './wish.ts'

let town: Town
let people: Record<Role, Person>

const own = 'town'
const password = 'long enough 123'

beforeAll(async () => {
  town = await startTown()
  const admin = await signedIn(town)
  await publishQuestionnaire(admin)
  const made = roles.map(async (role) => {
    await admin.ask('POST', '/api/accounts', { name: `a-${role}`, password, roles: [{ role, regions: [own] }] })
    return [role, await signedIn(town, `a-${role}`, password)] as const
  })
  people = Object.fromEntries(await Promise.all(made)) as Record<Role, Person>
})
afterAll(() => town.end())

const region = (code: string) => ({ code, name: { zh: code, en: code }, scheme: 'city' as const, rank: '地级市' })
const survey = (code: string) =>
  wish({ id: `new-${code}`, round: { id: 'spring', name: { zh: '春', en: 'Spring' } }, region: region(code) })
const draft = { kind: 'survey', title: '', content: {} }

/** How each request is asked about a region, and what its holder of the role may expect for the own and another one. */
const requests: Record<string, { body?: (code: string) => unknown; own: number; other: number; others?: Role[] }> = {
  'get /api/setup/drafts': { own: 200, other: 200 },
  'get /api/setup/drafts/:id': { own: 404, other: 404 },
  'put /api/setup/drafts/:id': { body: () => draft, own: 200, other: 200 },
  'delete /api/setup/drafts/:id': { own: 204, other: 204 },
  'post /api/setup/population': { body: () => ({}), own: 415, other: 415 },
  'post /api/setup/check': { body: survey, own: 200, other: 404 },
  'post /api/setup/dry-run': { body: (code) => ({ survey: survey(code), responses: 0 }), own: 422, other: 422 },
  'post /api/setup/surveys': { body: survey, own: 422, other: 404 },
  'get /api/setup/surveys.csv': { own: 404, other: 404 },
  'post /api/setup/rounds/:round/surveys': { body: () => ({}), own: 404, other: 404 },
  'get /api/rounds': { own: 200, other: 200, others: ['evaluator', 'publisher', 'viewer'] },
  'post /api/rounds': { body: () => ({ id: 'own', name: { zh: '自', en: 'own' } }), own: 403, other: 403 },
  'get /api/rounds/:round/overview': { own: 200, other: 200, others: ['evaluator', 'publisher', 'viewer'] },
}

const endpoints = [...setupEndpoints, ...roundEndpoints]

test('every request about setting up is in this matrix', () => {
  expect(Object.keys(requests)).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`))
})

test.each(endpoints.map(({ method, path }) => [method, path] as const))(
  '%s %s is for its roles in their own regions',
  async (method, path) => {
    const request = requests[`${method} ${path}`]!
    const address = `${path.replace(':id', 'none').replace(':round', 'spring')}?template=none`
    const ask = (role: Role, code: string) =>
      people[role].ask(method.toUpperCase() as 'GET', address, request.body?.(code))
    for (const role of roles) {
      const allowed = role === 'fieldwork' || request.others?.includes(role)
      const got = [(await ask(role, own)).status, (await ask(role, 'village')).status]
      expect(got, role).toEqual(allowed ? [request.own, request.other] : [403, 403])
    }
    expect((await fetch(town.url + address, { method })).status).toBe(401)
  },
)

test('a dry run and a table are for one’s own regions', async () => {
  const ask = (code: string) =>
    people.fieldwork.ask('POST', '/api/setup/dry-run', { survey: survey(code), responses: 1 })
  expect([(await ask('village')).status, (await ask('elsewhere')).status]).toEqual([404, 404])
  const csv = await people.fieldwork.ask('GET', '/api/setup/surveys.csv?template=town')
  expect(csv.status).toBe(200)
})
