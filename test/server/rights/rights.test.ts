import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints } from '../../../server/app.ts'
import { setUpSurvey } from '../../../server/services/publish.ts'
import { type Role, roles } from '../../../server/shapes/session.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, plan, startTown, type Town } from '../core/town.ts'
import { townDesign } from '../monitor/townDesign.ts'
import { publishQuestionnaire } from '../setup/wish.ts'
import type { Right, Things } from './right.ts'
import { rights } from './rights.ts'

let town: Town
let people: Record<Role, Person>
let own: Things
let other: Things

const password = 'long enough 123'
const at = '2026-05-01T00:00:00.000Z'

beforeAll(async () => {
  const design = { ...townDesign({ female: 1000, male: 1000 }), closesAt: '2039-01-01T00:00:00.000Z' }
  town = await startTown({ survey: design })
  const village = { ...plan, ...design, id: 'village', evaluation: 'village' }
  await town.context.db
    .transaction()
    .execute((transaction) =>
      setUpSurvey(transaction, { ...village, questionnaire: { id: 'small', version: 1 } }, { account: null, at }),
    )
  const admin = await signedIn(town)
  await publishQuestionnaire(admin)
  const account = async (name: string, role: Role) => {
    await admin.ask('POST', '/api/accounts', { name, password, roles: [{ role, regions: ['town'] }] })
    return [role, await signedIn(town, name, password)] as const
  }
  await account('somebody', 'interviewer')
  people = Object.fromEntries(await Promise.all(roles.map((role) => account(`a-${role}`, role)))) as typeof people
  own = await thingsIn(admin, 'town')
  other = await thingsIn(admin, 'village')
  await admin.ask('PUT', '/api/surveys/town/interviewers/a-interviewer')
})
afterAll(() => town.end())

async function thingsIn(admin: Person, region: string): Promise<Things> {
  const made = await admin.ask('POST', `/api/surveys/${region}/invitations`, { label: 'x', count: 1 })
  const { batch, invitations } = made.body as never as { batch: string; invitations: { code: string }[] }
  const { body } = region === 'town' ? await answer(town) : { body: { id: 'none' } }
  return { region, response: body.id, code: invitations[0]?.code ?? '', batch }
}

/** Asks as one person; what comes is not waited for, as some of it never ends. */
async function statusOf(person: Person | null, name: string, right: Right, of: Things): Promise<number> {
  const [method = '', path = ''] = name.split(' ')
  const params: Record<string, string> = {
    ...{ survey: of.region, id: of.region, round: 'spring' },
    ...right.params?.(of),
  }
  const address = path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(params[part] ?? `no-${part}`))
  const body = right.body?.(of)
  const type = typeof body === 'string' ? 'text/csv' : 'application/json'
  const response = await fetch(`${town.url}${address}${right.query ? `?${right.query}` : ''}`, {
    method: method.toUpperCase(),
    headers: {
      ...(person && { cookie: person.cookie, 'x-csrf-token': person.csrf }),
      ...(body !== undefined && { 'content-type': type }),
    },
    body: body === undefined || typeof body === 'string' ? (body ?? null) : JSON.stringify(body),
  })
  await response.body?.cancel()
  return response.status
}

test('every request that is not for everybody has its line in the matrix, and no other', () => {
  const named = endpoints.filter(({ access }) => access !== 'public').map(({ method, path }) => `${method} ${path}`)
  expect(Object.keys(rights).toSorted()).toEqual(named.toSorted())
})

test('an interviewer who does not work for a survey knows nothing of it, in the own region too', async () => {
  const stranger = await signedIn(town, 'somebody', password)
  for (const name of ['post /api/surveys/:survey/assisted', 'patch /api/surveys/:survey/invitations/:code'])
    expect(await statusOf(stranger, name, rights[name]!, own)).toBe(404)
  expect((await stranger.ask('GET', '/api/interviews')).body).toEqual([])
})

test('a dry run and a table of surveys are for one’s own regions', async () => {
  const dryRun = rights['post /api/setup/dry-run']!
  const elsewhere = { ...other, region: 'elsewhere' }
  expect(await statusOf(people.fieldwork, 'post /api/setup/dry-run', dryRun, elsewhere)).toBe(404)
  const csv = rights['get /api/setup/surveys.csv']!
  const foreign = { ...csv, query: 'template=village' }
  expect(await statusOf(people.fieldwork, 'get /api/setup/surveys.csv', foreign, own)).toBe(404)
})

const isLong = process.env.TIYAN_LONG === '1'
const forbidden = 403

test.each(Object.entries(rights))('%s', async (name, right) => {
  const refused = roles.filter((role) => !right.roles.includes(role))
  const refusals = refused.flatMap((role) => [own, other].map((of) => statusOf(people[role], name, right, of)))
  expect(await statusOf(null, name, right, own), 'nobody').toBe(401)
  expect(await Promise.all(refusals), String(refused)).toEqual(refusals.map(() => forbidden))
  for (const role of right.roles) {
    const ask = (of: Things) => statusOf(people[role], name, right, of)
    if (!right.everywhere) expect(await ask(other), `${role} in another region`).toBe(404)
    if (right.slow && !isLong && role !== right.roles[0]) continue
    const here = await ask(own)
    if (right.none) expect(here, role).toBe(right.none)
    else expect([200, 201, 202, 204, 400, 409, 412, 415, 422], `${role} in the own region`).toContain(here)
  }
})
