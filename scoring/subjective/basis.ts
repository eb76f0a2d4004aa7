import type { SurveyDesign } from '../sampling/design.ts'
import { tQuantile } from '../sampling/distributions.ts'
import { type Calibration, calibrate } from '../sampling/tally/calibrate.ts'
import type { Tally } from '../sampling/tally/tally.ts'
import { categoriesOf, type Units, unitsOf } from '../sampling/tally/units.ts'
import { type Block, type ItemMeans, itemMeans, varianceOf } from '../sampling/tally/variance.ts'
import { type ItemsInUse, itemsInUse } from './itemsInUse.ts'
import type { ScoringKey } from './key.ts'
import { defaultRules, type ScoringRules } from './rules.ts'

export interface SurveyData {
  tally: Tally
  design: SurveyDesign
  key: ScoringKey
  rules?: Partial<ScoringRules>
}

/** What every estimate of a survey rests on: its units, weights, item means and items in use. */
export interface Basis {
  key: ScoringKey
  design: SurveyDesign
  rules: ScoringRules
  units: Units
  /** Over all respondents. */
  calibration: Calibration
  /** Items by the forms that ask them; with one form a single block of all items. */
  blocks: Block[]
  /** 0 for each unit: everybody is in the one domain. */
  everybody: Int32Array
  means: ItemMeans
  use: ItemsInUse
  /** Respondents with a weight, less strata. */
  degreesOfFreedom: number
  /** Student's t for a 95 % interval with as many; NaN where there are none. */
  t: number
}

/** @throws RangeError where tally, design and key don't belong together */
export function basisOf({ tally, design, key, rules: own }: SurveyData): Basis {
  if (tally.items.length !== key.items.length || key.items.some(({ name }, item) => name !== tally.items[item]))
    throw new RangeError('the tally counts other items than the scoring key names')
  const rules = { ...defaultRules, ...own }
  const units = unitsOf(tally, design)
  const calibration = calibrate(units, design)
  const blocks = blocksOf(units, design, key, calibration)
  const everybody = new Int32Array(units.length)
  const means = itemMeans(units, blocks, everybody, 1)
  const freedom = degreesOfFreedom(units, calibration)
  return {
    key,
    design,
    rules,
    units,
    calibration,
    blocks,
    everybody,
    means,
    use: itemsInUse(key, means.n, rules),
    degreesOfFreedom: freedom,
    t: tQuantile(0.975, freedom),
  }
}

function blocksOf(units: Units, design: SurveyDesign, key: ScoringKey, whole: Calibration): Block[] {
  const { forms } = design
  const all = [...key.items.keys()]
  if (forms === undefined) return [{ items: all, calibration: whole }]
  const formOf = categoriesOf(units, forms.variable)
  const codes = design.variables.find(({ name }) => name === forms.variable)?.categories.map(({ code }) => code) ?? []
  const byForms = new Map<string, Block>()
  for (const item of all) {
    const asking = codes.map((code) => asks(forms.asks, code, key.items[item]!.name))
    const block = byForms.get(asking.join()) ?? {
      items: [],
      calibration: asking.every(Boolean)
        ? whole
        : calibrate(
            units,
            design,
            Uint8Array.from(formOf, (form) => Number(asking[form] ?? false)),
          ),
    }
    block.items.push(item)
    byForms.set(asking.join(), block)
  }
  return [...byForms.values()]
}

function asks(lists: Record<string, string[]>, form: string, item: string) {
  const listed = Object.values(lists).some((items) => items.includes(item))
  return !listed || (lists[form]?.includes(item) ?? false)
}

function degreesOfFreedom(units: Units, { g }: Calibration) {
  let respondents = 0
  const strata = new Set<number>()
  for (let unit = 0; unit < units.length; unit += 1)
    if (g[unit]! > 0) {
      respondents += units.n[unit]!
      strata.add(units.stratumOf[unit]!)
    }
  return respondents - strata.size
}

/** A linear combination of item means on the 0–100 scale. */
export interface Combined {
  score: number | null
  se: number | null
  /** 95 %, t with the design's degrees of freedom. */
  interval: [number, number] | null
}

/**
 * Score and standard error of one domain: Σ share_j · item mean_j, shares summing to 1.
 * @param shares by item; 0 for items that take no part
 */
export function combine(basis: Basis, shares: Float64Array, domainOf = basis.everybody, means = basis.means): Combined {
  const items = [...basis.key.items.keys()].filter((item) => shares[item] !== 0)
  if (items.length === 0 || items.some((item) => !(means.weight[item]! > 0)))
    return { score: null, se: null, interval: null }
  const codes = items.reduce((sum, item) => sum + shares[item]! * means.mean[item]!, 0)
  const total = items.reduce((sum, item) => sum + shares[item]!, 0)
  const { min, max } = basis.key.scale
  const score = ((codes - total * min) / (max - min)) * 100
  return {
    score,
    ...spread(basis, score, varianceOf(basis.units, basis.blocks, domainOf, means, { items, coefficients: shares })),
  }
}

/** Standard error and t interval on the 0–100 scale from a variance in codes; null where there is none. */
export function spread(
  { key: { scale }, degreesOfFreedom, t }: Basis,
  value: number,
  variance: number,
): Omit<Combined, 'score'> {
  const se = (Math.sqrt(variance) / (scale.max - scale.min)) * 100
  if (!Number.isFinite(se) || degreesOfFreedom < 1) return { se: null, interval: null }
  const half = t * se
  return { se, interval: [value - half, value + half] }
}
