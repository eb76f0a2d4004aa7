import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, signedIn } from '../core/person.ts'
import { startTown, type Town } from '../core/town.ts'
import { publishQuestionnaire, wish } from './wish.ts'

const isLong = process.env.TIYAN_LONG === '1'
const many = isLong ? 300 : 30
const patience = isLong ? 600_000 : 120_000

let town: Town
let admin: Person

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  await publishQuestionnaire(admin)
  await admin.ask('POST', '/api/setup/surveys', wish())
})
// Three hundred surveys are watched until the end.
afterAll(() => town.end(), patience)

const header = 'region,name,rank,target,parts,source,decision,sex:male,sex:female,age:16-59,age:60+\n'
const line = (at: number, others: { region?: string; male?: string; west?: string; decision?: string } = {}) =>
  [
    others.region ?? `33${String(at).padStart(4, '0')}`,
    `第${at}市`,
    '地级市',
    200 + at,
    `东区=${6000 + at};西区=${others.west ?? 4000}`,
    '统计年鉴',
    others.decision ?? '',
    others.male ?? 5000 + at,
    5000,
    '',
    '',
  ].join(',')

const send = (person: Person, rows: string[], template = 'linhai', round = '2026') =>
  person.ask(
    'POST',
    `/api/setup/rounds/${round}/surveys?template=${template}`,
    undefined,
    { 'content-type': 'text/csv' },
    header + rows.join('\n'),
  )

const surveys = async () =>
  (await town.context.db.selectFrom('survey').select('id').execute()).map(({ id }) => id).sort()

test('one wrong row keeps all of them from being made, and every wrong row is told', async () => {
  const before = await surveys()
  const { status, body } = await send(admin, [
    line(1),
    line(2, { male: 'many' }),
    line(3, { west: '9000' }),
    line(1),
    line(4, { region: '331082' }),
  ])
  expect(status).toBe(422)
  expect(body.errors.map(({ path }) => path)).toEqual(['row 3.sex:male', 'row 5.region'])
  const second = await send(admin, [line(1), line(3, { west: '9000' }), line(4, { region: '331082' })])
  expect(second.body.errors.map(({ path, message }) => [path, message.en.slice(0, 6)])).toEqual([
    ['row 3.design.margins', 'Row 3:'],
    ['row 4.region.code', 'Row 4:'],
  ])
  expect(await surveys()).toEqual(before)
})

test('many surveys are made from one table, each with its own parts, shares and quotas', {
  timeout: patience,
}, async () => {
  const rows = Array.from({ length: many }, (_, at) => line(at + 10))
  const made = await send(admin, rows)
  expect(made.status, made.text).toBe(201)
  expect(JSON.parse(made.text).surveys).toHaveLength(many)

  const monitor = JSON.parse((await admin.ask('GET', '/api/surveys/2026-330010/monitor')).text)
  expect(monitor.survey.state).toBe('open')
  expect(monitor.quotas.map(({ id, target, policy }: Record<string, unknown>) => [id, target, policy])).toEqual([
    ['sex-male', 105, 'close'],
    ['sex-female', 105, 'close'],
  ])
  const { questionnaire } = JSON.parse((await admin.ask('GET', '/api/surveys/2026-330010')).text)
  const parts = questionnaire.pages[0].elements.find(({ name }: { name: string }) => name === 'S3')
  expect(parts.choices.map(({ value }: { value: string }) => value)).toEqual(['东区', '西区'])

  const overview = JSON.parse((await admin.ask('GET', '/api/rounds/2026/overview')).text)
  expect(overview.rows).toHaveLength(many + 1)
  expect(overview.rows[0]).toMatchObject({
    survey: { state: 'open', accepted: 0, quotas: 2, quotasFull: 0, target: 210 },
  })
  expect(overview.rows[0].accounts).toContainEqual({ name: 'admin', role: 'fieldwork', all: true })
})

test('nobody makes surveys for regions of others', async () => {
  const roles = [{ role: 'fieldwork', regions: ['331082', '339001'] }]
  await admin.ask('POST', '/api/accounts', { name: 'linhai', password: 'long enough 123', roles })
  const person = await signedIn(town, 'linhai', 'long enough 123')
  const mixed = await send(person, [line(1, { region: '339001' }), line(2, { region: '339002' })])
  expect(mixed.body.errors.map(({ path }) => path)).toEqual(['row 3.region'])
  expect((await send(person, [line(1, { region: '339001' })])).status).toBe(201)
  const rows = JSON.parse((await person.ask('GET', '/api/rounds/2026/overview')).text).rows
  expect(rows.map(({ region }: { region: { code: string } }) => region.code)).toEqual(['331082', '339001'])
  expect(rows[0].accounts).toEqual([])
  expect((await person.ask('POST', '/api/rounds', { id: 'own', name: { zh: '自', en: 'own' } })).status).toBe(403)
})

test('the empty table has a column for every category', async () => {
  const { text } = await admin.ask('GET', '/api/setup/surveys.csv?template=linhai')
  expect(text.trim().split(',').slice(-4)).toEqual(['sex:male', 'sex:female', 'age:16-59', 'age:60+'])
})
