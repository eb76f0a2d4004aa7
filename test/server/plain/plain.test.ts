import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTown, type Town } from '../core/town.ts'
import { open, press, receiptIn } from './client.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.end())

const responses = () => town.context.db.selectFrom('response').select(['id', 'answers', 'codes', 'locale']).execute()
const screening = { consent: 'true', S1: 'yes', S4: 'female' }
const ratings = { A1: '5', A2: '98' }

test('Li Na answers page by page, and gets a receipt for what is stored', async () => {
  const first = await open(town, '?lang=en')
  expect(first.html).toContain('<html lang="en">')
  const second = await press(town, first, screening)
  expect(second.status).toBe(200)
  expect(second.html).toContain('Part 2 of 2')
  const last = await press(town, second, ratings)
  expect(receiptIn(last)).toMatch(/^[0-9A-Z-]{29}$/)
  const [stored] = await responses()
  expect(JSON.parse(stored?.answers ?? '')).toEqual({ consent: true, S1: 'yes', S4: 'female', A1: 5, A2: 98 })
  expect(stored).toMatchObject({ codes: '589', locale: 'en' })
})

test('how far people come is counted, each page once, however often they go back', async () => {
  const visits = async () =>
    (await town.context.db.selectFrom('progress').select(['event', 'page', 'count']).orderBy('event').execute()).map(
      ({ event, page, count }) => `${event} ${page}: ${count}`,
    )
  const before = await visits()
  const second = await press(town, await open(town), screening)
  const again = await press(town, await press(town, second, {}, 'back'), screening)
  expect(again.html).toContain('Part 2 of 2')
  await press(town, again, ratings)
  expect(before).toEqual(['consented 1: 1', 'finished 2: 1', 'page 2: 1', 'started 2: 1'])
  expect(await visits()).toEqual(['consented 1: 2', 'finished 2: 2', 'page 2: 2', 'started 2: 2'])
})

test('sent twice it counts once, with the same receipt', async () => {
  const before = (await responses()).length
  const second = await press(town, await open(town), screening)
  const [one, other] = await Promise.all([press(town, second, ratings), press(town, second, ratings)])
  expect(receiptIn(one)).toBe(receiptIn(other))
  expect(await responses()).toHaveLength(before + 1)

  const changed = await press(town, second, { ...ratings, A1: '1' })
  expect(changed.status).toBe(409)
  expect(changed.html).toContain('These answers have been sent already')
})

test('what is missing is said on top and beside the question, and nothing that was filled in is lost', async () => {
  const again = await press(town, await open(town), { S4: 'male' })
  expect(again.status).toBe(422)
  expect(again.html).toContain('<title>Error')
  expect(again.html).toMatch(/role="alert"[\s\S]*2 answers are missing[\s\S]*href="#q\d+-0"/)
  expect(again.html).toMatch(/value="male" checked/)
})

test('going back shows what was answered; another language or size changes nothing of it', async () => {
  const second = await press(town, await open(town), screening)
  const back = await press(town, second, { A1: '4' }, 'back')
  expect(back.html).toMatch(/value="female" checked/)
  const forth = await press(town, back, screening)
  expect(forth.html).toMatch(/value="4" checked/)
  const chinese = await press(town, forth, { A1: '3' }, 'zh')
  expect(chinese.html).toContain('<html lang="zh-CN">')
  expect(chinese.html).toMatch(/value="3" checked/)
  const large = await press(town, chinese, { A1: '3' }, 'elder')
  expect(large.html).toContain('class="elder"')
})

test('who is outside the population is told so at once, kindly, and counted', async () => {
  const count = async () =>
    (await town.context.db.selectFrom('survey').select('screened_out').executeTakeFirstOrThrow()).screened_out
  const [before, stored] = [await count(), await responses()]
  const ending = await press(town, await open(town), { ...screening, S1: 'no' })
  expect(ending.status).toBe(409)
  expect(ending.html).toContain('Thank you for being willing to take part')
  expect(await count()).toBe(before + 1)
  expect(await responses()).toEqual(stored)
})

test('who does not consent is told that nothing was kept', async () => {
  const before = await responses()
  const ending = await press(town, await open(town), { ...screening, consent: 'false' })
  expect(ending.html).toContain('You chose not to take part')
  expect(await responses()).toEqual(before)
})

test('the welcome page’s form, which carries nothing, goes on to the second page', async () => {
  const second = await press(town, { status: 0, html: '', state: '' }, screening)
  expect(second.html).toContain('Part 2 of 2')
})

describe('what no page of ours sends', () => {
  const other = { status: 0, html: '', state: '' }
  test.each([
    ['403 from another site', 403, { 'sec-fetch-site': 'cross-site' }],
    ['403 from another origin', 403, { origin: 'https://elsewhere.example' }],
    ['415 for another type', 415, { 'content-type': 'text/plain' }],
  ])('%s', async (_, status, headers) => {
    expect((await press(town, other, screening, 'next', headers)).status).toBe(status)
  })

  test('413 for a form that is too large', async () => {
    expect((await press(town, { ...other, state: 'x'.repeat(600_000) }, {})).status).toBe(413)
  })

  test('answers that were tampered with are checked as all others', async () => {
    const second = await press(town, await open(town), screening)
    const state = { ...JSON.parse(second.state), answers: { consent: 'no', S1: 'maybe', Z9: 1, __proto__x: 1 } }
    const ending = await press(town, { ...second, state: JSON.stringify(state) }, ratings)
    expect(ending.status).toBe(422)
    expect(receiptIn(ending)).toBeUndefined()
  })

  test('a state that is none begins again', async () => {
    const page = await press(town, { ...other, state: '{"id":7}' }, {}, 'back')
    expect(page.html).toContain('Part 1 of 2')
  })
})

test('scripts cannot come in through an answer', async () => {
  const hostile = '"><script>alert(1)</script>'
  const page = await press(town, await open(town), { consent: hostile, S1: hostile })
  expect(page.html).not.toContain('<script>alert')
})
