import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommentPage, ResponsePage, ResponseView } from '../../../server/shapes/responses.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, answersOf, type Town } from '../core/town.ts'
import { townWith, women } from '../places/visitor.ts'

const morePages = [{ name: 'words', elements: [{ type: 'comment', name: 'W1' }] }]

let town: Town
let admin: Person
const total = 45
beforeAll(async () => {
  town = await townWith({ quotas: [women(20)], settings: { overQuota: 'continue' }, morePages })
  admin = await signedIn(town)
  for (let person = 0; person < total; person++) {
    const S4 = person % 3 === 0 ? 'male' : 'female'
    await answer(town, answersOf({ S4, ...(person % 5 === 0 && { W1: `${person} 很好，电话 138 0013 8000` }) }))
  }
})
afterAll(() => town.end())

const get = async (path: string) => (await admin.ask('GET', `/api/surveys/town/${path}`)).body
const page = async (query = '') => (await get(`responses${query}`)) as never as ResponsePage

async function all(query: string): Promise<ResponsePage['rows']> {
  const rows: ResponsePage['rows'] = []
  for (let after: string | null = ''; after !== null; ) {
    const found: ResponsePage = await page(`?limit=7&${query}&after=${after}`)
    rows.push(...found.rows)
    after = found.next
  }
  return rows
}

test('pages of responses come in the order of their ids, everyone once', async () => {
  const rows = await all('')
  expect(rows).toHaveLength(total)
  expect(rows.map(({ id }) => id)).toEqual([...new Set(rows.map(({ id }) => id))].sort())
  expect(await all('state=counted&channel=open')).toHaveLength(35)
  expect(await all('state=over-quota')).toHaveLength(10)
  expect((await all('cell=sex:male')).every(({ cell }) => cell[0] === 'male')).toBe(true)
  expect(await all('cell=sex:male')).toHaveLength(15)
  expect((await admin.ask('GET', '/api/surveys/town/responses?cell=age:1')).status).toBe(422)
  expect((await page('?limit=5&after=8')).rows.every(({ id }) => id > '8')).toBe(true)
})

test('a row and a single response say nothing of who sent it', async () => {
  const [row] = (await page('?limit=1')).rows
  const one = (await get(`responses/${row?.id}`)) as never as ResponseView
  const known = [...Object.keys(one), ...Object.keys(row ?? {})]
  for (const name of ['receipt', 'device', 'network', 'interviewer', 'received_at', 'timings', 'person']) {
    expect(known).not.toContain(name)
  }
  expect(one.answers.find(({ name }) => name === 'A1')).toMatchObject({ answer: { zh: expect.any(String) } })
  expect((await admin.ask('GET', '/api/surveys/town/responses/nobody')).status).toBe(404)
})

test('an exclusion is seen in the row, and with its reason in the single view', async () => {
  const [row] = await all('state=counted')
  await admin.ask('POST', `/api/surveys/town/responses/${row?.id}/exclude`, { reason: '重复' })
  expect((await all('state=excluded')).map(({ id }) => id)).toEqual([row?.id])
  expect(await get(`responses/${row?.id}`)).toMatchObject({
    state: 'excluded',
    marks: [{ kind: 'excluded', reason: '重复', by: 'admin' }],
  })
  await admin.ask('POST', `/api/surveys/town/responses/${row?.id}/restore`, { reason: '核实' })
  expect(await all('state=excluded')).toEqual([])
})

test('comments are screened, tagged, decided on, and found again by tag and decision', async () => {
  const comments = async (query = '') => (await get(`comments${query}`)) as never as CommentPage
  const found: CommentPage['comments'] = []
  for (let after: string | null = ''; after !== null; ) {
    const some: CommentPage = await comments(`?limit=4&after=${after}`)
    found.push(...some.comments)
    after = some.next
  }
  expect(found).toHaveLength(9)
  expect(found.every(({ text, found }) => text.includes('很好,电话 ▇▇▇') && found[0]?.zh === '电话')).toBe(true)

  const [one, two] = found
  const note = (comment: typeof one, body: object) =>
    admin.ask('PUT', `/api/surveys/town/comments/${comment?.response}/${comment?.name}`, body)
  expect((await note(one, { tags: ['交通', '交通'], decision: 'shown' })).status).toBe(204)
  expect((await note(two, { tags: ['交通', '医疗'], decision: 'hidden' })).status).toBe(204)
  expect(await comments('?tag=医疗')).toMatchObject({
    comments: [{ response: two?.response, decision: 'hidden' }],
    tags: [
      { tag: '交通', comments: 2 },
      { tag: '医疗', comments: 1 },
    ],
    next: null,
  })
  expect((await comments('?decision=shown')).comments).toHaveLength(1)
  expect((await comments('?decision=open')).comments).toHaveLength(7)
  expect(
    (await admin.ask('PUT', `/api/surveys/town/comments/${one?.response}/A9`, { tags: [], decision: 'open' })).status,
  ).toBe(404)
})

test('below 30 accepted responses nobody’s words are shown; withdrawal takes the notes away', async () => {
  const few = await townWith({ quotas: [], morePages })
  const person = await signedIn(few)
  const sent = await answer(few, answersOf({ W1: '加油' }))
  const ask = (method: 'GET' | 'PUT', path: string, body?: object) =>
    person.ask(method, `/api/surveys/town/${path}`, body)
  expect((await ask('GET', 'comments')).body).toEqual({ comments: [], tags: [], next: null })
  await ask('PUT', `comments/${sent.body.id}/W1`, { tags: ['x'], decision: 'shown' })
  await fetch(`${few.url}/api/receipts/${sent.body.receipt}`, { method: 'DELETE' })
  expect(await few.context.db.selectFrom('comment_note').selectAll().execute()).toEqual([])
  expect(await ask('GET', `responses/${sent.body.id}`)).toMatchObject({ body: { state: 'withdrawn', answers: [] } })
  await few.end()
})
