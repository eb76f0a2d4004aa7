import { randomUUID } from 'node:crypto'
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { sweepPlaces } from '../../../server/services/places/lapse.ts'
import { openStoreToRead } from '../../../server/store/open.ts'
import { storeFile } from '../../../server/store/sqlite.ts'
import { command } from '../core/command.ts'
import { signIn } from '../core/person.ts'
import { adminPassword, answer, answersOf, post, startTown, type Town } from '../core/town.ts'

let town: Town
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

const quotas = [{ id: 'women', variables: ['sex'], categories: ['female'], target: 500, policy: 'close' as const }]

const stored = async (folder: string) => {
  const db = await openStoreToRead(folder)
  const rows = await db.selectFrom('response').select('id').execute()
  await db.destroy()
  return new Set(rows.map(({ id }) => id))
}

test('while the disk is full answers are refused with 503, none is lost, and all goes on once there is room', async () => {
  town = await startTown({ survey: { quotas } })
  const { db } = town.context
  const early = randomUUID()
  expect((await answer(town, answersOf(), early)).status).toBe(201)
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count}`).execute(db)

  const ids = Array.from({ length: 200 }, () => randomUUID())
  const sent = await Promise.all(ids.map((id) => answer(town, answersOf(), id)))
  const refused = sent.filter(({ status }) => status === 503)
  expect(refused.length).toBeGreaterThan(100)
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await stored(town.folder)).toEqual(new Set([early, ...ids.filter((_, at) => sent[at]?.status === 201)]))

  await sql.raw('pragma max_page_count = 1073741823').execute(db)
  const again = await Promise.all(ids.map((id) => answer(town, answersOf(), id)))
  expect(again.every(({ status }) => status === 201 || status === 200)).toBe(true)
  expect(await stored(town.folder)).toEqual(new Set([early, ...ids]))
})

test('while another process writes, answers wait, and the server still answers everybody else', async () => {
  town = await startTown({ survey: { quotas } })
  const other = new SQLite(storeFile(town.folder))
  other.exec('begin immediate')
  const sent = Array.from({ length: 20 }, () => answer(town))
  let answered = 0
  for (const one of sent) void one.then(() => answered++)
  for (let asked = 0; asked < 3; asked++) expect((await fetch(`${town.url}/healthz`)).status).toBe(200)
  expect(answered).toBe(0)
  other.exec('commit')
  other.close()
  expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([201]))
})

test.runIf(process.env.TIYAN_LONG === '1')(
  'a store that stays locked: 503 with Retry-After, and no answer is half there',
  async () => {
    town = await startTown({ survey: { quotas } })
    const other = new SQLite(storeFile(town.folder))
    other.exec('begin immediate')
    const id = randomUUID()
    const refused = await answer(town, answersOf(), id)
    other.exec('rollback')
    other.close()
    expect([refused.status, refused.code]).toEqual([503, 'busy'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await stored(town.folder)).size).toBe(0)
    expect((await answer(town, answersOf(), id)).status).toBe(201)
  },
  300_000,
)

test('the clock set back by a day: answers are taken, repeats are told, seats stay right and come free, nobody is locked out', async () => {
  let now = new Date('2026-06-02T08:00:00Z')
  const proxied = { TIYAN_TRUST_PROXY: '127.0.0.1' }
  town = await startTown({ survey: { quotas }, now: () => now, environment: proxied })
  const id = randomUUID()
  const begin = () => post(`${town.url}/api/surveys/town/places`, { answers: { S1: 'yes', S4: 'female' } })
  const held = async () => (await town.context.db.selectFrom('quota').select('held').executeTakeFirstOrThrow()).held
  expect((await answer(town, answersOf(), id)).status).toBe(201)
  const { place } = JSON.parse((await begin()).text)
  await begin()
  for (let tries = 0; tries < 9; tries++) expect((await signIn(town, 'admin', 'a guess')).status).toBe(401)

  now = new Date('2026-06-01T08:00:00Z')
  expect((await answer(town, answersOf(), id)).status).toBe(200)
  expect((await answer(town)).status).toBe(201)
  const { receipt } = (await answer(town)).body
  expect((await fetch(`${town.url}/api/receipts/${receipt}`, { method: 'DELETE' })).status).toBe(204)
  const again = { id: randomUUID(), answers: answersOf(), place }
  expect((await post(`${town.url}/api/surveys/town/responses`, again)).status).toBe(201)
  expect((await signIn(town, 'admin', adminPassword)).status).toBe(200)
  expect(await held()).toBe(1)
  await sweepPlaces(town.context)
  now = new Date('2026-06-01T08:06:00Z')
  await sweepPlaces(town.context)
  expect(await held()).toBe(0)
})

test.each([
  ['half a page more', (log: string) => appendFileSync(log, Buffer.alloc(2000, 7))],
  ['the last page only in part', (log: string) => truncateSync(log, statSync(log).size - 1000)],
])('a power cut that left %s in the log: what was on the disk before is whole', async (_, damage) => {
  town = await startTown({ survey: { quotas } })
  const acknowledged: string[] = []
  for (let round = 0; round < 5; round++) {
    const ids = Array.from({ length: 20 }, () => randomUUID())
    const sent = await Promise.all(ids.map((id) => answer(town, answersOf(), id)))
    acknowledged.push(...ids.filter((_, at) => sent[at]?.status === 201))
  }
  // A last write that was never acknowledged: the disk has any part of it.
  const whole = acknowledged.length
  await sql`update survey set screened_out = screened_out + 1`.execute(town.context.db)

  const cut = mkdtempSync(join(tmpdir(), 'tiyan-'))
  copyFileSync(storeFile(town.folder), storeFile(cut))
  const log = `${storeFile(cut)}-wal`
  copyFileSync(`${storeFile(town.folder)}-wal`, log)
  damage(log)
  expect(existsSync(log)).toBe(true)
  const second = await startTown({ folder: cut })
  expect((await stored(cut)).size).toBe(whole)
  expect((await answer(second)).status).toBe(201)
  await second.stop()
  expect((await command(cut, 'check-store')).code).toBe(0)
  rmSync(cut, { recursive: true, force: true })
})
