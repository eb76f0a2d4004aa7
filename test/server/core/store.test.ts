import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../../server/config.ts'
import { startServer } from '../../../server/start.ts'
import { openStore } from '../../../server/store/open.ts'
import { onSqlite } from '../postgres/ofFolder.ts'
import { answer, answersOf, startTown } from './town.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test.runIf(onSqlite)('a second server on the same folder is refused; a command beside it is not', async () => {
  const town = await startTown({ folder })
  const second = startServer(readConfig({ PORT: '0', TIYAN_DATA: folder, TIYAN_DEMO: '0', TIYAN_LOG: 'silent' }))
  await expect(second).rejects.toThrow(/data folder .* stop it first/)

  const command = await openStore(folder)
  const { id } = await command.selectFrom('survey').select('id').executeTakeFirstOrThrow()
  await command.destroy()
  expect(id).toBe('town')
  await town.stop()
})

test('after a stop the next server has everything: answers, receipts, sessions’ secret', async () => {
  const first = await startTown({ folder })
  const id = crypto.randomUUID()
  const { receipt } = (await answer(first, answersOf(), id)).body
  await first.stop()

  const second = await startTown({ folder })
  const again = await answer(second, answersOf(), id)
  expect(again).toMatchObject({ status: 200, body: { id, receipt } })
  expect(second.welcome).not.toContain('shown only once')
  await second.stop()
})

test('the store holds to its promises: WAL, synced, keys checked', async () => {
  const db = await openStore(folder)
  const { sql } = await import('kysely')
  const pragma = async (name: string) => Object.values((await sql.raw(`pragma ${name}`).execute(db)).rows[0] ?? {})[0]
  expect(await pragma('journal_mode')).toBe('wal')
  expect(await pragma('synchronous')).toBe(2)
  expect(await pragma('foreign_keys')).toBe(1)
  await expect(
    db
      .insertInto('evaluation')
      .values({ id: 'a', round_id: 'none', region_code: 'none', scheme: 'city', state: 'draft' })
      .execute(),
  ).rejects.toThrow(/FOREIGN KEY/)
  await db.destroy()
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['TIYAN_URL', 'ftp://tiyan.example'],
  ['TIYAN_TRUST_PROXY', 'the proxy'],
  ['TIYAN_DEMO', 'maybe'],
  ['TIYAN_SECRET', 'short'],
  ['DATABASE_URL', 'mysql://localhost/tiyan'],
])('%s=%s stops the start with one line that names it', (name, value) => {
  const read = () => readConfig({ [name]: value })
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(new RegExp(`^${name}: [^\\n]+$`))
})

test('without any variable the settings are those of the contract', () => {
  expect(readConfig({ PORT: '' })).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    dataFolder: './data',
    url: 'http://127.0.0.1:8080',
    trustProxy: undefined,
    demo: true,
  })
})

test('the first password is printed once, and it is the right one', async () => {
  const config = readConfig({ PORT: '0', TIYAN_DATA: folder, TIYAN_DEMO: '0', TIYAN_LOG: 'silent' })
  const first = await startServer(config)
  const [, password] = /admin \/ (\S+)/.exec(first.welcome) ?? []
  const signedIn = await fetch(`${first.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password }),
  })
  expect(signedIn.status).toBe(200)
  await first.stop()

  const second = await startServer(config)
  expect(second.welcome).not.toContain(password)
  await second.stop()
})
