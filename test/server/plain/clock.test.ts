import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultQualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { plan, startTown, type Town } from '../core/town.ts'
import { open, type PlainBrowser, press, receiptIn } from './client.ts'

let town: Town
let now = new Date('2026-06-01T08:00:00.000Z')
beforeAll(async () => {
  town = await startTown({
    now: () => now,
    survey: { settings: { ...plan.settings, quality: defaultQualityRules } },
  })
})
afterAll(() => town.end())

const screening = { consent: 'true', S1: 'yes', S4: 'female' }
const ratings = { A1: '5', A2: '4' }

function pass(seconds: number) {
  now = new Date(now.getTime() + seconds * 1000)
}

/** A form whose state somebody has changed by hand. */
const changed = (page: PlainBrowser, change: (state: { clock?: object }) => void): PlainBrowser => {
  const state = JSON.parse(page.state)
  change(state)
  return { ...page, state: JSON.stringify(state) }
}

async function trace({ state }: PlainBrowser) {
  const { id } = JSON.parse(state)
  const { timings, flags } = await town.context.db
    .selectFrom('trace')
    .select(['timings', 'flags'])
    .where('response_id', '=', id)
    .executeTakeFirstOrThrow()
  return { timings: timings === null ? null : JSON.parse(timings), flags }
}

test('the server measures each page of the plain form, pages gone back to once more', async () => {
  const first = await open(town)
  pass(30)
  const second = await press(town, first, screening)
  pass(5)
  const back = await press(town, second, ratings, 'back')
  pass(2)
  const again = await press(town, back, screening)
  pass(20)
  expect(receiptIn(await press(town, again, ratings))).toBeDefined()
  expect(await trace(first)).toEqual({ timings: { screening: 32_000, ratings: 25_000 }, flags: '' })
})

test('the first page counts from when the welcome page was sent', async () => {
  const welcome = await (await fetch(`${town.url}/s/town?lang=en`)).text()
  const [, state = ''] = /name="tiyan:state" value="([^"]*)"/.exec(welcome) ?? []
  const first: PlainBrowser = { status: 200, html: welcome, state: state.replaceAll('&quot;', '"') }
  pass(12)
  const second = await press(town, first, screening)
  pass(9)
  await press(town, second, ratings)
  expect(await trace(first)).toEqual({ timings: { screening: 12_000, ratings: 9000 }, flags: '' })
})

test('who is faster than anybody reads is found, also with a clock that was lengthened, dropped, or is somebody else’s', async () => {
  const other = JSON.parse((await open(town)).state).clock
  pass(600)
  const changes: ((state: { clock?: object }) => void)[] = [
    () => {},
    (state) => {
      state.clock = { ...state.clock, times: { screening: 90_000 } }
    },
    (state) => {
      state.clock = { ...state.clock, since: 0 }
    },
    (state) => {
      delete state.clock
    },
    (state) => {
      state.clock = other
    },
  ]
  for (const change of changes) {
    const first = await open(town)
    const second = await press(town, changed(first, change), screening)
    await press(town, changed(second, change), ratings)
    expect((await trace(first)).flags, change.toString()).toMatch(/^(too-fast|untimed)$/)
  }
})

test('what was measured goes along with the code of who goes on elsewhere', async () => {
  const first = await open(town)
  pass(30)
  const second = await press(town, first, screening)
  pass(20)
  const parked = await press(town, second, ratings, 'park')
  const [, code = ''] = /<output id="code"[^>]*>([^<]+)</.exec(parked.html) ?? []
  pass(86_400)
  const resumed = await press(town, await open(town), { 'tiyan:code': code }, 'resume')
  pass(1)
  await press(town, resumed, ratings)
  expect(await trace(first)).toEqual({ timings: { screening: 30_000, ratings: 21_000 }, flags: '' })
})
