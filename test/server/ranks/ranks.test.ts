import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RankDifferences, RoundRanks } from '../../../server/shapes/ranks.ts'
import { addEvaluation, addRegion } from '../../../server/store/surveys.ts'
import { type Person, signedIn } from '../core/person.ts'
import { startTown, type Town } from '../core/town.ts'
import { putFile } from '../evaluations/files.ts'

let town: Town
let admin: Person
const password = 'correct horse battery'

/** Survey scores as imported; the objective scores are everywhere the same. */
const cities: Record<string, [score: number, se: number | '']> = {
  village: [70, 1],
  hill: [70.5, 1],
  lake: [40, 1],
  moor: [55, ''],
}

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  const { db } = town.context
  const add = async (code: string, scheme: 'city' | 'county') => {
    await addRegion(db, { code, name: JSON.stringify({ zh: code, en: code }), scheme, rank: '地级市' })
    const row = { id: code, round_id: 'spring', region_code: code, scheme, state: 'draft' } as const
    await addEvaluation(db, row)
  }
  for (const code of ['hill', 'lake', 'moor']) await add(code, 'city')
  await add('farm', 'county')
  for (const [code, [score, se]] of Object.entries(cities)) await imported(code, score, se)
  await imported('farm', 60, 1)
})
afterAll(() => town.end())

async function imported(code: string, score: number, se: number | '') {
  const csv = `score,se\n${score},${se}\n`
  const { status, text } = await putFile(town, admin, `/api/evaluations/${code}/survey-score`, csv)
  expect([status, text]).toEqual([200, expect.anything()])
}

const ranks = async (person: Person, of = 'survey') => {
  const { status, text } = await person.ask('GET', `/api/rounds/spring/ranks?of=${of}`)
  expect(status).toBe(200)
  return JSON.parse(text) as RoundRanks
}

test('regions are ranked among their like, with sets for their ranks', async () => {
  const { groups, notRanked, seed } = await ranks(admin)
  expect(seed).toBeGreaterThan(0)
  expect(groups.map(({ scheme, rows }) => [scheme, rows.map(({ region }) => region.code)])).toEqual([
    ['city', ['hill', 'village', 'lake']],
    ['county', ['farm']],
  ])
  expect(groups[0]?.rows[0]).toMatchObject({
    ...{ version: null, score: 70.5, se: 1, rank: 1 },
    ...{ marginal: [1, 2], simultaneous: [1, 2], notToldApart: ['village'] },
  })
  expect(groups[0]?.rows[2]).toMatchObject({ rank: 3, simultaneous: [3, 3], notToldApart: [] })
  expect(notRanked.map(({ region, reason }) => [region.code, reason])).toEqual([
    ['moor', 'no-standard-error'],
    ['town', 'no-score'],
  ])
})

test('an incomplete total is not ranked', async () => {
  const { groups, notRanked } = await ranks(admin, 'total')
  expect(groups).toEqual([])
  expect(new Set(notRanked.map(({ reason }) => reason))).toEqual(new Set(['incomplete']))
})

test('what sets a region apart is asked by itself', async () => {
  const { text } = await admin.ask('GET', '/api/rounds/spring/ranks/village?of=survey')
  const { differences } = JSON.parse(text) as RankDifferences
  expect(differences.map(({ a, b, difference }) => [a, b, difference])).toEqual(
    expect.arrayContaining([
      ['village', 'hill', -0.5],
      ['village', 'lake', 30],
    ]),
  )
  const far = differences.find(({ b }) => b === 'lake')
  expect(far?.adjusted).toBeLessThan(0.05)
  expect((await admin.ask('GET', '/api/rounds/spring/ranks/moor?of=survey')).status).toBe(404)
})

test('who may see some regions is shown those, ranked among themselves', async () => {
  const grants = [{ role: 'viewer', regions: ['lake', 'village'] }]
  await admin.ask('POST', '/api/accounts', { name: 'sun', password, roles: grants })
  const viewer = await signedIn(town, 'sun', password)
  const { groups } = await ranks(viewer)
  expect(groups.flatMap(({ rows }) => rows.map(({ region, rank }) => [region.code, rank]))).toEqual([
    ['village', 1],
    ['lake', 2],
  ])
  expect((await viewer.ask('GET', '/api/rounds/autumn/ranks')).status).toBe(404)
})

test('a new score changes the ranks', async () => {
  await imported('lake', 90, 1)
  expect((await ranks(admin)).groups[0]?.rows[0]).toMatchObject({ region: { code: 'lake' }, rank: 1 })
})
