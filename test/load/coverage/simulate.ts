import { numbersFrom } from '../../scoring/subjective/sampleSurvey.ts'
import { madeUpCity } from './population.ts'
import { quantities } from './quantities.ts'
import type { Scenario } from './scenarios.ts'

/** How the intervals of one quantity did over all samples. */
export interface Outcome {
  quantity: string
  truth: number
  /** Share of samples whose interval holds the truth, by kind of interval. */
  coverage: Record<string, number>
  /** Mean of the estimated variances over the variance of the estimates. */
  varianceRatio: number
  /** Bias over the standard deviation of the estimates. */
  bias: number
}

/** Draws many samples from one population, always the same for a seed. */
export function simulate({ draw, weigh }: Scenario, replications: number, seed = 33356): Outcome[] {
  const population = madeUpCity(seed)
  const next = numbersFrom(seed + 1)
  const sums = quantities.map((quantity) => ({
    quantity,
    truth: quantity.truth(population),
    covered: new Map<string, number>(),
    estimates: [] as number[],
    variance: 0,
  }))
  for (let replication = 0; replication < replications; replication += 1) {
    const sample = draw(population, next)
    const survey = weigh(population, sample)
    const items = population.items.map((codes) => Float64Array.from(sample, (person) => codes[person]!))
    const rowsWhere = (column: 'newcomer' | 'district', category: number) =>
      Int32Array.from(sample.keys()).filter((row) => population[column][sample[row]!] === category)
    for (const sum of sums) {
      const { estimate, se, intervals } = sum.quantity.estimate(survey, items, rowsWhere)
      sum.estimates.push(estimate)
      sum.variance += se * se
      for (const [kind, [low, high]] of Object.entries(intervals))
        sum.covered.set(kind, (sum.covered.get(kind) ?? 0) + Number(low <= sum.truth && sum.truth <= high))
    }
  }
  return sums.map(({ quantity, truth, covered, estimates, variance }) => {
    const mean = estimates.reduce((before, own) => before + own, 0) / replications
    const spread = estimates.reduce((before, own) => before + (own - mean) ** 2, 0) / (replications - 1)
    return {
      quantity: quantity.name,
      truth,
      coverage: Object.fromEntries([...covered].map(([kind, count]) => [kind, count / replications])),
      varianceRatio: variance / replications / spread,
      bias: (mean - truth) / Math.sqrt(spread),
    }
  })
}
