import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { defaultQualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { newCode } from '../../../server/services/channels/code.ts'
import { signatureOf, signingKey } from '../../../server/services/channels/signature.ts'
import { findPublished } from '../../../server/services/published.ts'
import { scanQuality } from '../../../server/services/quality/scan.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { plan, post, startTown, type Town } from '../core/town.ts'
import { questionnaire, robot } from './robot.ts'

const long = process.env.TIYAN_LONG === '1'
if (long) vi.setConfig({ testTimeout: 900_000 })
const attacks = long ? 2000 : 60
const residents = 100
const stolen = 10

let town: Town
let admin: Person
let key: string

const settings = { ...plan.settings, quality: defaultQualityRules }

beforeAll(async () => {
  town = await startTown({
    environment: { TIYAN_TRUST_PROXY: '127.0.0.1' },
    survey: { settings },
    asks: questionnaire,
  })
  admin = await signedIn(town)
  key = JSON.parse((await admin.ask('GET', '/api/surveys/town/signing-key')).text).key
  await residentsAnswer()
})
afterAll(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

const url = (last: string) => `${town.url}/api/surveys/town/${last}`
const e = String(Math.floor(Date.now() / 1000) + 3600)

/** Honest people: a hundred whom a host app vouches for, content but not delighted. */
async function residentsAnswer() {
  const people = robot(7, { mean: 3.4, alpha: 0.8, patient: true })
  for (let person = 0; person < residents; person++) {
    const p = `resident ${person}`
    const signed = { p, e, h: signatureOf(key, 'town', { p, e }) }
    const { status } = await post(
      url('responses'),
      { ...people.body(), signed },
      { 'x-forwarded-for': people.address() },
    )
    expect(status).toBe(201)
  }
}

async function counted(channel: string): Promise<number> {
  const rows = await town.context.db
    .selectFrom('response')
    .leftJoin('response_mark', 'response_mark.response_id', 'response.id')
    .select('response.id')
    .where('channel', '=', channel)
    .where('outcome', '=', 'counted')
    .where((where) => where.or([where('kind', 'is', null), where('kind', '!=', 'excluded')]))
    .execute()
  return rows.length
}

async function score(): Promise<number> {
  const { estimate } = JSON.parse((await admin.ask('GET', '/api/surveys/town/monitor')).text)
  return estimate.score
}

interface Attack {
  channel: string
  how: string
  patient: boolean
  /** What the robot shows at the door, beside its answers. */
  shows: (number: number) => object
  to?: string
}

/** Gives how many of the robot's answers count in the end, and prints what they did to the score. */
async function attack({ channel, how, patient, shows, to = 'responses' }: Attack): Promise<number> {
  const [before, countedBefore] = [await score(), await counted(channel)]
  const machine = robot(99, { mean: 4.9, alpha: 0.9, patient })
  for (let number = 0; number < attacks; number++) {
    await post(url(to), { ...machine.body(), ...shows(number) }, { 'x-forwarded-for': machine.address() })
  }
  const survey = await findPublished(town.context, 'town')
  if (survey) await scanQuality(town.context, survey, { final: false })
  const through = (await counted(channel)) - countedBefore
  const moved = (await score()) - before
  process.stdout.write(
    `red team, ${how}: ${through} of ${attacks} count, the score moves by ${moved.toFixed(2)} from ${before.toFixed(2)}\n`,
  )
  return through
}

test('invitations: no guessed code is taken', async () => {
  const shows = () => ({ invitation: newCode() })
  expect(await attack({ channel: 'invitation', how: 'guessed invitation codes', patient: true, shows })).toBe(0)
})

test('signed links: none that is forged, changed, ended or used is taken', async () => {
  const genuine = { p: 'resident 1', e, h: signatureOf(key, 'town', { p: 'resident 1', e }) }
  const old = String(Number(e) - 7200)
  const forgeries = [
    { p: 'robot', e, h: signatureOf('guessed key', 'town', { p: 'robot', e }) },
    { ...genuine, p: 'resident 200' },
    { ...genuine, e: String(Number(e) + 1) },
    { p: 'robot', e: old, h: signatureOf(key, 'town', { p: 'robot', e: old }) },
    { p: 'robot', e, h: signatureOf(key, 'village', { p: 'robot', e }) },
    genuine,
  ]
  const shows = (number: number) => ({ signed: forgeries[number % forgeries.length] })
  expect(await attack({ channel: 'signed', how: 'forged and replayed signed links', patient: true, shows })).toBe(0)
})

test('stolen invitation codes let in as many as were stolen, once each, whatever is tried with them', async () => {
  const issued = await admin.ask('POST', '/api/surveys/town/invitations', { label: 'stolen', count: stolen })
  const codes: string[] = JSON.parse(issued.text).invitations.map(({ code }: { code: string }) => code)
  const shows = (number: number) => {
    const code = codes[number % codes.length] ?? ''
    return { invitation: number % 2 ? code.toLowerCase().replaceAll('-', ' ') : code }
  }
  const through = await attack({ channel: 'invitation', how: `${stolen} stolen codes`, patient: true, shows })
  expect(through).toBeLessThanOrEqual(stolen)
  const used = await town.context.db.selectFrom('invitation').select('used').where('used', '=', 1).execute()
  expect(used).toHaveLength(stolen)
})

test('a host app whose key for another survey leaks, or whose links are forwarded, lets nobody in', async () => {
  const leaked = signingKey(town.context.keyFor, 'village')
  const far = String(Number(e) + 48 * 3600)
  const forwarded = { p: 'resident 3', e, h: signatureOf(key, 'town', { p: 'resident 3', e }) }
  const shows = (number: number) => {
    const p = `robot ${number}`
    const tries = [
      { p, e, h: signatureOf(leaked, 'town', { p, e }) },
      { p, e, h: signatureOf(leaked, 'village', { p, e }) },
      { p, e: far, h: signatureOf(key, 'town', { p, e: far }) },
      forwarded,
    ]
    return { signed: tries[number % tries.length] }
  }
  expect(await attack({ channel: 'signed', how: 'leaked key of another survey', patient: true, shows })).toBe(0)
})

test.each(['assisted', 'paper'])('%s: nothing comes in without a session', async (channel) => {
  const how = `${channel} without a session`
  expect(await attack({ channel, how, patient: true, shows: () => ({}), to: channel })).toBe(0)
})

test('the open link: a hasty robot is excluded by the rules; what a patient one does is printed, not denied', async () => {
  const otherChannels = await score()
  const hasty = await attack({ channel: 'open', how: 'open link, hasty', patient: false, shows: () => ({}) })
  expect(hasty).toBeLessThan(attacks * 0.3)
  const patient = await attack({ channel: 'open', how: 'open link, patient', patient: true, shows: () => ({}) })
  expect(patient).toBeGreaterThan(hasty)
  const { samples } = JSON.parse((await admin.ask('GET', '/api/surveys/town/sensitivity')).text)
  const without = samples.find(({ code }: { code: string }) => code === 'without-channel:open')
  expect(without.score).toBeCloseTo(otherChannels, 9)
})
