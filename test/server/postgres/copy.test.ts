import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyStore } from '../../../server/store/copy/copy.ts'
import { openStore, openStoreToRead } from '../../../server/store/open.ts'
import { commandOn } from '../core/command.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'
import { type DatabaseServer, hasPostgres, startDatabaseServer } from './database.ts'

describe.skipIf(!hasPostgres)('moving a store from SQLite to PostgreSQL', () => {
  let database: DatabaseServer
  let town: Town

  beforeAll(async () => {
    database = await startDatabaseServer()
    town = await startTown({ environment: { DATABASE_URL: '' } })
    for (let person = 0; person < 5; person++) await answer(town, answersOf({ A1: 1 + person }))
    const { body } = await answer(town)
    await fetch(`${town.url}/api/receipts/${body.receipt}`, { method: 'DELETE' })
    await town.stop()
  }, 120_000)
  afterAll(async () => {
    await town.end()
    await database.end()
  })

  const move = (to: string) => commandOn(town.folder, {}, ['copy', '--from', 'sqlite', '--to', to])

  test('every row is there, and a server goes on with it', async () => {
    const to = await database.create()
    const { code, out, err } = await move(to)
    expect(`${code} ${err}`).toMatch(/^0 /)
    expect(out).toMatch(/^response\t6\t[0-9a-f]{64}$/m)
    const there = await startTown({ environment: { DATABASE_URL: to } })
    expect((await answer(there)).status).toBe(201)
    await there.end()
    expect((await commandOn(town.folder, { DATABASE_URL: to }, ['check-store'])).code).toBe(0)
    const again = await move(to)
    expect(again.code).toBe(2)
    expect(again.err).toContain('not empty')
  })

  test('broken off in the middle it goes on from there; until it is whole no server starts', async () => {
    const to = await database.create()
    const [source, target] = [await openStoreToRead(town.folder), await openStore(to)]
    const broken = copyStore(source, target, (table) => {
      if (table === 'response') throw new Error('the power is gone')
    })
    await expect(broken).rejects.toThrow('the power is gone')
    const responses = () => target.selectFrom('response').select('id').execute()
    expect(await responses()).toHaveLength(6)
    await expect(startTown({ environment: { DATABASE_URL: to } })).rejects.toThrow('tiyan copy')
    const { code, err } = await move(to)
    expect(`${code} ${err}`).toMatch(/^0 /)
    expect(await responses()).toHaveLength(6)
    await source.destroy()
    await target.destroy()
  })

  test('part of another store, or one of another version, is refused in a line', async () => {
    const other = mkdtempSync(join(tmpdir(), 'tiyan-other-'))
    const source = await openStore(other)
    const to = await database.create()
    const target = await openStore(to)
    const broken = copyStore(source, target, () => {
      throw new Error('the power is gone')
    })
    await expect(broken).rejects.toThrow('the power is gone')
    const half = await move(to)
    expect(half.code).toBe(2)
    expect(half.err).toContain('holds part of another store')

    await sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`.execute(source)
    await source.destroy()
    const older = await commandOn(other, {}, ['copy', '--from', 'sqlite', '--to', await database.create()])
    expect(older.code).toBe(2)
    expect(older.err).toContain('of an older version')

    await sql`insert into kysely_migration values ('2999-01-01-later', '2999-01-01')`.execute(target)
    await target.destroy()
    const newer = await move(to)
    expect(newer.code).toBe(2)
    expect(newer.err).toContain('of another version of this program')
    rmSync(other, { recursive: true })
  })

  test('a row that is not the same is named', async () => {
    const to = await database.create()
    const [source, target] = [await openStoreToRead(town.folder), await openStore(to)]
    await copyStore(source, target, () => undefined)
    await target.updateTable('response').set({ cell: 'elsewhere' }).where('codes', 'is', null).execute()
    const { code, err } = await move(to)
    expect(code).toBe(1)
    expect(err).toMatch(/response: the row with the key \["spring","town","[0-9a-f-]{36}"\]/)
    await source.destroy()
    await target.destroy()
  })
})
