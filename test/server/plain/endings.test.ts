import { afterEach, expect, test } from 'vitest'
import { plan, startTown, type Town } from '../core/town.ts'
import { open, press, receiptIn } from './client.ts'

let town: Town
afterEach(() => town.end())

const screening = { consent: 'true', S1: 'yes', S4: 'female' }

test.each([
  ['scheduled', 'The survey has not opened yet'],
  ['paused', 'The survey is paused'],
  ['closed', 'The survey has closed'],
] as const)('a survey that is %s says so', async (state, words) => {
  town = await startTown({ survey: { state } })
  const page = await open(town, '?lang=en')
  expect(page.html).toContain(words)
  expect(page.html).not.toContain('<form')
})

test('who comes over quota where that ends it is thanked after the screening', async () => {
  const women = { id: 'women', variables: ['sex'], categories: ['female'], target: 1, policy: 'close' as const }
  town = await startTown({ survey: { quotas: [women], settings: { ...plan.settings, overQuota: 'end' } } })
  const first = await press(town, await press(town, await open(town), screening), { A1: '5' })
  expect(receiptIn(first)).toBeDefined()
  const second = await press(town, await open(town), screening)
  expect(second.status).toBe(409)
  expect(second.html).toContain('already answered')
})

test('who began before closing may finish', async () => {
  let now = new Date('2026-06-01T00:00:00.000Z')
  town = await startTown({ now: () => now, survey: { closesAt: '2026-06-01T01:00:00.000Z' } })
  const second = await press(town, await open(town), screening)
  const late = await open(town)
  now = new Date('2026-06-01T02:00:00.000Z')
  expect(receiptIn(await press(town, second, { A1: '5' }))).toBeDefined()
  expect((await press(town, late, screening)).html).toContain('The survey has closed')
})

test('where a survey asks for work, who has no scripts waits a minute with the answers kept, and then goes on', async () => {
  let now = new Date()
  town = await startTown({ now: () => now, survey: { settings: { ...plan.settings, proofOfWork: true } } })
  const early = await press(town, await open(town), screening)
  expect(early.status).toBe(403)
  expect(early.retryAfter).toBe(60)
  expect(early.html).toContain('in about a minute')
  expect(early.html).toMatch(/value="female"[^>]* checked/)

  now = new Date(now.getTime() + 61_000)
  const second = await press(town, early, screening)
  expect(second.status).toBe(200)
  expect(receiptIn(await press(town, second, { A1: '5' }))).toBeDefined()
  // The ticket was for one.
  expect((await press(town, early, screening)).status).toBe(403)
})
