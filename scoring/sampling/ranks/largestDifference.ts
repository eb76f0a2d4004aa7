/** All pairs of regions; arrays by region × region. */
export interface Pairs {
  size: number
  /** Shares of the two standard errors in that of the difference: of the first, of the second. */
  left: Float64Array
  right: Float64Array
  /** Studentised difference; infinite between exact scores, NaN where they are equal. */
  t: Float64Array
}

/** Largest studentised difference of simulated errors, by draw. */
export interface Largest {
  /** Over all pairs with this region. */
  ofRegion: Float64Array[]
  ofAll: Float64Array
}

/** Over every pair whose difference is not exact, whichever of the two is ahead. */
export function largestDifferences({ size, left, right, t }: Pairs, errors: Float64Array[]): Largest {
  const draws = errors[0]?.length ?? 0
  const ofRegion = errors.map(() => new Float64Array(draws).fill(Number.NEGATIVE_INFINITY))
  for (let j = 0; j < size; j += 1)
    for (let k = j + 1; k < size; k += 1) {
      const at = j * size + k
      if (!Number.isFinite(t[at]!)) continue
      const [own, other] = [left[at]!, right[at]!]
      const [first, second, ofFirst, ofSecond] = [errors[j]!, errors[k]!, ofRegion[j]!, ofRegion[k]!]
      for (let draw = 0; draw < draws; draw += 1) {
        const value = Math.abs(own * first[draw]! - other * second[draw]!)
        if (value > ofFirst[draw]!) ofFirst[draw] = value
        if (value > ofSecond[draw]!) ofSecond[draw] = value
      }
    }
  const ofAll = new Float64Array(draws).fill(Number.NEGATIVE_INFINITY)
  for (const own of ofRegion)
    for (let draw = 0; draw < draws; draw += 1) if (own[draw]! > ofAll[draw]!) ofAll[draw] = own[draw]!
  return { ofRegion, ofAll }
}

/** Which statements about a pair are open, by region × region, in bits. */
export const isAhead = 1
export const isBehind = 2

/**
 * In one draw, over the open statements about pairs that begin with one of some regions.
 * @param errors of all regions, draw by draw
 */
export function largestOpen(
  { size, left, right }: Pairs,
  errors: Float64Array,
  draw: number,
  open: Uint8Array,
  regions: number[],
): number {
  const start = draw * size
  let largest = Number.NEGATIVE_INFINITY
  for (const region of regions) {
    const row = region * size
    const own = errors[start + region]!
    for (let k = 0; k < size; k += 1) {
      const statements = open[row + k]!
      if (statements === 0) continue
      const value = left[row + k]! * own - right[row + k]! * errors[start + k]!
      if ((statements & isAhead) !== 0 && value > largest) largest = value
      if ((statements & isBehind) !== 0 && -value > largest) largest = -value
    }
  }
  return largest
}

/**
 * The `place`-th largest of values of which only upper bounds are known: none is worked out that cannot matter.
 * What is worked out replaces its bound.
 */
export function placeFromTop(bounds: Float64Array, place: number, exactly: (index: number) => number): number {
  const before = Float64Array.from(bounds)
  const known: number[] = []
  const workOut = (from: number, to: number) => {
    for (let index = 0; index < before.length; index += 1)
      if (before[index]! >= from && before[index]! < to) {
        bounds[index] = exactly(index)
        known.push(bounds[index]!)
      }
    return fromTop(known, place)
  }
  const first = fromTop(before, place)
  const least = workOut(first, Number.POSITIVE_INFINITY)
  return workOut(least, first)
}

/** The `place`-th largest; −∞ where there are not so many. */
export const fromTop = (values: ArrayLike<number>, place: number): number => {
  const sorted = Float64Array.from(values).sort()
  return sorted[sorted.length - place] ?? Number.NEGATIVE_INFINITY
}
