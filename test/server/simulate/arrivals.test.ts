import { expect, test } from 'vitest'
import { arrivalAt } from '../../../server/services/simulate/arrivals.ts'

const shares = Array.from({ length: 1001 }, (_, at) => at / 1000)

test('evenly, everybody comes at their share of the time', () => {
  for (const share of shares) expect(arrivalAt(share, 'even')).toBe(share)
})

test('in a burst, the busiest tenth of the time brings four tenths of the residents, in order from first to last', () => {
  const moments = shares.map((share) => arrivalAt(share, 'burst'))
  expect(moments[0]).toBe(0)
  expect(moments.at(-1)).toBeCloseTo(1, 12)
  expect(moments.every((moment, at) => at === 0 || moment > (moments[at - 1] ?? 0))).toBe(true)
  const busy = moments.filter((moment) => moment >= 0.2 && moment < 0.3).length
  expect(busy / shares.length).toBeCloseTo(0.4, 2)
})
