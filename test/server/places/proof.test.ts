import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterEach, expect, test } from 'vitest'
import { post, startTown, type Town } from '../core/town.ts'
import { finish, townWith } from './visitor.ts'

let town: Town
let now = new Date()
afterEach(() => town.end())

const open = async () => {
  now = new Date()
  town = await townWith({ quotas: [], settings: { proofOfWork: true }, now: () => now })
}

const challenge = async () => (await fetch(`${town.url}/api/surveys/town/challenge`)).json()
const begin = (proof?: object) =>
  post(`${town.url}/api/surveys/town/places`, { answers: { S1: 'yes' }, ...(proof && { proof }) })

async function work() {
  const { challenge: given } = await challenge()
  const solution = await solveChallenge({ challenge: given, deriveKey })
  return { work: Buffer.from(JSON.stringify({ challenge: given, solution })).toString('base64') }
}

test('whoever has done the work gets a place, once; without it there is neither place nor answer', async () => {
  await open()
  expect(await begin()).toMatchObject({ status: 403, code: 'proof-required' })
  expect((await begin({ work: 'bm90aGluZw==' })).code).toBe('proof-required')
  expect((await finish(town, undefined)).code).toBe('place-required')
  const proof = await work()
  const first = await begin(proof)
  expect(first.status).toBe(201)
  expect((await finish(town, JSON.parse(first.text).place)).status).toBe(201)
  expect((await begin(proof)).code).toBe('proof-required')
})

test('a work of another survey, or one that was made easier, is none', async () => {
  await open()
  const { work: payload } = await work()
  const forged = JSON.parse(Buffer.from(payload, 'base64').toString())
  forged.challenge.parameters.keyPrefix = '0'
  const easier = Buffer.from(JSON.stringify(forged)).toString('base64')
  expect((await begin({ work: easier })).code).toBe('proof-required')
})

test('who cannot do it waits a minute instead', async () => {
  await open()
  const { patience } = await challenge()
  expect((await begin({ waited: patience.ticket })).code).toBe('proof-required')
  now = new Date(patience.from)
  expect((await begin({ waited: patience.ticket })).status).toBe(201)
  expect((await begin({ waited: patience.ticket })).code).toBe('proof-required')
  const late = (await challenge()).patience
  now = new Date(now.getTime() + 3_600_000)
  expect((await begin({ waited: late.ticket })).code).toBe('proof-required')
})

test('waiting instead of working lets a machine of one network in as slowly as a few people', async () => {
  now = new Date()
  const environment = { TIYAN_TRUST_PROXY: '127.0.0.1' }
  town = await townWith({ quotas: [], settings: { proofOfWork: true }, now: () => now, environment })
  const from = { 'x-forwarded-for': '203.0.113.7' }
  const tickets = []
  for (let one = 0; one < 300; one++) {
    const { patience } = await (await fetch(`${town.url}/api/surveys/town/challenge`, { headers: from })).json()
    tickets.push(patience.ticket)
  }
  now = new Date(now.getTime() + 61_000)
  const statuses = []
  for (const waited of tickets) {
    const proof = { waited }
    statuses.push((await post(`${town.url}/api/surveys/town/places`, { answers: { S1: 'yes' }, proof }, from)).status)
  }
  expect(statuses.filter((status) => status === 201)).toHaveLength(20)
  expect(statuses.filter((status) => status === 429)).toHaveLength(280)
  const other = { 'x-forwarded-for': '198.51.100.7' }
  const proof = { waited: tickets.at(-1) }
  expect((await post(`${town.url}/api/surveys/town/places`, { answers: { S1: 'yes' }, proof }, other)).status).toBe(201)
})

test('a proof that was used stays used after a restart, and is forgotten once nobody could show it', async () => {
  await open()
  const proof = await work()
  expect((await begin(proof)).status).toBe(201)
  const { folder } = town
  await town.stop()
  town = await startTown({ folder, now: () => now })
  expect((await begin(proof)).code).toBe('proof-required')
  const kept = () => town.context.db.selectFrom('used_proof').select('proof').execute()
  expect(await kept()).toHaveLength(1)
  now = new Date(now.getTime() + 3_600_000)
  const later = await work()
  expect((await begin(later)).status).toBe(201)
  expect(await kept()).toHaveLength(1)
})

test('one proof shown many times at once opens one door', async () => {
  await open()
  const proof = await work()
  const begun = await Promise.all(Array.from({ length: 20 }, () => begin(proof)))
  expect(begun.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(new Set(begun.flatMap(({ code }) => code ?? []))).toEqual(new Set(['proof-required']))
})
