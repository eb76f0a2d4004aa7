import { createNumbers, medianOf } from './numbers.ts'
import type { FrozenRules, QualityFlag } from './rules.ts'
import { vectorHash } from './vectorHash.ts'

/** What is known of a response when all are looked at together. */
export interface Arrived {
  channel: string
  /** Hash of the network it came from; null where unknown. */
  network: string | null
  /** Milliseconds since 1970. */
  at: number
  /** Packed, a character an item: 7, 8 and 9 are no ratings. */
  codes: string
  /** See `paceOf`; null where unknown. */
  pace: number | null
  /** Raised on arrival. */
  own: readonly QualityFlag[]
}

/** Tells the flags that a response has beside the others. */
export type Judge = (one: Arrived) => QualityFlag[]

/**
 * Looks at all responses of a survey, then judges each: provisional while the survey runs, final at closing. Of a response
 * four numbers are kept, no more, however many there are.
 */
export function createRelativeJudge(rules: FrozenRules): { look: (one: Arrived) => void; judge: () => Judge } {
  const paces = createNumbers()
  const spreads = createNumbers()
  const vectors = createNumbers()
  const groups = new Map<string, ReturnType<typeof createNumbers>>()

  return {
    look: (one) => {
      if (one.pace !== null) paces.add(one.pace)
      const spread = spreadOf(one.codes, rules.straightLine.fewest)
      if (spread !== undefined) spreads.add(spread)
      const vector = vectorOf(one.codes, rules.identical.ratings)
      if (vector !== undefined) vectors.add(vector)
      const group = groupOf(one)
      if (group === undefined) return
      const ofChannel = groups.get(one.channel) ?? createNumbers()
      groups.set(one.channel, ofChannel)
      ofChannel.add(group)
    },
    judge: () => {
      const usualPace = medianFrom(paces.sorted(), rules)
      const usualSpread = medianFrom(spreads.sorted(), rules)
      const copied = repeated(vectors.sorted(), () => rules.identical.times)
      const crowded = new Map([...groups].map(([channel, found]) => [channel, crowds(found.sorted(), rules)]))
      return (one) => {
        const spread = spreadOf(one.codes, rules.straightLine.fewest)
        const vector = vectorOf(one.codes, rules.identical.ratings)
        const raised: Partial<Record<QualityFlag, boolean>> = {
          // Faster than reading is flagged already: one sign counts once.
          fast: one.pace !== null && !one.own.includes('too-fast') && one.pace < rules.medianShare * usualPace,
          'near-straight': spread !== undefined && spread > 0 && spread < rules.straightLine.spreadShare * usualSpread,
          identical: vector !== undefined && copied.has(vector),
          burst: crowded.get(one.channel)?.has(groupOf(one) ?? Number.NaN) ?? false,
        }
        return (Object.keys(raised) as QualityFlag[]).filter((flag) => raised[flag] && rules.points[flag] > 0)
      }
    },
  }
}

/** 0 while there are too few to say what is usual: then nothing is below a share of it. */
const medianFrom = (sorted: Float64Array, { fewestForMedian }: FrozenRules): number =>
  sorted.length < fewestForMedian ? 0 : medianOf(sorted)

/** Variance of the ratings: the same turned round, from good to bad. Undefined where there are too few. */
function spreadOf(codes: string, fewest: number): number | undefined {
  let ratings = 0
  let sum = 0
  let squares = 0
  for (const code of codes) {
    if (code >= '7') continue
    ratings++
    sum += Number(code)
    squares += Number(code) ** 2
  }
  return ratings < fewest ? undefined : (squares * ratings - sum * sum) / ratings ** 2
}

/** Straight lines are many and alike by nature: they have a flag of their own. */
function vectorOf(codes: string, fewest: number): number | undefined {
  const rated = codes.replace(/[789]/g, '')
  return rated.length >= fewest && new Set(rated).size > 1 ? vectorHash(codes) : undefined
}

const window = 10 * 60_000

const groupOf = ({ network, at }: Arrived): number | undefined =>
  network === null ? undefined : vectorHash(`${network} ${Math.floor(at / window)}`)

/** Against the median number of ten minutes in which the channel had any from a single network. */
function crowds(sorted: Float64Array, { burst: { fewest, factor } }: FrozenRules): Set<number> {
  return repeated(sorted, (sizes) => {
    const ordered = sizes.sort((a, b) => a - b)
    return Math.max(fewest, factor * (ordered[ordered.length >> 1] ?? 0))
  })
}

/** The numbers that are there so many times or more. */
function repeated(sorted: Float64Array, fewest: (sizes: number[]) => number): Set<number> {
  const starts: number[] = []
  for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) starts.push(at)
  const sizes = starts.map((start, group) => (starts[group + 1] ?? sorted.length) - start)
  const least = fewest([...sizes])
  return new Set(starts.filter((_, group) => (sizes[group] ?? 0) >= least).map((start) => sorted[start] ?? 0))
}
