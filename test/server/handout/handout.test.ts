import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { samplesFor } from '../../../client/console/handout/samples.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answersOf, post, startTown, type Town } from '../core/town.ts'

let town: Town
let admin: Person

beforeAll(async () => {
  town = await startTown({ survey: { state: 'scheduled' } })
  admin = await signedIn(town)
})
afterAll(() => town.end())

const api = '/api/surveys/town'
const bytes = async (path: string) => {
  const answer = await fetch(town.url + path, { headers: { cookie: admin.cookie } })
  return { type: answer.headers.get('content-type'), body: Buffer.from(await answer.arrayBuffer()) }
}

test('the code is there as SVG, and as PNG as wide as a printer wants', async () => {
  const svg = await bytes(`${api}/qr.svg`)
  expect(svg.type).toContain('image/svg+xml')
  expect(svg.body.toString()).toMatch(/^<svg/)
  const png = await bytes(`${api}/qr.png?width=2953`)
  expect(png.body.subarray(1, 4).toString()).toBe('PNG')
  // The width stands in the header chunk.
  expect(png.body.readUInt32BE(16)).toBe(2953)
})

test('poster and paper form can be printed before the survey opens', async () => {
  const poster = (await bytes(`${api}/poster`)).body.toString()
  expect(poster).toContain('小镇调查')
  expect(poster).toContain('<svg')
  expect(poster).toContain('/s/town')
  expect((await bytes(`${api}/poster?lang=en`)).body.toString()).toContain('Town survey')
  expect((await bytes(`${api}/paper-form`)).body.toString()).toContain('A1')
})

const frame = ['reference,stratum', ...Array.from({ length: 100 }, (_, at) => `P${at},`)]
const draw = (query: string, lines = frame) =>
  admin.ask('POST', `${api}/invitations/draw?${query}`, undefined, { 'content-type': 'text/csv' }, lines.join('\n'))
const rows = (text: string) =>
  text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))

test('frame and seed decide who is drawn, in any order of rows; a reminder leaves out who answered', async () => {
  const first = await draw('label=a&size=20&seed=5')
  expect(first.status, first.text).toBe(200)
  const reversed = [...frame.slice(0, 1), ...frame.slice(1).reverse()]
  const again = rows((await draw('label=b&size=20&seed=5', reversed)).text)
  const other = rows((await draw('label=c&size=20&seed=6')).text)
  const drawn = rows(first.text)
  const names = (some: string[][]) => some.map(([reference]) => reference).sort()
  expect(drawn).toHaveLength(20)
  expect(drawn.every((row) => row[4] === '5')).toBe(true)
  expect(names(again)).toEqual(names(drawn))
  expect(names(other)).not.toEqual(names(drawn))

  await town.context.db.updateTable('survey').set({ state: 'open' }).where('id', '=', 'town').execute()
  await expect.poll(async () => JSON.parse((await admin.ask('GET', api)).text).state, { timeout: 5000 }).toBe('open')
  const invitation = drawn[0]?.[1]
  const id = '11111111-1111-4111-8111-111111111111'
  const answered = await post(`${town.url}${api}/responses`, { id, answers: answersOf(), invitation })
  expect(answered.status, answered.text).toBe(201)
  const batches: { id: string; label: string }[] = JSON.parse((await admin.ask('GET', `${api}/invitations`)).text)
  const batch = batches.find(({ label }) => label === 'a')
  const reminders = rows((await admin.ask('GET', `${api}/invitations/${batch?.id}/reminders.csv`)).text)
  expect(names(reminders)).toEqual(names(drawn.slice(1)))
  expect((await admin.ask('GET', `${api}/log`)).text).toContain('invitation.draw')
})

test('a frame that names somebody twice, or is too small, is refused by row', async () => {
  const { status, body } = await draw('label=d&size=5&seed=1', ['reference,stratum', 'A,', 'A,', ',north'])
  expect(status).toBe(422)
  expect(body.errors.map(({ path }) => path)).toEqual(['row 3.reference', 'row 4.reference', 'query.size'])
})

test('the Node sample makes a link that lets its user in, once', async () => {
  const { key } = JSON.parse((await admin.ask('GET', `${api}/signing-key`)).text)
  const [sample] = samplesFor(town.url, 'town')
  const body = sample?.code.replace(/^import .*$/m, '').replace('export function', 'return function') ?? ''
  const signedLink: (key: string, person: string) => string = new Function('createHmac', body)(createHmac)
  const { searchParams } = new URL(signedLink(key, 'user 7'))
  const signed = Object.fromEntries(searchParams)
  const send = (number: number) =>
    post(`${town.url}${api}/responses`, {
      id: `22222222-2222-4222-8222-22222222222${number}`,
      answers: answersOf(),
      signed,
    })
  expect((await send(1)).status).toBe(201)
  expect(await send(2)).toMatchObject({ status: 409, code: 'already-answered' })
})
