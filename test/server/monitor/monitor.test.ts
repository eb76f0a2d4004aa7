import { afterEach, expect, test } from 'vitest'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'
import { townDesign } from './townDesign.ts'

let town: Town
afterEach(() => town.end())

const path = '/api/surveys/town/monitor'

async function seen(person: Person): Promise<Monitor> {
  const { status, text } = await person.ask('GET', path)
  expect(status).toBe(200)
  return JSON.parse(text)
}

test('the monitor counts what was accepted, what was over quota, screened out and withdrawn', async () => {
  town = await startTown({ survey: townDesign({ female: 2 }) })
  const admin = await signedIn(town)
  expect((await seen(admin)).counts).toMatchObject({ responses: 0, overQuota: 0 })

  const { body } = await answer(town)
  await answer(town)
  await answer(town)
  await answer(town, answersOf({ S4: 'male' }))
  expect((await answer(town, answersOf({ S1: 'no', A1: undefined, A2: undefined, B1: undefined }))).code).toBe(
    'not-eligible',
  )
  expect((await seen(admin)).counts).toEqual({
    responses: 3,
    overQuota: 1,
    excluded: 0,
    withdrawn: 0,
    screenedOut: 1,
  })
  await fetch(`${town.url}/api/receipts/${body.receipt}`, { method: 'DELETE' })
  expect((await seen(admin)).counts).toMatchObject({ withdrawn: 1 })
})

test('quotas say what is taken and what remains; the sample stands beside the population', async () => {
  town = await startTown({ survey: townDesign({ female: 40 }) })
  const admin = await signedIn(town)
  for (let women = 0; women < 3; women++) await answer(town)
  await answer(town, answersOf({ S4: 'male' }))
  await answer(town, answersOf({ S4: 'undisclosed' }))

  const { quotas, sample, quality, pace, survey, estimate } = await seen(admin)
  expect(quotas).toEqual([
    {
      id: 'sex-female',
      variables: ['sex'],
      categories: ['female'],
      variableLabel: { zh: '性别', en: 'Sex' },
      label: { zh: '女', en: 'Women' },
      policy: 'close',
      tolerance: 0,
      target: 40,
      taken: 3,
      held: 0,
      remaining: 37,
    },
  ])
  expect(sample).toEqual([
    {
      variable: 'sex',
      label: { zh: '性别', en: 'Sex' },
      withoutValue: 1,
      categories: [
        {
          code: 'female',
          label: { zh: '女', en: 'Women' },
          sample: 3,
          sampleShare: 0.75,
          populationShare: 0.5,
          ratio: 0.5 / 0.75,
        },
        { code: 'male', label: { zh: '男', en: 'Men' }, sample: 1, sampleShare: 0.25, populationShare: 0.5, ratio: 2 },
      ],
    },
  ])
  expect(quality.languages).toEqual([{ locale: '', responses: 5 }])
  expect(pace.days.at(-1)?.responses).toBe(5)
  expect(survey).toMatchObject({ id: 'town', state: 'open', region: { code: 'town' }, madeUp: true })
  expect(estimate).toBeNull()
})

test('with thirty responses there is an estimate, and the items that many do not know', async () => {
  town = await startTown({ survey: townDesign({}) })
  const admin = await signedIn(town)
  await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      answer(town, answersOf({ S4: at % 4 === 0 ? 'male' : 'female', A1: 1 + (at % 5) })),
    ),
  )
  const { estimate, quality, version } = await seen(admin)
  expect(estimate).toMatchObject({ kind: 'model', respondents: 40, calibration: { converged: true } })
  expect(quality.dontKnow[0]).toMatchObject({ item: 'B1', rate: 1 })

  await answer(town)
  const later = await seen(admin)
  expect(later.estimate?.respondents).toBe(41)
  expect(later.version).toBeGreaterThan(version)
})

test('only who may see the region is shown its survey; for others it does not exist', async () => {
  town = await startTown()
  const admin = await signedIn(town)
  const people: [name: string, role: string, regions: string[] | null, status: number][] = [
    ['wang', 'fieldwork', ['town'], 200],
    ['zhao', 'viewer', null, 200],
    ['qian', 'evaluator', ['village'], 404],
    ['sun', 'administrator', null, 403],
    ['zhou', 'reporter', ['town'], 403],
  ]
  for (const [name, role, regions, status] of people) {
    const body = { name, password: 'long enough to use', roles: [{ role, regions }] }
    expect((await admin.ask('POST', '/api/accounts', body)).status).toBe(201)
    const person = await signedIn(town, name, body.password)
    expect([name, (await person.ask('GET', path)).status]).toEqual([name, status])
    if (status !== 200) expect((await person.ask('GET', `${path}/events`)).status).toBe(status)
  }
  expect((await admin.ask('GET', '/api/surveys/nowhere/monitor')).status).toBe(404)
  expect((await fetch(`${town.url}${path}`)).status).toBe(401)
})
