/** How residents come over time: evenly, or as they do when a city app tells all its users at once. */
export type Curve = 'even' | 'burst'

/** Of the time that a simulation takes, the busiest tenth brings four tenths of the residents. */
const burst = { from: 0.2, until: 0.3, share: 0.4 }

/**
 * When the resident comes before whom such a share of all has come, as a share of the whole time.
 * @param share 0–1
 * @example arrivalAt(0.3, 'even') // 0.3
 */
export function arrivalAt(share: number, curve: Curve): number {
  if (curve === 'even') return share
  const { from, until } = burst
  const pace = (1 - burst.share) / (1 - (until - from))
  const before = from * pace
  if (share <= before) return share / pace
  if (share >= before + burst.share) return until + (share - before - burst.share) / pace
  return from + ((share - before) / burst.share) * (until - from)
}
