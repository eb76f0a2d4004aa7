import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { storeFile } from '../../../server/store/sqlite.ts'
import { keepLog } from '../../../server/store/writeAheadLog.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'

let town: Town
afterEach(() => town.end())

const refuseToSync = () => {
  let asked = 0
  keepLog(town.context.db, {
    sync: () => {
      asked++
      return Promise.reject(new Error('EIO: i/o error, fdatasync'))
    },
    close: () => undefined,
    refusal: undefined,
  })
  return () => asked
}

/** Responses in the store's own file, without its log. */
function withoutLog(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tiyan-'))
  copyFileSync(storeFile(town.folder), storeFile(folder))
  const db = new SQLite(storeFile(folder))
  const ids = db.prepare('select id from response').pluck().all() as string[]
  db.close()
  rmSync(folder, { recursive: true, force: true })
  return ids
}

test('where the disk refuses the log, answers are acknowledged once the store’s own file has them', async () => {
  town = await startTown()
  const asked = refuseToSync()
  const id = randomUUID()
  expect((await answer(town, answersOf(), id)).status).toBe(201)
  expect(asked()).toBe(1)
  expect(withoutLog()).toEqual([id])
})

test('where that cannot be done either: 503 with Retry-After, and the same answers again once it can', async () => {
  town = await startTown()
  const asked = refuseToSync()
  const reader = new SQLite(storeFile(town.folder), { readonly: true })
  reader.exec('begin')
  reader.prepare('select count(*) from response').get()
  const id = randomUUID()
  for (let tries = 0; tries < 2; tries++) {
    const refused = await answer(town, answersOf(), id)
    expect([refused.status, refused.code]).toEqual([503, 'busy'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  // What the disk has dropped once, no second try brings back.
  expect(asked()).toBe(1)
  reader.exec('commit')
  reader.close()
  expect((await answer(town, answersOf(), id)).status).toBe(200)
  expect(withoutLog()).toEqual([id])
})
