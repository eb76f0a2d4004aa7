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
