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
  const { db } = town.context
  const exclude = async (responses: number) => {
    for (const id of Array.from({ length: responses }, () => randomUUID())) {
      await answer(town, bad, id)
      const mark = { reason: 'quality: too-fast, attention', marked_by: null, marked_at: '2026-05-02T00:00:00.000Z' }
      await addMark(db, { round_id: 'spring', survey_id: 'town', id }, { kind: 'excluded', ...mark })
    }
  }
  await exclude(9)
  const rows = await db.selectFrom('response').select('id').where('outcome', '=', 'counted').limit(35).execute()
  for (const { id } of rows) await db.updateTable('response').set({ channel: 'paper' }).where('id', '=', id).execute()

  const table = async () =>
    new Map((await asked<Sensitivity>(admin, 'sensitivity')).samples.map((row) => [row.code, row]))
  // What nine people answered could be had from the difference.
  expect((await table()).get('without-rules')).toMatchObject({ respondents: 79, withheld: 'few-apart', score: null })
  await exclude(1)
  const { methods } = await asked<Sensitivity>(admin, 'sensitivity')
  const by = await table()
  expect(by.get('standard')).toMatchObject({ respondents: 70, score: 100, withheld: null })
  const [paper, open] = [by.get('without-channel:paper'), by.get('without-channel:open')]
  expect(paper).toMatchObject({ respondents: 35, score: 100 })
  expect(open).toMatchObject({ respondents: 35, score: 100 })
  const tooMany = rows.slice(0, 7).map(({ id }) => id)
  await db.updateTable('response').set({ channel: 'open' }).where('id', 'in', tooMany).execute()
  await answer(town, good('female'))
  const few = { respondents: 28, withheld: 'few-respondents', score: null }
  expect((await table()).get('without-channel:open')).toMatchObject(few)
  expect(by.get('without-rules')).toMatchObject({ respondents: 80, withheld: null })
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
  // Who lives here is asked, too, but everybody else was kept out.
  expect(questions).toEqual([{ question: 'P1', label: { zh: '学历', en: 'Education' } }])
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
