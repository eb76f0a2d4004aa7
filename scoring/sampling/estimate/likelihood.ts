import { normalTail, tQuantile } from '../distributions.ts'
import { expit, type Interval } from './intervals.ts'
import { devianceAt, type LogitFit } from './logitFit.ts'
import { cubicSpline } from './spline.ts'

interface Given {
  fit: LogitFit
  p: number
  se: number
  /** Respondents who answered and have a weight. */
  n: number
  /** Rows over which weights are brought to a mean of 1. */
  designRows: number
  /** Quantile of t. */
  t: number
}

const steps = 9

/**
 * Profile likelihood of an intercept-only quasi-binomial model, scaled by the design's variance: where the deviance is
 * that of the best fit plus dispersion × (t × √deff)². Found as R finds it, by a spline through a few points of the
 * profile and straight lines between three times as many points of the spline, which is good to three digits or so.
 * NaN where the points do not reach so far.
 */
export function likelihoodInterval({ fit, p, se, n, designRows, t }: Given): Interval {
  if (!(p > 0 && p < 1 && se > 0)) return [Number.NaN, Number.NaN]
  const logitSe = se / (p * (1 - p))
  const cutoff = t * logitSe * Math.sqrt(fit.information)
  const farthest = -tQuantile(normalTail(cutoff) / 4, designRows - 1)
  const step = (farthest / 5) * logitSe
  const best = fit.intercept
  // The weighted variance of the Pearson residuals.
  const dispersion = n / (n - 1)
  const rootDeviance = (logit: number) => {
    const more = devianceAt(logit, p, designRows) - fit.deviance
    return Math.sign(logit - best) * Math.sqrt(Math.max(0, more) / dispersion)
  }
  const side = (sign: number) => {
    const points: { logit: number; z: number }[] = []
    for (let at = 1, z = 0; at <= steps && Math.abs(z) < farthest; at += 1) {
      const logit = best + sign * at * step
      z = rootDeviance(logit)
      points.push({ logit, z })
    }
    return points
  }
  const points = [...side(-1).reverse(), { logit: best, z: 0 }, ...side(1)]
  const profile = cubicSpline(
    points.map(({ logit }) => logit),
    points.map(({ z }) => z),
  )
  const inverse = straightLines(points[0]!.logit, points.at(-1)!.logit, 3 * points.length, profile)
  return [expit(inverse(-cutoff)), expit(inverse(cutoff))]
}

/** The x at which the straight lines between `count` evenly spaced points of `f` reach a value; NaN beyond them. */
function straightLines(from: number, to: number, count: number, f: (x: number) => number): (value: number) => number {
  const points = Array.from({ length: count }, (_, index) => {
    const x = from + ((to - from) * index) / (count - 1)
    return { x, y: f(x) }
  }).sort((a, b) => a.y - b.y)
  return (value) => {
    const above = points.findIndex(({ y }) => y >= value)
    const [low, high] = [points[above - 1], points[above]]
    if (high === undefined || (low === undefined && high.y !== value)) return Number.NaN
    return low === undefined ? high.x : low.x + ((high.x - low.x) * (value - low.y)) / (high.y - low.y)
  }
}
