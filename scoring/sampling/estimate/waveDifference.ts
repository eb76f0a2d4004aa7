import { tQuantile } from '../distributions.ts'
import type { Block } from './block.ts'
import type { Estimates } from './estimate.ts'
import { around, type Interval } from './intervals.ts'
import { studentTwoSided } from './studentTwoSided.ts'
import type { SeByMethod } from './survey.ts'

export interface WaveDifference {
  estimand: string
  wave1: number
  wave2: number
  difference: number
  se: number
  t: number
  degf_sum: number
  p_value: number
  ci95_t: Interval
  degf_welch: number
  ci95_t_welch: Interval
  p_value_welch: number
  se_by_method?: SeByMethod
}

/**
 * Second wave minus first of every estimand that both have, the samples drawn independently: their variances add, their
 * degrees of freedom too; Welch's are given beside them.
 */
export function waveDifference(
  first: Pick<Estimates, 'estimands'>,
  second: Pick<Estimates, 'estimands'>,
): {
  differences: Record<string, WaveDifference>
} {
  const differences: Record<string, WaveDifference> = {}
  for (const [name, { overall }] of Object.entries(first.estimands)) {
    const later = second.estimands[name]?.overall
    if (later !== undefined && 'mean' in overall && 'mean' in later)
      differences[name] = difference(name, overall, later)
  }
  return { differences }
}

function difference(estimand: string, first: Block, second: Block): WaveDifference {
  const estimate = second.mean - first.mean
  const [a, b] = [first.se ** 2, second.se ** 2]
  const se = Math.sqrt(a + b)
  const sum = first.degf + second.degf
  const welch = (a + b) ** 2 / (a ** 2 / first.degf + b ** 2 / second.degf)
  const t = estimate / se
  const methods = ['projection_unit_metric', 'projection_base_weight_metric'] as const
  return {
    estimand,
    wave1: first.mean,
    wave2: second.mean,
    difference: estimate,
    se,
    t,
    degf_sum: sum,
    p_value: studentTwoSided(t, sum),
    ci95_t: around(estimate, tQuantile(0.975, sum), se),
    degf_welch: welch,
    ci95_t_welch: around(estimate, tQuantile(0.975, welch), se),
    p_value_welch: studentTwoSided(t, welch),
    ...(first.se_by_method &&
      second.se_by_method && {
        se_by_method: Object.fromEntries(
          methods.map((method) => [
            method,
            Math.hypot(first.se_by_method?.[method] ?? Number.NaN, second.se_by_method?.[method] ?? Number.NaN),
          ]),
        ),
      }),
  }
}
