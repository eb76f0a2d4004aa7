import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyRetention } from '../../../server/services/records/retention.ts'
import type { RecordsFile, RecordsPage } from '../../../server/shapes/records.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, type Town } from '../core/town.ts'
import { getFile } from '../evaluations/files.ts'
import { begin, townWith, women } from '../places/visitor.ts'

let town: Town
let admin: Person
let now: Date
const start = async (state: 'open' | 'scheduled' = 'open') => {
  now = new Date('2026-06-01T08:00:00.000Z')
  const opensAt = state === 'open' ? '2026-05-30T00:00:00.000Z' : '2026-06-05T00:00:00.000Z'
  town = await townWith({
    quotas: [women(50)],
    survey: { state, opensAt, closesAt: '2026-06-10T00:00:00.000Z' },
    now: () => now,
  })
  admin = await signedIn(town)
}
beforeEach(() => start())
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

const path = '/api/surveys/town/records'
const record = {
  sponsor: '小镇人民政府',
  pretest: {
    date: '2026-05-20',
    participants: '10 人，其中 3 人 60 岁以上',
    findings: '“线上”不好懂',
    changes: '改为“网上或手机上”',
  },
  translation: { languages: 'zh-CN, en', method: '双人独立翻译后比对', reviewer: 'Li Na', note: '' },
  incentives: { kind: '话费', value: '5 元', conditions: '答完即赠，不论满意与否' },
}

test('what people write down is kept, logged, and stands in the file with what the platform knows itself', async () => {
  expect((await admin.ask('PUT', path, record)).status).toBe(200)
  await answer(town)
  await admin.ask('PATCH', '/api/surveys/town/quotas/women', { target: 60, reason: '扩样' })
  const file = JSON.parse((await getFile(town, admin, `${path}.json`)).bytes.toString()) as RecordsFile
  expect(file).toMatchObject({
    record: { ...record, retention: { identifiersDays: 90, answersYears: 2 } },
    retention: {
      identifiersUntil: '2026-09-08T00:00:00.000Z',
      strippedAt: null,
      answersUntil: '2028-06-10T00:00:00.000Z',
    },
    questionnaire: { id: 'small', version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), items: 3 },
    sample: { accepted: 1, excluded: 0 },
    quotas: [{ id: 'women', target: 60, taken: 1 }],
  })
  expect(file.log.map(({ action }) => action)).toEqual(['survey.set-up', 'records.change', 'quota.change'])
  const html = (await getFile(town, admin, `${path}.html?lang=zh`)).bytes.toString()
  expect(html).toContain('改为“网上或手机上”')
})

test('retention is set before the survey opens, never after; raw answers stay two years or more', async () => {
  const wish = { retention: { identifiersDays: 30, answersYears: 3 } }
  expect((await admin.ask('PUT', path, wish)).status).toBe(409)
  await town.end()
  await start('scheduled')
  expect((await admin.ask('PUT', path, { retention: { identifiersDays: 91, answersYears: 2 } })).status).toBe(422)
  expect((await admin.ask('PUT', path, { retention: { identifiersDays: 30, answersYears: 1 } })).status).toBe(422)
  const { body } = await admin.ask('PUT', path, wish)
  expect((body as never as RecordsPage).retention).toMatchObject({
    identifiersUntil: '2026-07-10T00:00:00.000Z',
    answersUntil: '2029-06-10T00:00:00.000Z',
  })
})

test('on its day a logged job strips the identifiers; the answers stay, and nobody can withdraw any more', async () => {
  const { receipt, id } = (await answer(town)).body
  await begin(town)
  const withdraw = () => fetch(`${town.url}/api/receipts/${receipt}`, { method: 'DELETE' })
  now = new Date('2026-09-07T23:59:00.000Z')
  await applyRetention(town.context)
  expect((await (await fetch(`${town.url}/api/receipts/${receipt}`)).json()).state).toBe('counted')

  now = new Date('2026-09-08T00:01:00.000Z')
  await applyRetention(town.context)
  await applyRetention(town.context)
  const { db } = town.context
  expect(await db.selectFrom('response').select(['id', 'receipt', 'codes']).execute()).toEqual([
    { id, receipt: '', codes: '548' },
  ])
  expect(await db.selectFrom('place').select('device').execute()).toEqual([{ device: null }])
  const answered = await withdraw()
  expect([answered.status, (await answered.json()).type.split('/').at(-1)]).toEqual([409, 'too-late'])
  expect((await fetch(`${town.url}/api/receipts/---`)).status).toBe(404)
  const stripped = await db
    .selectFrom('audit')
    .select(['account', 'detail'])
    .where('action', '=', 'retention.strip')
    .execute()
  expect(stripped).toMatchObject([{ account: null }])
  expect(JSON.parse(stripped[0]?.detail ?? '')).toMatchObject({ receipts: 1, devices: 1 })
})
