import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkOf } from '../../../server/http/network.ts'
import { createQueue } from '../../../server/services/collect/queue.ts'
import type { Incoming } from '../../../server/services/collect/settle.ts'
import { createLimiter } from '../../../server/services/limiter.ts'
import { findPublished } from '../../../server/services/published.ts'
import { startTown, type Town } from './town.ts'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::7:1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('a limiter lets a burst through, then as many a second as it says', () => {
  const limiter = createLimiter({ burst: 3, perSecond: 0.5 })
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000)
  expect([0, 0, 0, 0].map((second) => limiter.take('a', at(second)))).toEqual([0, 0, 0, 2])
  expect(limiter.take('b', at(0))).toBe(0)
  expect(limiter.take('a', at(1))).toBe(1)
  expect(limiter.take('a', at(2))).toBe(0)
  expect(limiter.take('a', at(3))).toBe(1)
  limiter.forget('a')
  expect(limiter.take('a', at(3))).toBe(0)
})

test('a clock that is set back by a day locks nobody out of a limiter', () => {
  const limiter = createLimiter({ burst: 3, perSecond: 1 })
  const noon = Date.parse('2026-06-02T12:00:00Z')
  expect(limiter.take('a', new Date(noon))).toBe(0)
  const before = noon - 86_400_000
  expect([0, 0, 1].map((second) => limiter.take('a', new Date(before + second * 1000)))).toEqual([0, 0, 0])
})

describe('the queue before the store', () => {
  let town: Town
  let incoming: (id: string) => Incoming
  beforeAll(async () => {
    town = await startTown()
    const survey = await findPublished(town.context, 'town')
    if (!survey) throw new Error('no survey')
    incoming = (id) => ({
      survey,
      id,
      answers: '{}',
      codes: '111',
      cell: 'female',
      baseWeight: 1,
      channel: 'open',
      locale: '',
      receivedAt: '2026-06-01T00:00:00.000Z',
    })
  })
  afterAll(() => town.end())

  test('when full says so and stores all that it took', async () => {
    const queue = createQueue(town.context)
    const settled = await Promise.allSettled(Array.from({ length: 6000 }, (_, at) => queue.add(incoming(`${at}`))))
    const refused = settled.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(1000)
    expect(refused[0]).toMatchObject({ reason: { code: 'busy', options: { retryAfterSeconds: expect.any(Number) } } })
    const { stored } = await town.context.db
      .selectFrom('response')
      .select(({ fn }) => fn.countAll<number>().as('stored'))
      .executeTakeFirstOrThrow()
    expect(stored).toBe(5000)
  })

  test('counts bytes too: large answers fill it sooner', async () => {
    const queue = createQueue(town.context)
    const large = (at: number) => ({ ...incoming(`large ${at}`), answers: 'x'.repeat(60_000) })
    const settled = await Promise.allSettled(Array.from({ length: 1000 }, (_, at) => queue.add(large(at))))
    const stored = settled.filter(({ status }) => status === 'fulfilled').length
    expect(stored).toBeGreaterThan(400)
    expect(stored).toBeLessThan(700)
  })

  test('one that cannot be stored does not keep its neighbours out', async () => {
    const queue = createQueue(town.context)
    const unstorable = { ...incoming('b'), cell: null as unknown as string }
    const settled = await Promise.allSettled([incoming('a'), unstorable, incoming('c')].map(queue.add))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})
