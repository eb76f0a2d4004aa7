import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTown, type Town } from '../core/town.ts'
import { open, type PlainBrowser, press, receiptIn } from './client.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.end())

const screening = { consent: 'true', S1: 'yes', S4: 'female' }
const drafts = () => town.context.db.selectFrom('draft').selectAll().execute()
const codeIn = ({ html }: PlainBrowser) => /<output id="code"[^>]*>([^<]+)</.exec(html)?.[1] ?? ''

test('nothing is kept until somebody asks; then they go on with a code, and it is forgotten once they have sent', async () => {
  const second = await press(town, await open(town), screening)
  expect(await drafts()).toEqual([])
  const parked = await press(town, second, { A1: '4' }, 'park')
  const code = codeIn(parked)
  expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/)
  const [kept] = await drafts()
  expect(JSON.stringify(kept)).not.toContain('female')

  const resumed = await press(town, await open(town), { 'tiyan:code': ` ${code.toLowerCase()} ` }, 'resume')
  expect(resumed.html).toContain('Part 2 of 2')
  expect(resumed.html).toMatch(/value="4" checked/)
  expect(receiptIn(await press(town, resumed, { A1: '4' }))).toBeDefined()
  expect(await drafts()).toEqual([])
})

test('kept twice it is kept once, under the same code', async () => {
  const parked = await press(town, await press(town, await open(town), screening), { A1: '4' }, 'park')
  const again = await press(town, parked, { A1: '2' }, 'park')
  expect(codeIn(again)).toBe(codeIn(parked))
  expect(await drafts()).toHaveLength(1)
})

test.each(['', 'nonsense', '2222-2222-2222'])('a code that nothing is kept under is said so: %j', async (code) => {
  const page = await press(town, await open(town), { 'tiyan:code': code }, 'resume')
  expect(page.status).toBe(422)
  expect(page.html).toContain('It was not found.')
})
