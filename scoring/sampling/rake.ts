import { type Combinations, combinationsOf, sumsBy } from './combinations.ts'

export interface RakeMargin {
  /** For each unit the index of its category in `targets`; −1 where the unit has no value of this margin. */
  category: Int32Array
  /** Population count of each category, finite and not negative. */
  targets: Float64Array
}

/** A category of the population that no unit with a positive weight is in, so that no weight can reach its target. */
export interface ZeroCell {
  /** Index of the margin. */
  margin: number
  category: number
}

export interface Raked {
  /** Factor of each unit: its final weight is its base weight times this. */
  g: Float64Array
  /** Passes over all margins. */
  sweeps: number
  /** The factors have settled and every margin is met. */
  converged: boolean
  /** Largest |weighted count / target − 1| over all categories; absolute share of the margin where the target is 0. */
  largestGap: number
}

export type Rake = Raked | { zeroCells: ZeroCell[] }

/** Changes of a factor below this are rounding: METHOD.md section 1 of the statistics reference. */
const settled = 1e-14
/** A change that has stopped falling counts as settled only under this; above it the margins contradict each other. */
const floor = 1e-11
const patience = 50
const gapAllowed = 1e-9

/**
 * Raking (iterative proportional fitting) until nothing moves: one margin after another, each category is multiplied by
 * target / present weighted count.
 *
 * A unit without a value of a margin is left alone in that margin's step, whose targets are then the population's shares
 * times the present weight of the units that have a value. Margins without such units are met in absolute numbers:
 * bring them to one total beforehand, else they can't be met together and `converged` is false.
 *
 * Units are respondents or cells, with `weights` their base weights or sums of base weights; units alike in all margins
 * are raked as one, so the cost of a sweep depends on the distinct combinations only.
 *
 * @returns the factors, or the categories that have a target but no respondent
 * @throws RangeError where a target or a weight is negative or not finite, or a category is out of range
 */
export function rake(weights: Float64Array, margins: RakeMargin[], { maxSweeps = 20_000 } = {}): Rake {
  check(weights, margins)
  const cells = combinationsOf(
    margins.map(({ category }) => category),
    weights.length,
  )
  const base = sumsBy(cells, weights)
  const steps = margins.map((margin) => stepOf(margin, cells, base))
  const zeroCells = steps.flatMap((step, margin) => uncovered(step, base).map((category) => ({ margin, category })))
  if (zeroCells.length > 0) return { zeroCells }

  const g = new Float64Array(cells.count).fill(1)
  const before = new Float64Array(cells.count)
  let sweeps = 0
  let change = Number.POSITIVE_INFINITY
  let least = Number.POSITIVE_INFINITY
  let idle = 0
  while (sweeps < maxSweeps && change >= settled && !(least < floor && idle >= patience)) {
    before.set(g)
    for (const step of steps) adjust(step, base, g)
    sweeps += 1
    change = largestChange(before, g)
    idle = change < least ? 0 : idle + 1
    least = Math.min(least, change)
  }
  const largestGap = Math.max(0, ...steps.map((step) => gapOf(step, base, g)))
  const converged = (change < settled || least < floor) && largestGap < gapAllowed
  return { g: Float64Array.from(cells.of, (cell) => g[cell]!), sweeps, converged, largestGap }
}

interface Step extends RakeMargin {
  /** Some unit has no value, so the targets are shares. */
  partial: boolean
  total: number
  factors: Float64Array
}

function stepOf({ category, targets }: RakeMargin, { first }: Combinations, base: Float64Array): Step {
  const ofCell = Int32Array.from(first, (unit) => category[unit]!)
  return {
    category: ofCell,
    targets,
    partial: ofCell.some((k, cell) => k < 0 && base[cell]! > 0),
    total: targets.reduce((sum, target) => sum + target, 0),
    factors: new Float64Array(targets.length),
  }
}

/** Weighted count of each category, into `factors`. */
function count({ category, factors }: Step, base: Float64Array, g: Float64Array) {
  factors.fill(0)
  for (let cell = 0; cell < category.length; cell += 1) {
    const k = category[cell]!
    if (k >= 0) factors[k]! += base[cell]! * g[cell]!
  }
  return factors
}

/** What the target of category `k` is multiplied by: 1, or the present weight of those with a value as a share of it. */
const scaleOf = ({ partial, total }: Step, counts: Float64Array) =>
  partial && total > 0 ? counts.reduce((sum, weight) => sum + weight, 0) / total : 1

function adjust(step: Step, base: Float64Array, g: Float64Array) {
  const { category, targets } = step
  const counts = count(step, base, g)
  const scale = scaleOf(step, counts)
  for (let k = 0; k < counts.length; k += 1) counts[k] = counts[k]! > 0 ? (scale * targets[k]!) / counts[k]! : 1
  for (let cell = 0; cell < category.length; cell += 1) {
    const k = category[cell]!
    if (k >= 0) g[cell]! *= counts[k]!
  }
}

function largestChange(before: Float64Array, now: Float64Array) {
  let largest = 0
  for (let cell = 0; cell < now.length; cell += 1)
    if (before[cell]! > 0) largest = Math.max(largest, Math.abs(now[cell]! / before[cell]! - 1))
  return largest
}

function gapOf(step: Step, base: Float64Array, g: Float64Array) {
  const counts = count(step, base, g)
  const scale = scaleOf(step, counts)
  return step.targets.reduce((largest, target, k) => {
    const wanted = scale * target
    const gap = wanted > 0 ? Math.abs(counts[k]! / wanted - 1) : counts[k]! / Math.max(scale * step.total, 1)
    return Math.max(largest, gap)
  }, 0)
}

function uncovered(step: Step, base: Float64Array): number[] {
  const counts = count(step, base, new Float64Array(base.length).fill(1))
  return [...step.targets.keys()].filter((k) => step.targets[k]! > 0 && counts[k] === 0)
}

function check(weights: Float64Array, margins: RakeMargin[]) {
  if (weights.some((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY)))
    throw new RangeError('base weights must be finite and not negative')
  for (const [index, { category, targets }] of margins.entries()) {
    if (category.length !== weights.length) throw new RangeError(`margin ${index} has not one category for each unit`)
    if (targets.some((target) => !(target >= 0 && target < Number.POSITIVE_INFINITY)))
      throw new RangeError(`targets of margin ${index} must be finite and not negative`)
    if (category.some((k) => k < -1 || k >= targets.length))
      throw new RangeError(`a category of margin ${index} has no target`)
  }
}
