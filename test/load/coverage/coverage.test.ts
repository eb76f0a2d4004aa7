import { describe, expect, it } from 'vitest'
import { scenarios } from './scenarios.ts'
import { simulate } from './simulate.ts'

/** METHOD.md section 7; the full run is `npm run coverage`, its table docs/coverage.md. */
const long = process.env.TIYAN_LONG === '1'
const replications = long ? 2000 : 60
/** 94–96 %, or three Monte Carlo errors where there are few replications. */
const slack = long ? 0.0125 : 3 * Math.sqrt((0.95 * 0.05) / replications)
const timeout = long ? 900_000 : 60_000

const [drawn, volunteers, interested] = scenarios

describe('coverage of the 95 % intervals', () => {
  it.each([drawn!, volunteers!])(
    '$name: $about',
    (scenario) => {
      for (const { quantity, coverage, varianceRatio, bias } of simulate(scenario, replications)) {
        const exact = /^(mean|score|proportion near 0\.5|difference)/.test(quantity)
        for (const [kind, share] of Object.entries(coverage)) {
          expect(share, `${quantity}, ${kind}`).toBeGreaterThan(0.95 - slack - (exact ? 0 : 0.01))
          // Korn and Graubard's intervals are wide by design.
          if (exact && kind !== 'Korn–Graubard') expect(share, `${quantity}, ${kind}`).toBeLessThan(0.95 + slack)
        }
        if (long) expect(Math.abs(varianceRatio - 1)).toBeLessThan(0.1)
        expect(Math.abs(bias)).toBeLessThan(long ? 0.1 : 0.4)
      }
    },
    timeout,
  )

  it(
    'c: a selection beyond the margins is not mended by raking',
    () => {
      const [score] = simulate(interested!, long ? replications : 40)
      expect(score!.bias).toBeGreaterThan(2)
      expect(score!.coverage.t).toBeLessThan(0.5)
    },
    timeout,
  )
})
