import type { Calibration } from './calibrate.ts'
import { pairAt, rowAt } from './tally.ts'
import type { Units } from './units.ts'

/** Items whose means share their weights: those asked by the same forms, with the calibration over those forms. */
export interface Block {
  items: number[]
  calibration: Calibration
}

/** Item means within each of several domains; arrays by domain × item, row by row. */
export interface ItemMeans {
  /** Respondents who rated. */
  n: Float64Array
  /** Sum of their weights. */
  weight: Float64Array
  /** In codes; NaN where nobody with a weight rated. */
  mean: Float64Array
}

/** A linear combination of item means, one set of coefficients for each domain. */
export interface Combination {
  /** Items that have a coefficient in some domain. */
  items: number[]
  /** By domain × item: the coefficient of the item's mean. */
  coefficients: Float64Array
}

/** Weighted mean code of every item in every domain; `domainOf` gives each unit's domain, −1 for none. */
export function itemMeans(units: Units, blocks: Block[], domainOf: Int32Array, domains: number): ItemMeans {
  const n = new Float64Array(domains * units.items)
  const weight = new Float64Array(domains * units.items)
  const sum = new Float64Array(domains * units.items)
  for (const { items, calibration } of blocks)
    for (let unit = 0; unit < units.length; unit += 1) {
      const domain = domainOf[unit]!
      const final = units.d[unit]! * calibration.g[unit]!
      if (domain < 0) continue
      for (const item of items) {
        const at = pairAt(units.items, item, item)
        const to = domain * units.items + item
        n[to]! += units.counts[unit]![at]!
        weight[to]! += final * units.counts[unit]![at]!
        sum[to]! += final * units.counts[unit]![at + 1]!
      }
    }
  return { n, weight, mean: sum.map((own, at) => own / weight[at]!) }
}

/**
 * Variance of a combination of item means, by linearisation over all its items together with the calibration residuals
 * in the base-weight metric (METHOD.md sections 3 and 5). Items weighted by different blocks have their residuals taken
 * block by block; a respondent's values are added over blocks before squares are formed. Sums of squares are centred at
 * the item means.
 *
 * @returns in codes squared; NaN where a stratum has a single respondent
 */
export function varianceOf(
  units: Units,
  blocks: Block[],
  domainOf: Int32Array,
  means: ItemMeans,
  { items, coefficients }: Combination,
): number {
  // The linearised value of a rating x of item j in domain k, without its weight, is slope · (x − mean).
  const slopes = coefficients.map((coefficient, at) => (coefficient === 0 ? 0 : coefficient / means.weight[at]!))
  const used = blocks
    .map(({ items: own, calibration }) => ({ items: own.filter((item) => items.includes(item)), calibration }))
    .filter(({ items: own }) => own.length > 0)
  const projection = projectionOf(units, used, domainOf, means, slopes)

  const first = new Float64Array(units.strata.length)
  const second = new Float64Array(units.strata.length)
  const factor = new Float64Array(units.items)
  const mean = new Float64Array(units.items)
  for (let unit = 0; unit < units.length; unit += 1) {
    const start = domainOf[unit]! * units.items
    let linear = 0
    let squares = 0
    if (start >= 0) {
      for (const { items: own, calibration } of used)
        for (const item of own) {
          factor[item] = calibration.g[unit]! * slopes[start + item]!
          mean[item] = factor[item] === 0 ? 0 : means.mean[start + item]!
        }
      for (const item of items) linear += factor[item]! * deviation(units, unit, item, mean[item]!)
      squares = squaresOf(units, unit, items, factor, mean)
    }
    const p = projection[unit]!
    const d = units.d[unit]!
    const n = units.n[unit]!
    const stratum = units.stratumOf[unit]!
    first[stratum]! += d * (linear - n * p)
    second[stratum]! += d * d * (squares - 2 * p * linear + n * p * p)
  }
  return units.strata.reduce((sum, { n, fraction }, stratum) => {
    const spread = second[stratum]! - (first[stratum]! * first[stratum]!) / n
    return fraction > 1 - 1e-7 ? sum : sum + ((1 - fraction) * n * Math.max(0, spread)) / (n - 1)
  }, 0)
}

/** Σ (x − mean) over the ratings of an item in a unit. */
function deviation({ counts, items }: Units, unit: number, item: number, mean: number) {
  const at = pairAt(items, item, item)
  return counts[unit]![at + 1]! - mean * counts[unit]![at]!
}

/** Σ over a unit's respondents of (Σ over their rated items of factor · (x − mean))². */
function squaresOf(
  { counts, items: width }: Units,
  unit: number,
  items: number[],
  factor: Float64Array,
  mean: Float64Array,
) {
  const own = counts[unit]!
  let sum = 0
  for (const [at, j] of items.entries()) {
    const row = rowAt(width, j)
    for (let other = at; other < items.length; other += 1) {
      const k = items[other]!
      const pair = row + 4 * k
      const product =
        own[pair + 3]! - mean[k]! * own[pair + 1]! - mean[j]! * own[pair + 2]! + mean[j]! * mean[k]! * own[pair]!
      sum += (j === k ? 1 : 2) * factor[j]! * factor[k]! * product
    }
  }
  return sum
}

/** For each unit, what its calibration variables explain of its linearised values, times g, summed over the blocks. */
function projectionOf(units: Units, blocks: Block[], domainOf: Int32Array, means: ItemMeans, slopes: Float64Array) {
  const projection = new Float64Array(units.length)
  for (const { items, calibration } of blocks) {
    const { g, least } = calibration
    if (least === null) continue
    const sums = new Float64Array(units.length)
    for (let unit = 0; unit < units.length; unit += 1) {
      const start = domainOf[unit]! * units.items
      if (start < 0) continue
      for (const item of items) {
        const slope = slopes[start + item]!
        if (slope !== 0) sums[unit]! += units.d[unit]! * slope * deviation(units, unit, item, means.mean[start + item]!)
      }
    }
    for (const [unit, p] of least.projectSums(sums).entries()) projection[unit]! += g[unit]! * p
  }
  return projection
}
