import type { QualityFlag, QualityRules } from './rules.ts'

/** What is known of a response when all are looked at together. */
export interface Arrived {
  id: string
  channel: string
  /** Hash of the network it came from; null where unknown. */
  network: string | null
  /** Milliseconds since 1970. */
  at: number
  /** Packed, a character an item: 7, 8 and 9 are no ratings. */
  codes: string
  /** Milliseconds a question; null where unknown. */
  pace: number | null
}

/** The flags that a response has beside the others: provisional while the survey runs, final at closing. */
export function relativeFlags(responses: readonly Arrived[], rules: QualityRules): Map<string, QualityFlag[]> {
  const flags = new Map<string, QualityFlag[]>()
  const raise = (flag: QualityFlag, ids: Iterable<string>) => {
    for (const id of ids) flags.set(id, [...(flags.get(id) ?? []), flag])
  }
  raise('fast', fast(responses, rules))
  raise('identical', identical(responses, rules))
  raise('burst', bursts(responses, rules))
  return flags
}

function fast(responses: readonly Arrived[], { medianShare, fewestForMedian }: QualityRules): string[] {
  const paces = responses.flatMap(({ pace }) => (pace === null ? [] : [pace])).sort((a, b) => a - b)
  if (paces.length < fewestForMedian) return []
  const median = ((paces[(paces.length - 1) >> 1] ?? 0) + (paces[paces.length >> 1] ?? 0)) / 2
  return responses.filter(({ pace }) => pace !== null && pace < medianShare * median).map(({ id }) => id)
}

/** Straight lines are many and alike by nature: they have a flag of their own. */
function identical(responses: readonly Arrived[], { identical: { ratings, times } }: QualityRules): string[] {
  const long = responses.filter(({ codes }) => {
    const rated = codes.replace(/[789]/g, '')
    return rated.length >= ratings && new Set(rated).size > 1
  })
  return grouped(long, ({ codes }) => codes)
    .filter((group) => group.length >= times)
    .flatMap((group) => group.map(({ id }) => id))
}

const window = 10 * 60_000

/** Against the median number of ten minutes in which the channel had any from a single network. */
function bursts(responses: readonly Arrived[], { burst: { fewest, factor } }: QualityRules): string[] {
  const known = responses.filter(({ network }) => network !== null)
  return grouped(known, ({ channel }) => channel).flatMap((ofChannel) => {
    const groups = grouped(ofChannel, ({ network, at }) => `${network} ${Math.floor(at / window)}`)
    const sizes = groups.map(({ length }) => length).sort((a, b) => a - b)
    const usual = sizes[sizes.length >> 1] ?? 0
    return groups
      .filter(({ length }) => length >= fewest && length >= factor * usual)
      .flatMap((group) => group.map(({ id }) => id))
  })
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}
