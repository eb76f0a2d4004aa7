import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportanceMatrix } from '../../../scoring/analysis/importance.ts'
import type { History, RegionComparison, WhatIfAnswer } from '../../../server/shapes/analysis.ts'
import { addResult } from '../../../server/store/results.ts'
import { addEvaluation, addRound } from '../../../server/store/surveys.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'
import { putFile } from './files.ts'

let town: Town
let admin: Person
const reference = (name: string) => readFileSync(new URL(`../../reference/objective/${name}`, import.meta.url))
const facts = reference('city-example-random.csv')
const { expected } = JSON.parse(reference('city-example-random.json').toString())

beforeAll(async () => {
  const codes = [1, 2, 3, 4, 5, 98]
  const elements = [
    { type: 'radiogroup', name: 'C1', dimension: 'D2', indicator: 'L2P1', choices: codes },
    { type: 'checkbox', name: 'O3', choices: ['D1', 'D2'] },
  ]
  town = await startTown({ morePages: [{ name: 'more', elements }] })
  admin = await signedIn(town)
  await putFile(town, admin, '/api/evaluations/village/facts', facts)
  for (let person = 0; person < 40; person++) await answer(town, answersOf(answersBy(person)))
})
afterAll(() => town.end())

/** Every fourth names nothing; all others want the second dimension better, every other one of all the first as well. */
const answersBy = (person: number) => ({
  S4: person % 2 ? 'male' : 'female',
  ...{ A1: 1 + (person % 5), A2: 3, B1: 4, C1: 2 },
  ...(person % 4 > 0 && { O3: person % 2 ? ['D1', 'D2'] : ['D2'] }),
})

const tryOut = (id: string, trial: object) => admin.ask('POST', `/api/evaluations/${id}/what-if`, trial)
async function tried(id: string, trial: object): Promise<WhatIfAnswer> {
  const { status, body, text } = await tryOut(id, trial)
  expect(status, text).toBe(200)
  return body as never as WhatIfAnswer
}
const sumOf = ({ parts }: WhatIfAnswer) => parts.reduce((sum, { difference }) => sum + difference, 0)
const moved = ({ before, after }: WhatIfAnswer) => (after.total ?? Number.NaN) - (before.total ?? Number.NaN)

describe('what if', () => {
  test('a fact is changed: the total moves by what its item adds, and nothing of it is kept', async () => {
    const before = await admin.ask('GET', '/api/evaluations/village/inputs')
    const answered = await tried('village', {
      facts: [
        { indicator: 'L1P1-A1', input: 'onlineItems', value: '1000' },
        { indicator: 'L1P1-A1', input: 'totalItems', value: '1000' },
      ],
    })
    expect(answered.before.total).toBeCloseTo(expected.total, 9)
    expect(answered.after.items['L1P1-A1']).toBe(40)
    expect(answered.parts.map(({ id }) => id)).toContain('L1P1-A1')
    expect(moved(answered)).not.toBe(0)
    expect(sumOf(answered)).toBeCloseTo(moved(answered), 9)
    expect((await admin.ask('GET', '/api/evaluations/village/inputs')).body).toEqual(before.body)
    const { body } = await admin.ask('GET', '/api/evaluations/village')
    expect(body).toMatchObject({ factsVersion: 1, resultVersion: null, state: 'draft' })
  })

  test('a whole item left out is missing, with what it may be worth', async () => {
    const { after } = await tried('village', {
      facts: ['onlineItems', 'totalItems'].map((input) => ({ indicator: 'L1P1-A1', input, value: null })),
    })
    expect([after.total, after.missing]).toEqual([null, ['L1P1-A1']])
  })

  test('weights, the survey as a whole and R59 together', async () => {
    const answered = await tried('village', {
      weights: { L9P1: 30, L1P1: 15 },
      survey: 90,
      options: { normalizeShares: true },
    })
    expect(answered.after.subjective).toBeCloseTo(27, 9)
    expect(sumOf(answered)).toBeCloseTo(moved(answered), 9)
    expect(answered.notes).toHaveLength(2)
  })

  test('an item of the survey carried out here moves the score by its weight', async () => {
    const answered = await tried('town', { surveyItems: { A1: 100 } })
    const [part] = answered.parts
    expect(answered.parts.map(({ id }) => id)).toEqual(['A1'])
    expect((answered.after.subjective ?? 0) - (answered.before.subjective ?? 0)).toBeCloseTo(
      part?.difference ?? Number.NaN,
      9,
    )
    expect(part?.difference).toBeGreaterThan(0)
  })

  test('what is wrong with the scratch copy is told as with a file', async () => {
    const codes = async (trial: object) => (await tryOut('village', trial)).body.errors.map(({ code }) => code)
    expect(
      await codes({
        facts: [
          { indicator: 'L1P1-A1', input: 'onlineItems', value: '-3' },
          { indicator: 'L1P1-A2', input: 'nothing', value: '3' },
        ],
      }),
    ).toEqual(['negative', 'unknownInput'])
    expect(await codes({ weights: { L1P1: 90 } })).toEqual(['weights'])
    expect(await codes({ surveyItems: { A1: 50 } })).toEqual(['surveyItems'])
    expect((await tryOut('village', { fact: [] })).status).toBe(422)
    expect((await tryOut('nowhere', {})).status).toBe(404)
  })
})

test('a region is compared with those of its round that one may see', async () => {
  const account = {
    name: 'only.village',
    password: 'long enough 123',
    roles: [{ role: 'viewer', regions: ['village'] }],
  }
  expect((await admin.ask('POST', '/api/accounts', account)).status).toBe(201)
  const viewer = await signedIn(town, account.name, account.password)
  const ask = async (person: Person) =>
    (await person.ask('GET', '/api/evaluations/village/comparison')).body as never as RegionComparison
  const [all, own] = [await ask(admin), await ask(viewer)]
  expect([all.regions, own.regions]).toEqual([2, 1])
  const survey = ({ lines }: RegionComparison) => lines.find(({ id }) => id === 'L9')
  expect(survey(all)).toMatchObject({ regions: 2 })
  expect(survey(own)).toMatchObject({ regions: 1, mean: survey(own)?.own })
  expect((await viewer.ask('GET', '/api/evaluations/town/comparison')).status).toBe(404)
})

test('earlier rounds stand with the change since then, and whether it is more than chance', async () => {
  const { db } = town.context
  const now = (await admin.ask('GET', '/api/evaluations/town/result')).body as never as { regions: object[] }
  const [region] = now.regions as { result: { uncertainty: { subjective: { score: number; se: number } } } }[]
  await addRound(db, {
    id: 'before',
    name: '{"zh":"上年","en":"Before"}',
    made_up: 1,
    created_at: '2025-05-01T00:00:00.000Z',
  })
  await addEvaluation(db, {
    id: 'town-before',
    round_id: 'before',
    region_code: 'town',
    scheme: 'city',
    state: 'published',
  })
  const then = structuredClone(region)
  if (!then) throw new Error('no result')
  then.result.uncertainty.subjective = { ...then.result.uncertainty.subjective, score: 5 }
  await addResult(db, {
    ...{ evaluation_id: 'town-before', version: 1, content: JSON.stringify({ ...now, regions: [then] }) },
    ...{ content_hash: 'x', frozen_by: 'admin', frozen_at: '2025-06-01T00:00:00.000Z' },
  })
  const history = (await admin.ask('GET', '/api/evaluations/town/history')).body as never as History
  expect(history.now).toMatchObject({ round: 'spring', version: null })
  expect(history.earlier).toHaveLength(1)
  const [before] = history.earlier
  expect(before).toMatchObject({ round: 'before', version: 1, published: false, survey: 5, totalChange: null })
  expect(before?.surveyChange?.difference).toBeCloseTo((history.now.survey ?? Number.NaN) - 5, 12)
  expect(before?.surveyChange?.significant).toBe(true)
  const earliest = (await admin.ask('GET', '/api/evaluations/town-before/history')).body as never as History
  expect(earliest.earlier).toEqual([])
})

test('what people want improved stands beside how content they are', async () => {
  const ask = async () => (await admin.ask('GET', '/api/surveys/town/importance')).body as never as ImportanceMatrix
  const { people, points } = await ask()
  expect(people).toBe(30)
  expect(points.map(({ code, importance }) => [code, importance])).toEqual([
    ['D1', expect.closeTo(200 / 3, 9)],
    ['D2', 100],
  ])
  expect(points[1]).toMatchObject({ satisfaction: expect.closeTo(25, 9), quadrant: 'improve' })
  await answer(town, answersOf({ C1: 2, O3: ['D1'] }))
  expect((await ask()).people).toBe(31)
})
