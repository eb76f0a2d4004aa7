import { afterAll, beforeAll, expect, test } from 'vitest'
import { progressOf } from '../../../server/store/progress.ts'
import { answersOf, post, read, startTown, type Town } from './town.ts'

let town: Town
let now = new Date('2026-06-01T08:00:00Z')

beforeAll(async () => {
  town = await startTown({ now: () => now })
})

afterAll(() => town.end())

const code = 'ABCD-EFGH-2345'
const address = (of = code) => `${town.url}/api/surveys/town/drafts/${of}`
const put = async (body: unknown, of = code) =>
  read(
    await fetch(address(of), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )

test('unfinished answers are kept under a code, opened with it in any writing, and forgotten', async () => {
  const draft = { id: '7f3e0c9a-1111-4222-8333-944455556666', answers: answersOf(), step: 'ratings' }
  expect((await put(draft)).status).toBe(200)
  expect(await (await fetch(address('abcdefgh2345'))).json()).toEqual(draft)
  expect((await fetch(address(), { method: 'DELETE' })).status).toBe(204)
  expect((await fetch(address())).status).toBe(404)
})

test('the store holds neither the code nor anything that can be read', async () => {
  await put({ answers: { S1: 'a very telling answer' } })
  const rows = await town.context.db.selectFrom('draft').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/telling|ABCD|"S1/)
})

test('a draft is gone after 30 days', async () => {
  await put({ answers: { S1: 'yes' } }, 'ZZZZ-ZZZZ-ZZZ2')
  now = new Date('2026-06-30T07:59:00Z')
  expect((await fetch(address('ZZZZ-ZZZZ-ZZZ2'))).status).toBe(200)
  now = new Date('2026-07-01T08:00:01Z')
  expect((await fetch(address('ZZZZ-ZZZZ-ZZZ2'))).status).toBe(404)
  await put({ answers: {} }, 'YYYY-YYYY-YYY2')
  expect(await town.context.db.selectFrom('draft').selectAll().execute()).toHaveLength(1)
})

test('a code that is too short, a draft that is too large, and a survey that is none are refused', async () => {
  expect((await put({ answers: {} }, 'SHORT')).status).toBe(422)
  expect((await put({ answers: { W1: 'x'.repeat(70_000) } })).status).toBe(413)
  expect((await fetch(`${town.url}/api/surveys/none/drafts/${code}`)).status).toBe(404)
})

test('progress is counted and nothing of the visit is kept', async () => {
  const tell = (body: unknown) => post(`${town.url}/api/surveys/town/progress`, body)
  const visit = 'a-visit-number'
  expect((await tell({ visit, event: 'consented', page: 1 })).status).toBe(204)
  await tell({ visit, event: 'page', page: 2 })
  await tell({ visit: 'another', event: 'page', page: 2 })
  expect((await tell({ visit, event: 'answered A1 with 5', page: 1 })).status).toBe(422)
  const rows = await progressOf(town.context.db, { round: 'spring', id: 'town' })
  expect(rows).toEqual([
    { event: 'consented', page: 1, count: 1 },
    { event: 'page', page: 2, count: 2 },
  ])
  expect(JSON.stringify(await town.context.db.selectFrom('progress').selectAll().execute())).not.toContain('visit')
})
