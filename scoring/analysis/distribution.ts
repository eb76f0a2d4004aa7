/** How the scores of one indicator lie over regions. */
export interface Distribution {
  regions: number
  min: number
  lower: number
  median: number
  upper: number
  max: number
  /** Far from the others, the farthest first: worth a look at the data, not a fault by itself. */
  outliers: Outlier[]
}

export interface Outlier {
  code: string
  score: number
  /** Distance from the median in robust standard deviations (1.4826 × median absolute deviation). */
  distance: number
}

/** Below this many regions "far from the others" says nothing. */
const fewest = 8

/** The limit of Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993). */
const far = 3.5

/**
 * Quartiles (R's type 7) and outliers of scores; null where there is none.
 * @param scores finite, 0–100
 */
export function distributionOf(scores: { code: string; score: number }[]): Distribution | null {
  if (scores.length === 0) return null
  const sorted = scores.map(({ score }) => score).sort((a, b) => a - b)
  const median = quantile(sorted, 0.5)
  const spread =
    1.4826 *
    quantile(
      sorted.map((score) => Math.abs(score - median)).sort((a, b) => a - b),
      0.5,
    )
  return {
    regions: scores.length,
    ...{ min: quantile(sorted, 0), lower: quantile(sorted, 0.25), median },
    ...{ upper: quantile(sorted, 0.75), max: quantile(sorted, 1) },
    outliers: scores.length < fewest || spread === 0 ? [] : outliersIn(scores, median, spread),
  }
}

const outliersIn = (scores: { code: string; score: number }[], median: number, spread: number): Outlier[] =>
  scores
    .map(({ code, score }) => ({ code, score, distance: (score - median) / spread }))
    .filter(({ distance }) => Math.abs(distance) > far)
    .sort((a, b) => Math.abs(b.distance) - Math.abs(a.distance))

/** Of numbers in ascending order, at least one. */
function quantile(sorted: number[], share: number): number {
  const place = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (place - Math.floor(place)) * (high - low)
}
