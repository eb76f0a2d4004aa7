import { expect, test } from 'vitest'
import { hourOf, pace } from '../../../server/services/monitor/pace.ts'

const now = new Date('2026-03-03T02:30:00Z')

test('a day is a day of China standard time', () => {
  const { days } = pace(
    new Map([
      [hourOf('2026-03-01T15:59:59Z'), 2],
      [hourOf('2026-03-01T16:00:00Z'), 3],
    ]),
    now,
  )
  expect(days).toEqual([
    { day: '2026-03-01', responses: 2 },
    { day: '2026-03-02', responses: 3 },
    { day: '2026-03-03', responses: 0 },
  ])
})

test('the last 48 hours have no gaps and end with the present one', () => {
  const { hours } = pace(new Map([[hourOf('2026-03-02T09:10:00Z'), 7]]), now)
  expect(hours).toHaveLength(48)
  expect(hours.at(-1)).toEqual({ hour: '2026-03-03T02:00:00Z', responses: 0 })
  expect(hours.at(0)?.hour).toBe('2026-03-01T03:00:00Z')
  expect(hours.filter(({ responses }) => responses > 0)).toEqual([{ hour: '2026-03-02T09:00:00Z', responses: 7 }])
})

test('before the first response there is today alone', () => {
  expect(pace(new Map(), now).days).toEqual([{ day: '2026-03-03', responses: 0 }])
})
