import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterEach, expect, test, vi } from 'vitest'
import { signatureOf } from '../../../server/services/channels/signature.ts'
import { sweepPlaces } from '../../../server/services/places/lapse.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { plan, post, startTown, type Town } from '../core/town.ts'
import { questionnaire, robot } from './robot.ts'

const long = process.env.TIYAN_LONG === '1'
if (long) vi.setConfig({ testTimeout: 900_000 })

let town: Town
let admin: Person
let now: Date
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

type Survey = NonNullable<NonNullable<Parameters<typeof startTown>[0]>['survey']>

async function open(survey: Survey) {
  now = new Date()
  const environment = { TIYAN_TRUST_PROXY: '127.0.0.1' }
  town = await startTown({ environment, asks: questionnaire, survey, now: () => now })
  admin = await signedIn(town)
}

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}
const url = (last: string) => `${town.url}/api/surveys/town/${last}`
const from = (address: string) => ({ 'x-forwarded-for': address })
const print = (line: string) => process.stdout.write(`red team, ${line}\n`)
const scoreNow = async (): Promise<number> =>
  JSON.parse((await admin.ask('GET', '/api/surveys/town/monitor')).text).estimate.score

type Sent = Awaited<ReturnType<typeof post>>
const placeIn = ({ text }: Sent): string => JSON.parse(text).place
const begin = (address: string, S4: string, more: object = {}) =>
  post(url('places'), { answers: { S1: 'yes', S4 }, ...more }, from(address))

const women = { id: 'women', variables: ['sex'], categories: ['female'], target: 40, policy: 'close' as const }

test('stuffing: places held by a robot from everywhere lock nobody out, and end with their lease', async () => {
  await open({ quotas: [women], settings: { ...plan.settings, overQuota: 'end' } })
  const machine = robot(5, { mean: 5, alpha: 0.9, patient: true })
  const people = robot(6, { mean: 3, alpha: 0.8, patient: true })
  const starts = long ? 5000 : 150
  let held = 0
  for (let number = 0; number < starts; number++) {
    const { status, text } = await begin(machine.address(), 'female')
    if (status === 201 && JSON.parse(text).quota === 'open') held++
  }
  expect(held).toBe(women.target)

  const receipts: string[] = []
  for (let person = 0; person < women.target; person++) {
    later(1)
    const address = people.address()
    const place = await begin(address, 'female')
    expect(place.status).toBe(201)
    const body = people.body()
    const answers = { ...body.answers, S4: 'female' }
    const sent = await post(url('responses'), { ...body, answers, place: placeIn(place) }, from(address))
    expect(sent.status).toBe(201)
    receipts.push(sent.body.receipt)
  }
  const counted = async () => {
    const states = await Promise.all(
      receipts.map(async (one) => (await fetch(`${town.url}/api/receipts/${one}`)).json()),
    )
    return states.filter(({ state }) => state === 'counted').length
  }
  const during = await counted()
  later(300)
  await sweepPlaces(town.context)
  expect(await counted()).toBe(women.target)
  const quota = await town.context.db.selectFrom('quota').select(['taken', 'held']).executeTakeFirstOrThrow()
  expect(quota).toEqual({ taken: women.target, held: 0 })
  print(
    `stuffing: ${starts} starts held ${held} of ${women.target} seats; of ${receipts.length} honest people 0 were locked out, ${during} counted at once, ${await counted()} after the lease; the score is theirs, ${(await scoreNow()).toFixed(2)}`,
  )
})

test('proof of work: what a robot pays for each answer, and that waiting is no free pass for many at once', async () => {
  await open({ quotas: [], settings: { ...plan.settings, proofOfWork: true } })
  const people = robot(8, { mean: 3, alpha: 0.8, patient: true })
  const machine = robot(9, { mean: 5, alpha: 0.9, patient: true })
  const challenge = async (address: string) => (await fetch(url('challenge'), { headers: from(address) })).json()
  const answerBy = async (who: ReturnType<typeof robot>, address: string, proof: object, shown: object = {}) => {
    const body = who.body()
    const place = await begin(address, body.answers.S4, { proof, ...shown })
    if (place.status !== 201) return place.status
    return (await post(url('responses'), { ...body, ...shown, place: placeIn(place) }, from(address))).status
  }
  const worked = async (who: ReturnType<typeof robot>, address: string) => {
    const { challenge: given } = await challenge(address)
    const solution = await solveChallenge({ challenge: given, deriveKey })
    return answerBy(who, address, {
      work: Buffer.from(JSON.stringify({ challenge: given, solution })).toString('base64'),
    })
  }

  // Whom a host app vouches for is asked for no work.
  const { key } = JSON.parse((await admin.ask('GET', '/api/surveys/town/signing-key')).text)
  const e = String(Math.floor(now.getTime() / 1000) + 3600)
  for (let person = 0; person < 30; person++) {
    const p = `resident ${person}`
    const signed = { p, e, h: signatureOf(key, 'town', { p, e }) }
    expect(await answerBy(people, people.address(), { waited: 'none' }, { signed })).toBe(201)
  }
  const before = await scoreNow()

  // Whoever works gets in: the price is processor time, which is printed.
  const tries = long ? 200 : 5
  const spent = process.cpuUsage()
  for (let number = 0; number < tries; number++) expect(await worked(machine, machine.address())).toBe(201)
  const { user, system } = process.cpuUsage(spent)
  const after = await scoreNow()

  // Whoever waits gets in slowly, from however many addresses.
  const waiting = long ? 4000 : 100
  const tickets: { address: string; ticket: string }[] = []
  for (let number = 0; number < waiting; number++) {
    const address = machine.address()
    tickets.push({ address, ticket: (await challenge(address)).patience.ticket })
  }
  later(61)
  let waited = 0
  for (const { address, ticket } of tickets) {
    if ((await answerBy(machine, address, { waited: ticket })) === 201) waited++
  }
  print(
    `proof of work: ${tries} of ${tries} who worked got in at ${((user + system) / 1000 / tries).toFixed(0)} ms of processor time each (both ends), the score moves by ${(after - before).toFixed(2)}; of ${waiting} who waited, from as many addresses at once, ${waited} got in`,
  )
  expect(waited).toBeLessThanOrEqual(mostWaiting)
  expect(waited).toBeGreaterThan(0)
  // Who works is not held up by those who wait.
  expect(await worked(people, people.address())).toBe(201)
})

/** Tickets that a server takes at once, from everywhere together. */
const mostWaiting = 60

test('a host app that makes up its users gets as far as the channel’s cap, and the score without it is told', async () => {
  const cap = { id: 'app', variables: ['@channel'], categories: ['signed'], target: 25, policy: 'close' as const }
  await open({ quotas: [cap], settings: { ...plan.settings, overQuota: 'continue' } })
  const people = robot(10, { mean: 3, alpha: 0.8, patient: true })
  for (let person = 0; person < 60; person++) {
    expect((await post(url('responses'), people.body(), from(people.address()))).status).toBe(201)
  }
  const honest = await scoreNow()
  const { key } = JSON.parse((await admin.ask('GET', '/api/surveys/town/signing-key')).text)
  const machine = robot(11, { mean: 5, alpha: 0.9, patient: true })
  const e = String(Math.floor(now.getTime() / 1000) + 3600)
  const invented = long ? 2000 : 60
  for (let number = 0; number < invented; number++) {
    const p = `invented ${number}`
    const signed = { p, e, h: signatureOf(key, 'town', { p, e }) }
    await post(url('responses'), { ...machine.body(), signed }, from(machine.address()))
  }
  const rows = await town.context.db.selectFrom('response').select('outcome').where('channel', '=', 'signed').execute()
  const through = rows.filter(({ outcome }) => outcome === 'counted').length
  const { samples } = JSON.parse((await admin.ask('GET', '/api/surveys/town/sensitivity')).text)
  const without = samples.find(({ code }: { code: string }) => code === 'without-channel:signed')
  const attacked = await scoreNow()
  print(
    `colluding host app: ${through} of ${invented} count, the score moves by ${(attacked - honest).toFixed(2)} from ${honest.toFixed(2)}, and is ${without.score.toFixed(2)} without the channel`,
  )
  expect(through).toBe(cap.target)
  expect(attacked).toBeGreaterThan(honest)
  expect(without.score).toBeCloseTo(honest, 9)
})
