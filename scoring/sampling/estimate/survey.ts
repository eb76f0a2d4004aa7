import { tQuantile } from '../distributions.ts'
import { type CalibrationCells, calibrationCells, type NumericTotal } from './cells.ts'
import type { EstimateDesign } from './designFile.ts'
import { broughtToOneTotal, type MarginData } from './margins.ts'
import { projected, type Residuals, tenSweeps, uncalibrated } from './residuals.ts'
import { degreesOfFreedom, type Sample, type SampleColumns, sampleOf } from './sample.ts'
import { standardError } from './variance.ts'
import { type Weighed, weigh } from './weigh.ts'

/** What the arithmetic needs of the rows, beside the answers. */
export interface Frame extends SampleColumns {
  /** Base weights. */
  base: Float64Array
  margins: MarginData[]
  numbers: NumericTotal[]
}

/** Rows with their design, final weights and all that standard errors are made of. */
export interface Survey extends Weighed {
  length: number
  base: Float64Array
  sample: Sample
  calibration: EstimateDesign['calibration']
  cells: CalibrationCells | null
  /** Residuals of the base-weight metric: those that every standard error comes from unless it says otherwise. */
  residuals: Residuals
  /** Those of the other methods; null where nothing is calibrated. */
  methods: Methods | null
  degf: number
  t975: number
}

interface Methods {
  /** What R prints; null where R cannot calibrate (a margin value is missing). */
  R_survey: Residuals | null
  projection_unit_metric: Residuals
  projection_base_weight_metric: Residuals
  /** Null unless all weights are positive. */
  projection_calibrated_weight_metric: Residuals | null
  no_calibration_gain: Residuals
  /** R's other function for raking, whose residuals are those of the base-weight metric; null where it was not raked. */
  R_calibrate_raking: Residuals | null
}

export type SeByMethod = { [M in keyof Methods]?: number }

type Plan = Pick<EstimateDesign, 'calibration' | 'trim' | 'lonely_psu'>

/** The survey of these rows; null where a category has a population but no base weight. */
export function surveyOf(frame: Frame, plan: Plan): Survey | null {
  const { base } = frame
  const margins = broughtToOneTotal(frame.margins)
  const cells = plan.calibration === 'none' ? null : calibrationCells(margins, frame.numbers, base.length)
  const weighed = weigh(plan, base, cells)
  if (weighed === null) return null
  const sample = sampleOf(frame, plan.lonely_psu)
  const degf = degreesOfFreedom(sample, weighed.weights)
  const methods = cells === null ? null : methodsOf(weighed, base, cells, plan.calibration)
  return {
    ...weighed,
    length: base.length,
    base,
    sample,
    calibration: plan.calibration,
    cells,
    residuals: methods?.projection_base_weight_metric ?? uncalibrated(weighed.weights),
    methods,
    degf,
    t975: tQuantile(0.975, degf),
  }
}

function methodsOf(
  { weights, raked }: Weighed,
  base: Float64Array,
  cells: CalibrationCells,
  calibration: string,
): Methods {
  const exact = projected(weights, cells, base)
  const sweeps = raked === null ? exact : tenSweeps(weights, raked, cells)
  return {
    R_survey: cells.partial ? null : sweeps,
    projection_unit_metric: projected(weights, cells, new Float64Array(base.length).fill(1)),
    projection_base_weight_metric: exact,
    projection_calibrated_weight_metric: weights.every((weight) => weight > 0)
      ? projected(weights, cells, weights)
      : null,
    no_calibration_gain: uncalibrated(weights),
    R_calibrate_raking: calibration === 'rake' && !cells.partial ? exact : null,
  }
}

/** The frame of some of the rows. */
export function rowsOf({ base, stratum, psu, populationSize, margins, numbers }: Frame, rows: Int32Array): Frame {
  const integers = (column: Int32Array) => Int32Array.from(rows, (row) => column[row]!)
  const reals = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!)
  return {
    base: reals(base),
    stratum: integers(stratum),
    psu: psu && integers(psu),
    populationSize: populationSize && reals(populationSize),
    margins: margins.map((margin) => ({ ...margin, category: integers(margin.category) })),
    numbers: numbers.map((auxiliary) => ({ ...auxiliary, values: reals(auxiliary.values) })),
  }
}

/** Strata that an estimate over these rows knows of: all of them in a calibrated survey, as in R. */
export function strataPresent({ sample, cells }: Survey, rows: Int32Array): Uint8Array {
  const present = new Uint8Array(sample.strata.length)
  if (cells !== null) return present.fill(1)
  for (const row of rows) present[sample.stratumOf[row]!] = 1
  return present
}

/** Standard error of what has these linearised values; `present` as in `covariance`. */
export const seOf = ({ sample, residuals }: Survey, e: Float64Array, present?: Uint8Array): number =>
  standardError(sample, residuals(e), present)

/** Standard errors by the other methods, of a survey that is calibrated. */
export function seByMethod(
  { sample, methods }: Survey,
  e: Float64Array,
  names: (keyof Methods)[],
): SeByMethod | undefined {
  if (methods === null) return undefined
  const used = names.filter((name) => name === 'projection_calibrated_weight_metric' || methods[name] !== null)
  return Object.fromEntries(
    used.map((name) => {
      const residuals = methods[name]
      return [name, residuals === null ? Number.NaN : standardError(sample, residuals(e))]
    }),
  )
}

export const mainMethods = [
  'R_survey',
  'projection_unit_metric',
  'projection_base_weight_metric',
] satisfies (keyof Methods)[]
export const allMethods = [
  ...mainMethods,
  'projection_calibrated_weight_metric',
  'no_calibration_gain',
] satisfies (keyof Methods)[]
