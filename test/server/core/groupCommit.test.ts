import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../../server/context.ts'
import { createGroupCommit } from '../../../server/services/collect/groupCommit.ts'
import { startTown, type Town } from './town.ts'

let town: Town

beforeAll(async () => {
  town = await startTown()
})

afterAll(() => town.end())

test('who waits for a store that stands still is asked to come again; what was under way is told of when it is done', async () => {
  let goOn = () => {}
  const still = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const batches: string[][] = []
  const queue = createGroupCommit<string, string>(town.context, {
    sizeOf: () => 1,
    patience: 50,
    settle: async (_, items) => {
      batches.push(items)
      await still
      return { outcomes: items, changes: [{ kind: 'other', survey: 'town' }] }
    },
  })
  const told: Change[] = []
  town.context.changes.listen((change) => told.push(change))

  const first = queue.add('first')
  const refused = expect(first).rejects.toMatchObject({ code: 'busy' })
  await expect.poll(() => batches.length).toBe(1)
  await expect(queue.add('second')).rejects.toMatchObject({ code: 'busy' })
  await refused
  await expect(queue.add('third')).rejects.toMatchObject({ code: 'busy' })
  expect(told).toEqual([])

  goOn()
  await queue.drain()
  expect(told).toEqual([{ kind: 'other', survey: 'town' }])
  expect(await queue.add('fourth')).toBe('fourth')
  expect(batches).toEqual([['first'], ['fourth']])
})
