import { answered, linearisedMean } from './linearise.ts'
import { type Survey, seOf, strataPresent } from './survey.ts'

/** The treatments of a stratum with a single PSU under which a variance can be formed. */
const treatments = ['certainty', 'remove', 'adjust', 'average'] as const

export type LonelyOptions = Record<(typeof treatments)[number], Record<string, { mean: number; se: number }>>

/** The mean of every estimand under each treatment of lonely strata: how much hangs on the choice. */
export function lonelyOptions(survey: Survey, values: { name: string; y: Float64Array }[]): LonelyOptions {
  const means = values.map(({ name, y }) => {
    const rows = answered(y, null)
    const { value: mean, e } = linearisedMean(y, survey.weights, rows)
    return { name, mean, e, present: strataPresent(survey, rows) }
  })
  const under = (lonely: (typeof treatments)[number]) => {
    const treated = { ...survey, sample: { ...survey.sample, lonely } }
    return Object.fromEntries(
      means.map(({ name, mean, e, present }) => [name, { mean, se: seOf(treated, e, present) }]),
    )
  }
  return {
    certainty: under('certainty'),
    remove: under('remove'),
    adjust: under('adjust'),
    average: under('average'),
  }
}
