import { existsSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { onSqlite } from '../postgres/ofFolder.ts'
import { command } from './command.ts'
import { signedIn, signIn } from './person.ts'
import { answer, answersOf, startTown, type Town } from './town.ts'

let town: Town
let elsewhere: string
beforeEach(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'tiyan-'))
  town = await startTown({
    survey: { quotas: [{ id: 'women', variables: ['sex'], categories: ['female'], target: 10, policy: 'count' }] },
  })
})
afterEach(async () => {
  await town.end()
  await rm(elsewhere, { recursive: true, force: true })
})

describe('user', () => {
  test('add makes an account beside a running server, with a password that is printed', async () => {
    const { code, out } = await command(
      town.folder,
      'user',
      'add',
      'chen',
      '--role',
      'reporter,viewer',
      '--region',
      'town',
    )
    expect(code).toBe(0)
    const chen = await signedIn(town, 'chen', out.trim())
    expect((await chen.ask('GET', '/api/session')).body.user.roles).toEqual([
      { role: 'reporter', regions: ['town'] },
      { role: 'viewer', regions: ['town'] },
    ])
  })

  test('password ends the old one', async () => {
    const first = await command(town.folder, 'user', 'add', 'chen', '--role', 'viewer')
    const second = await command(town.folder, 'user', 'password', 'chen')
    expect((await signIn(town, 'chen', first.out.trim())).status).toBe(401)
    expect((await signIn(town, 'chen', second.out.trim())).status).toBe(200)
  })

  test('says what is wrong', async () => {
    expect((await command(town.folder, 'user', 'add', 'admin', '--role', 'viewer')).code).toBe(1)
    expect((await command(town.folder, 'user', 'password', 'nobody')).code).toBe(1)
    expect((await command(town.folder, 'user', 'add', 'chen')).code).toBe(2)
    expect((await command(town.folder, 'user', 'add', 'chen', '--role', 'king')).code).toBe(2)
    expect((await command(town.folder, 'user', 'remove', 'chen')).code).toBe(2)
    if (onSqlite)
      expect((await command(elsewhere, 'user', 'add', 'chen', '--role', 'viewer')).err).toContain('no store')
  })
})

describe('check-store', () => {
  beforeEach(async () => {
    for (const A1 of [1, 2, 3]) await answer(town, answersOf({ A1 }))
    const { body } = await answer(town)
    await fetch(`${town.url}/api/receipts/${body.receipt}`, { method: 'DELETE' })
  })

  test('finds a store sound while its server runs', async () => {
    expect(await command(town.folder, 'check-store')).toEqual({
      code: 0,
      out: '',
      err: '4 responses, everything agrees',
    })
  })

  test.each<[string, (town: Town) => Promise<unknown>, RegExp]>([
    [
      'a quota',
      ({ context }) => context.db.updateTable('quota').set({ taken: 4 }).execute(),
      /quota women: it says 4, the responses are 3/,
    ],
    [
      'an answer',
      ({ context }) =>
        context.db
          .updateTable('response')
          .set({ answers: '{"consent":true}' })
          .where('codes', 'is not', null)
          .execute(),
      /not what their hash says/,
    ],
    [
      'a code',
      ({ context }) =>
        context.db.updateTable('response').set({ codes: '111' }).where('codes', 'is not', null).execute(),
      /the codes are not those/,
    ],
    [
      'a cell',
      ({ context }) => context.db.updateTable('response').set({ cell: 'male' }).execute(),
      /the cell is not that/,
    ],
    [
      'an audit entry',
      ({ context }) => context.db.updateTable('audit').set({ account: 'x' }).where('position', '=', 2).execute(),
      /audit log: entry 2/,
    ],
    [
      'a questionnaire',
      ({ context }) => context.db.updateTable('questionnaire').set({ content_hash: 'x' }).execute(),
      /questionnaire small, version 1/,
    ],
    [
      'an erased mark',
      ({ context }) => context.db.deleteFrom('response_mark').execute(),
      /answers and withdrawal do not agree/,
    ],
  ])('finds a change of %s', async (_, tamper, message) => {
    await tamper(town)
    const { code, out } = await command(town.folder, 'check-store')
    expect(code).toBe(1)
    expect(out).toMatch(message)
  })
})

// PostgreSQL's own programs do this there.
describe.runIf(onSqlite)('backup and restore', () => {
  test('a backup under load has every answer that was acknowledged before it, readable by its owner only', async () => {
    const early = await Promise.all(Array.from({ length: 50 }, () => answer(town)))
    const late = Array.from({ length: 50 }, () => answer(town))
    const file = join(elsewhere, 'tiyan.backup')
    expect((await command(town.folder, 'backup', file)).code).toBe(0)
    await Promise.all(late)
    expect(statSync(file).mode & 0o777).toBe(0o600)

    const fresh = join(elsewhere, 'data')
    expect((await command(fresh, 'restore', file)).code).toBe(0)
    expect((await command(fresh, 'check-store')).code).toBe(0)
    const second = await startTown({ folder: fresh })
    const statuses = early.map(({ body }) => fetch(`${second.url}/api/receipts/${body.receipt}`))
    expect(new Set((await Promise.all(statuses)).map(({ status }) => status))).toEqual(new Set([200]))
    await second.end()
  })

  test('a restore keeps what was there, and is refused while a server runs', async () => {
    const file = join(elsewhere, 'tiyan.backup')
    await command(town.folder, 'backup', file)
    const { body } = await answer(town)
    const running = await command(town.folder, 'restore', file)
    expect([running.code, running.err]).toEqual([2, expect.stringContaining('is using the data folder')])

    await town.stop()
    expect((await command(town.folder, 'restore', file)).code).toBe(0)
    const kept = (await readdir(town.folder)).filter((name) => name.startsWith('tiyan.sqlite.'))
    expect(kept).toHaveLength(1)
    town = await startTown({ folder: town.folder })
    expect((await fetch(`${town.url}/api/receipts/${body.receipt}`)).status).toBe(404)
  })

  test('what is no backup is not restored', async () => {
    const file = join(elsewhere, 'letter.txt')
    writeFileSync(file, 'Dear all,')
    const { code, err } = await command(join(elsewhere, 'data'), 'restore', file)
    expect([code, err]).toEqual([2, expect.stringContaining('no backup of Tiyan')])
    expect(existsSync(join(elsewhere, 'data', 'tiyan.sqlite'))).toBe(false)
  })
})
