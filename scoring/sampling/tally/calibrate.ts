import type { Columns } from '../columns.ts'
import type { Margin, SurveyDesign } from '../design.ts'
import { type LeastSquares, leastSquares } from '../leastSquares.ts'
import { type RakeMargin, rake, type ZeroCell } from '../rake.ts'
import { trimmedRake } from '../trimmedRake.ts'
import { categoriesOf, type Units } from './units.ts'

/** A margin as the units see it. */
export interface CellMargin {
  margin: Margin
  /** Index of the combination of categories in `margin.counts` for each unit; −1 where one of them is not known. */
  category: Int32Array
  /** Respondents in each combination. */
  respondents: Float64Array
  /** Share of the population in each combination, of those that have respondents. */
  shares: Float64Array
}

export interface Calibration {
  /** Factor on the base weight of each unit; 0 for units that take no part. */
  g: Float64Array
  sweeps: number
  converged: boolean
  largestGap: number
  /** Rounds of trimming and raking again; null where the design does not trim. */
  trimCycles: number | null
  margins: CellMargin[]
  /** Combinations with a population but no respondents: left out, the others take their shares of the whole. */
  zeroCells: ZeroCell[]
  /** Projects on the calibration variables in the base-weight metric; null where there are none. */
  least: LeastSquares | null
}

/**
 * Calibrates units to the margins of a design: every margin is read as shares of the population total.
 *
 * The calibration variables are the indicators of a margin, and where some respondents have no value of it
 * z_k = [category k] − share_k · [value known] (METHOD.md section 1), beside the total itself.
 *
 * @param takesPart 1 for the units to calibrate, 0 for the others; absent: all
 */
export function calibrate(
  units: Units,
  design: Pick<SurveyDesign, 'variables' | 'margins' | 'calibration'>,
  takesPart = new Uint8Array(units.length).fill(1),
): Calibration {
  const weight = units.weight.map((own, unit) => own * takesPart[unit]!)
  const nobody = weight.every((own) => own === 0)
  if (design.calibration.method === 'none' || nobody) {
    const g = Float64Array.from(takesPart)
    return {
      g,
      sweeps: 0,
      converged: !nobody,
      largestGap: 0,
      trimCycles: null,
      margins: [],
      zeroCells: [],
      least: null,
    }
  }
  const { margins: indices, populationTotal } = design.calibration
  const margins = indices.map((index) => cellMarginOf(units, design, marginAt(design.margins, index), takesPart))
  const partial = margins.map(({ category }) => category.some((k, unit) => k < 0 && weight[unit]! > 0))
  const zeroCells = margins.flatMap(({ margin, respondents }, at) =>
    margin.counts.flatMap(({ count }, category) =>
      count > 0 && respondents[category] === 0 ? [{ margin: at, category }] : [],
    ),
  )

  const all = new Int32Array(units.length)
  const total = { category: all, targets: Float64Array.of(populationTotal) }
  const targets = [
    // Margins of shares leave the sum of the weights as it is, so it needs a margin of its own.
    ...(partial.every(Boolean) ? [total] : []),
    ...margins.map(({ category, shares }) => ({ category, targets: shares.map((share) => share * populationTotal) })),
  ]
  const weights = weigh(units, weight, targets, design.calibration)
  const columns: Columns[] = [
    { category: all, size: 1 },
    ...margins.map(({ category, shares }, at) => ({
      category,
      size: shares.length,
      ...(partial[at] && { centre: shares }),
    })),
  ]
  return {
    ...weights,
    g: weights.g.map((factor, unit) => factor * takesPart[unit]!),
    margins,
    zeroCells,
    least: leastSquares(columns, weight),
  }
}

function weigh(
  { n, d }: Units,
  weight: Float64Array,
  margins: RakeMargin[],
  { populationTotal, trim }: Extract<SurveyDesign['calibration'], { method: 'rake' }>,
) {
  if (trim === undefined) {
    const { g, sweeps, converged, largestGap } = covered(rake(weight, margins))
    return { g, sweeps, converged, largestGap, trimCycles: null }
  }
  const respondents = n.map((own, unit) => (weight[unit]! > 0 ? own : 0))
  const mean = populationTotal / respondents.reduce((sum, own) => sum + own, 0)
  const options = { ...trim, lower: trim.lower * mean, upper: trim.upper * mean }
  const { g, settled, cycles, raked } = covered(trimmedRake(d, respondents, margins, options))
  // Without a sweep raking only measures: trimming once leaves the margins behind.
  const { largestGap } = covered(
    rake(
      weight.map((own, unit) => own * g[unit]!),
      margins,
      { maxSweeps: 0 },
    ),
  )
  return { g, sweeps: raked.sweeps, converged: settled, largestGap, trimCycles: cycles }
}

function covered<T extends object>(outcome: T | { zeroCells: ZeroCell[] }): T {
  // The shares of categories without respondents are 0, so there can be none here.
  if ('zeroCells' in outcome) throw new Error('raking met a category without respondents')
  return outcome
}

function marginAt(margins: Margin[], index: number) {
  const margin = margins[index]
  if (margin === undefined) throw new RangeError(`the design has no margin ${index}`)
  return margin
}

function cellMarginOf(
  units: Units,
  { variables }: Pick<SurveyDesign, 'variables'>,
  margin: Margin,
  takesPart: Uint8Array,
): CellMargin {
  const own = margin.variables.map((name) => ({
    categories: categoriesOf(units, name),
    codes: variables.find((variable) => variable.name === name)?.categories.map(({ code }) => code) ?? [],
  }))
  const keys = new Map(margin.counts.map(({ categories }, k) => [categories.join('|'), k]))
  const category = new Int32Array(units.length).map((_, unit) => {
    const codes = own.map(({ categories, codes }) => codes[categories[unit]!])
    if (codes.includes(undefined)) return -1
    const k = keys.get(codes.join('|'))
    if (k === undefined)
      throw new RangeError(`margin ${margin.variables.join(' × ')} has no count for ${codes.join(' × ')}`)
    return k
  })
  const respondents = new Float64Array(margin.counts.length)
  for (const [unit, k] of category.entries()) if (k >= 0) respondents[k]! += units.n[unit]! * takesPart[unit]!
  const covered = margin.counts.map(({ count }, k) => (respondents[k]! > 0 ? count : 0))
  const sum = covered.reduce((before, count) => before + count, 0)
  return { margin, category, respondents, shares: Float64Array.from(covered, (count) => (sum > 0 ? count / sum : 0)) }
}
