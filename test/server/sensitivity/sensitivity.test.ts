import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { Groups, Sensitivity } from '../../../server/shapes/sensitivity.ts'
import { addMark } from '../../../server/store/responses.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'
import { townDesign } from '../monitor/townDesign.ts'

let town: Town
afterEach(() => town.end())

async function asked<Table>(person: Person, what: string): Promise<Table> {
  const { status, text } = await person.ask('GET', `/api/surveys/town/${what}`)
  expect(status).toBe(200)
  return JSON.parse(text)
}

const good = (sex: string) => answersOf({ S4: sex, A1: 5, A2: 5, B1: 5 })
const bad = answersOf({ A1: 1, A2: 1, B1: 1 })

async function many(responses: number, answers: (at: number) => object) {
  await Promise.all(Array.from({ length: responses }, (_, at) => answer(town, answers(at))))
}

test('the score is printed without a channel, without the rules, and with those over quota', async () => {
  town = await startTown({ survey: townDesign({ male: 35 }) })
  const admin = await signedIn(town)
  await many(70, (at) => good(at % 2 === 0 ? 'female' : 'male'))
  await many(10, () => answersOf({ S4: 'male', A1: 1, A2: 1, B1: 1 }))
  const out = randomUUID()
  await answer(town, bad, out)
  const { db } = town.context
  await addMark(
    db,
    { round_id: 'spring', survey_id: 'town', id: out },
    {
      kind: 'excluded',
      reason: 'quality: too-fast, attention',
      marked_by: null,
      marked_at: '2026-05-02T00:00:00.000Z',
    },
  )
  const rows = await db.selectFrom('response').select('id').where('outcome', '=', 'counted').limit(35).execute()
  for (const { id } of rows) await db.updateTable('response').set({ channel: 'paper' }).where('id', '=', id).execute()

  const { samples, methods } = await asked<Sensitivity>(admin, 'sensitivity')
  const by = new Map(samples.map((row) => [row.code, row]))
  expect(by.get('standard')).toMatchObject({ respondents: 70, score: 100 })
  expect(by.get('without-channel:paper')?.respondents).toBeLessThan(70)
  expect(by.get('without-channel:open')?.respondents).toBeLessThan(70)
  expect(by.get('without-rules')?.respondents).toBe(71)
  expect(by.get('without-rules')?.score).toBeLessThan(100)
  expect(by.get('with-over-quota')).toMatchObject({ respondents: 80 })
  expect(by.get('with-over-quota')?.score).toBeLessThan(100)
  expect(methods.map(({ code }) => code)).toContain('office-habit')
})

test('groups are shown by the variables of the design; small ones are withheld', async () => {
  town = await startTown({ survey: townDesign({}) })
  const admin = await signedIn(town)
  await many(80, (at) => good(at % 2 === 0 ? 'female' : 'male'))
  const { variables } = await asked<Groups>(admin, 'groups')
  expect(variables.map(({ variable }) => variable)).toEqual(['sex'])
  expect(variables[0]?.groups).toMatchObject([
    { code: 'female', n: 40, score: 100, suppressed: null },
    { code: 'male', n: 40, score: 100, suppressed: null },
  ])
})

test('other groups go by any question about the person, from a scan; importance by what should be improved', async () => {
  town = await startTown({
    survey: townDesign({}),
    morePages: [
      {
        name: 'more',
        elements: [
          { type: 'radiogroup', name: 'C1', dimension: 'D2', indicator: 'L2P1', choices: [1, 2, 3, 4, 5, 98] },
          { type: 'checkbox', name: 'O3', choices: ['D1', 'D2'] },
          {
            type: 'radiogroup',
            name: 'P1',
            title: { 'zh-cn': '学历', en: 'Education' },
            choices: ['school', 'a|b', 'none'],
          },
        ],
      },
    ],
  })
  const admin = await signedIn(town)
  // Three quarters went to school and are content with the first dimension; everybody wants the second better.
  await many(160, (at) => ({
    ...answersOf({
      S4: at % 2 ? 'male' : 'female',
      ...(at % 4 > 0 ? { A1: 5, A2: 5, B1: 5 } : { A1: 1, A2: 1, B1: 1 }),
    }),
    ...{ C1: 3, O3: ['D2'], P1: at % 4 > 0 ? 'school' : 'a|b' },
  }))
  const { questions } = await asked<Groups>(admin, 'groups')
  expect(questions).toEqual([
    { question: 'S1', label: expect.anything() },
    { question: 'P1', label: { zh: '学历', en: 'Education' } },
  ])
  const { variables } = await asked<Groups>(admin, 'groups?by=P1')
  const [school, other, none] = variables[0]!.groups
  expect([school, other, none].map((group) => [group!.code, group!.n])).toEqual([
    ['school', 120],
    ['a|b', 40],
    ['none', 0],
  ])
  expect(school!.score! - other!.score!).toBeGreaterThan(0)
  const { methods } = await asked<Sensitivity>(admin, 'sensitivity')
  const of = (wanted: string) => methods.find(({ code }) => code === wanted)!.score
  expect(of('importance')).toBeCloseTo(50, 9)
  expect(of('standard')).not.toBeCloseTo(50, 3)
  expect((await admin.ask('GET', '/api/surveys/town/groups?by=A1')).status).toBe(422)
  expect((await admin.ask('GET', '/api/surveys/town/groups?by=S4')).status).toBe(422)
})

test('before the first response there is a table without a score', async () => {
  town = await startTown()
  const admin = await signedIn(town)
  expect((await asked<Sensitivity>(admin, 'sensitivity')).samples).toMatchObject([{ code: 'standard', score: null }])
})
