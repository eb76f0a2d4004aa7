import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { Change } from '../../../server/context.ts'
import { answer, answersOf, plan, read, startTown, type Town } from './town.ts'

let town: Town
afterEach(() => town.end())

const look = async (receipt: string) => read(await fetch(`${town.url}/api/receipts/${receipt}`))
const withdraw = async (receipt: string) =>
  read(await fetch(`${town.url}/api/receipts/${receipt}`, { method: 'DELETE' }))

test('a receipt tells what became of the response, never an answer', async () => {
  const now = new Date('2026-06-01T08:00:00.000Z')
  town = await startTown({ now: () => now })
  const { receipt } = (await answer(town)).body
  expect((await look(receipt)).body).toEqual({ survey: 'town', received: now.toISOString(), state: 'counted' })
})

test('a receipt may be typed as people type', async () => {
  town = await startTown()
  const { receipt } = (await answer(town)).body
  const typed = receipt.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect((await look(encodeURIComponent(typed))).status).toBe(200)
})

test('receipts differ by survey key: another server’s are unknown', async () => {
  town = await startTown()
  expect((await look('0000-0000-0000-0000-0000-0000')).status).toBe(404)
  expect((await withdraw('0000-0000-0000-0000-0000-0000')).status).toBe(404)
})

test('over quota is told as such', async () => {
  town = await startTown({
    survey: { quotas: [{ id: 'women', variables: ['sex'], categories: ['female'], target: 0, policy: 'close' }] },
  })
  const { receipt } = (await answer(town)).body
  expect((await look(receipt)).body.state).toBe('over-quota')
})

test('withdrawal erases the answers and leaves a stone; the id is gone for good', async () => {
  town = await startTown()
  const changes: Change['kind'][] = []
  town.context.changes.listen(({ kind }) => changes.push(kind))
  const id = randomUUID()
  const { receipt } = (await answer(town, answersOf(), id)).body

  expect((await withdraw(receipt)).status).toBe(204)
  const row = await town.context.db.selectFrom('response').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ id, cell: 'female', answers: null, codes: null, content_hash: '' })
  expect((await look(receipt)).body.state).toBe('withdrawn')
  expect(await answer(town, answersOf(), id)).toMatchObject({ status: 410, code: 'withdrawn' })
  expect(changes).toEqual(['added', 'removed'])
})

test('withdrawing twice changes nothing', async () => {
  town = await startTown()
  const { receipt } = (await answer(town)).body
  await withdraw(receipt)
  expect((await withdraw(receipt)).status).toBe(204)
  expect(await town.context.db.selectFrom('response_mark').selectAll().execute()).toHaveLength(1)
})

test('90 days after closing it is too late', async () => {
  let now = new Date('2026-06-01T00:00:00Z')
  town = await startTown({ now: () => now, survey: { ...plan, closesAt: '2026-06-30T00:00:00.000Z' } })
  const [early, late] = [(await answer(town)).body.receipt, (await answer(town)).body.receipt]
  now = new Date('2026-09-28T00:00:00Z')
  expect((await withdraw(early)).status).toBe(204)
  now = new Date('2026-09-28T00:00:01Z')
  expect(await withdraw(late)).toMatchObject({ status: 409, code: 'too-late' })
})

test('once the result is published it is too late', async () => {
  town = await startTown()
  const { receipt } = (await answer(town)).body
  await town.context.db.updateTable('evaluation').set({ state: 'published' }).where('id', '=', 'town').execute()
  expect(await withdraw(receipt)).toMatchObject({ status: 409, code: 'too-late' })
})
