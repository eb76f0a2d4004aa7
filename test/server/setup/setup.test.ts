import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, signedIn } from '../core/person.ts'
import { post, startTown, type Town } from '../core/town.ts'
import { publishQuestionnaire, wish } from './wish.ts'

let town: Town
let admin: Person

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  expect((await publishQuestionnaire(admin)).status).toBe(200)
})
afterAll(() => town.end())

const paths = ({ body }: { body: { errors?: { path: string }[] } }) => (body.errors ?? []).map(({ path }) => path)

test('a survey that is published with a round and a region of its own takes answers at once', async () => {
  expect(await admin.ask('POST', '/api/setup/surveys', wish())).toMatchObject({ status: 201 })
  const monitor = JSON.parse((await admin.ask('GET', '/api/surveys/linhai/monitor')).text)
  expect(monitor.survey).toMatchObject({ state: 'open', region: { code: '331082' } })
  expect(monitor.quotas.map(({ id, target }: { id: string; target: number }) => [id, target])).toEqual([
    ['sex-male', 51],
    ['sex-female', 49],
  ])
  const begun = await post(`${town.url}/api/surveys/linhai/places`, {
    answers: { consent: true, S1: 'yes', S2: '18-29', S3: 'east', S4: 'male' },
  })
  expect(begun.status, begun.text).toBe(201)
})

test('all that stands in the way is told at once, where it stands, and nothing is made', async () => {
  const { design } = wish()
  const wrong = wish({
    id: 'wrong',
    region: { ...wish().region, code: '331083' },
    closesAt: '2020-01-01T00:00:00.000Z',
    quotas: [{ id: 'a', variables: ['sex'], categories: ['other'], target: 5, policy: 'count' }],
    design: {
      ...design,
      margins: [
        design.margins[0]!,
        {
          ...design.margins[1]!,
          counts: [
            { categories: ['east'], count: 60_000 },
            { categories: ['west'], count: 30_000 },
          ],
        },
      ],
    },
  })
  const refused = await admin.ask('POST', '/api/setup/surveys', wrong)
  expect(refused.status).toBe(422)
  expect(paths(refused)).toEqual(['quotas.a', 'closesAt', 'design.margins'])
  expect((await fetch(`${town.url}/api/surveys/wrong`)).status).toBe(404)
  const regions = JSON.parse((await admin.ask('GET', '/api/rounds/2026/overview')).text)
  expect(regions.rows.map(({ region }: { region: { code: string } }) => region.code)).toEqual(['331082'])
})

test('totals that disagree are taken with a decision, which is kept with the design', async () => {
  const { design } = wish()
  const [sex, district] = design.margins
  const margins = [
    sex!,
    {
      ...district!,
      counts: [
        { categories: ['east'], count: 60_000 },
        { categories: ['west'], count: 30_000 },
      ],
    },
  ]
  const disagreeing = wish({
    id: 'decided',
    region: { ...wish().region, code: '331084' },
    design: { ...design, margins },
  })
  const check = async (survey: object) =>
    JSON.parse((await admin.ask('POST', '/api/setup/check', survey)).text).map(({ code }: { code: string }) => code)
  expect(await check(disagreeing)).toContain('disagree')
  const decisions = [{ zh: '按比例使用', en: 'Read as shares' }]
  expect(await check({ ...disagreeing, design: { ...disagreeing.design, decisions } })).not.toContain('disagree')
})

test('an address, or a region in its round, is taken once', async () => {
  const again = await admin.ask('POST', '/api/setup/surveys', wish())
  expect(paths(again)).toEqual(['id', 'region.code'])
})

test('what is begun is kept for whoever began it, and for nobody else', async () => {
  const draft = { kind: 'survey', title: '临海', content: { step: 3, wish: { id: 'x' } } }
  expect((await admin.ask('PUT', '/api/setup/drafts/d1', draft)).status).toBe(200)
  expect(JSON.parse((await admin.ask('GET', '/api/setup/drafts/d1')).text)).toMatchObject(draft)
  expect(JSON.parse((await admin.ask('GET', '/api/setup/drafts')).text)).toMatchObject([{ id: 'd1', title: '临海' }])
  const other = { name: 'other', password: 'long enough 123', roles: [{ role: 'fieldwork', regions: null }] }
  await admin.ask('POST', '/api/accounts', other)
  const person = await signedIn(town, other.name, other.password)
  expect(JSON.parse((await person.ask('GET', '/api/setup/drafts')).text)).toEqual([])
  expect((await person.ask('GET', '/api/setup/drafts/d1')).status).toBe(404)
  expect((await admin.ask('DELETE', '/api/setup/drafts/d1')).status).toBe(204)
  expect((await admin.ask('GET', '/api/setup/drafts/d1')).status).toBe(404)
})

test('a dry run answers by the rules of the survey and leaves nothing behind', async () => {
  const { settings } = wish()
  const survey = wish({
    id: 'planned',
    region: { ...wish().region, code: '331085' },
    opensAt: '2029-01-01T00:00:00.000Z',
    quotas: wish().quotas.map((quota) => ({ ...quota, target: 20 })),
    settings: { ...settings, overQuota: 'end', placeRequired: true, channels: ['invitation'] },
  })
  const ran = await admin.ask('POST', '/api/setup/dry-run', { survey, responses: 150, seed: 7 })
  expect(ran.status, ran.text).toBe(200)
  const report = JSON.parse(ran.text)
  const [men, women] = report.quotas
  expect(men).toMatchObject({ target: 20, taken: 20 })
  expect(report.refused['quota-full']).toBeGreaterThan(0)
  expect(report.accepted + report.refused['quota-full']).toBe(150)
  expect(women.taken).toBeLessThanOrEqual(report.accepted - 20)
  expect(report.cautions.map(({ en }: { en: string }) => en).join()).toMatch(/rated by \d+, fewer than 30/)
  expect((await fetch(`${town.url}/api/surveys/planned`)).status).toBe(404)
  const rows = await town.context.db.selectFrom('response').select('id').execute()
  expect(rows).toEqual([])
})

test('population figures are read from a file, crossed ones too; what is wrong is told by row', async () => {
  const send = (csv: string) =>
    admin.ask('POST', '/api/setup/population', undefined, { 'content-type': 'text/csv' }, csv)
  const good = await send('变量,类别,人数\nsex,male,"51,000"\nsex × age,male × 60+,9000\n')
  expect(JSON.parse(good.text)).toEqual([
    { row: 2, variables: ['sex'], categories: ['male'], count: 51_000 },
    { row: 3, variables: ['sex', 'age'], categories: ['male', '60+'], count: 9000 },
  ])
  const bad = await send('variable,category,count\nsex,male,many\nsex,male,5\nsex × age,male,3\n')
  expect(bad.status).toBe(422)
  expect(paths(bad)).toEqual(['row 2.count', 'row 3.category', 'row 4.category'])
})
