import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { sortedCells } from '../../../scoring/sampling/tally/serialise.ts'
import { categoriesOf } from '../../../scoring/sampling/tally/units.ts'
import { type Basis, basisOf, type SurveyData } from '../../../scoring/subjective/basis.ts'
import { scoreGroups } from '../../../scoring/subjective/scoreGroups.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import type { Expected, RModel } from './model.ts'

/** A response in the score: as it was taken into the tally. */
export interface ScoredResponse {
  /** Whether the person was drawn from a frame; of meaning in a mixed sample alone. */
  drawn?: boolean
  cell: string
  baseWeight: number
  codes: ArrayLike<number>
}

/**
 * What R needs to compute the survey score again: the score, its dimensions and items, and the groups by every variable of
 * the design that are shown.
 * @param responses those that the tally counts, all of them
 * @throws RangeError where they don't belong together
 */
export function modelOfSurvey(data: SurveyData, responses: ScoredResponse[]): RModel {
  const { design, key } = data
  const basis = basisOf(data)
  const { units, blocks } = basis
  const unitOf = unitsByCell(data, responses)
  const { min, max } = key.scale
  const labels = variablesByRow(basis, unitOf)
  const stratum = design.sampling?.stratum
  const sizes = design.sampling?.population
  const of = (index: number) => blocks.findIndex(({ items }) => items.includes(index))
  return {
    method: methodOf(design, basis),
    total: design.calibration.method === 'rake' ? design.calibration.populationTotal : responses.length,
    lonelyPsu: 'fail',
    rows: responses.length,
    stratum: stratum === undefined ? null : labels(stratum),
    psu: null,
    populationSize:
      sizes === undefined
        ? null
        : Float64Array.from(unitOf, (unit) => sizes[units.strata[units.stratumOf[unit]!]!.code] ?? Number.NaN),
    baseWeight: Float64Array.from(responses, ({ baseWeight }) => baseWeight),
    margins: basis.calibration.margins.map(({ margin, category, shares }) => ({
      name: margin.variables.join(':'),
      value: Array.from(unitOf, (unit) => margin.counts[category[unit]!]?.categories.join(':') ?? ''),
      shares: margin.counts.map(({ categories }, k) => ({ category: categories.join(':'), share: shares[k]! })),
    })),
    numbers: [],
    blocks: blocks.map(({ calibration: { g } }) => ({
      asked: Uint8Array.from(unitOf, (unit) => Number(g[unit]! > 0)),
      finalWeight: Float64Array.from(unitOf, (unit) => units.d[unit]! * g[unit]!),
    })),
    items: key.items.map(({ name }, index) => ({
      name,
      block: of(index),
      value: Float64Array.from(responses, ({ codes }) =>
        codes[index]! > max ? Number.NaN : ((codes[index]! - min) / (max - min)) * 100,
      ),
    })),
    ...quantitiesOf(data, basis),
    groups: design.variables.map(({ name }) => ({ name, value: labels(name) })),
  }
}

/**
 * Trimmed weights can't be had from calibrate(), nor the weight 0 of a category beyond the population; and where values are
 * missing, raking step by step ends at other weights than its exponential tilting, under the same constraints.
 */
function methodOf({ calibration, margins }: SurveyDesign, { calibration: whole }: Basis): RModel['method'] {
  if (calibration.method === 'none') return 'none'
  const empty = calibration.margins.some((index) => margins[index]!.counts.some(({ count }) => count === 0))
  const partial = whole.margins.some(({ category }) => category.includes(-1))
  return calibration.trim !== undefined || empty || partial ? 'given' : 'raking'
}

function unitsByCell({ tally }: SurveyData, responses: ScoredResponse[]): Int32Array {
  const keyOf = (cell: string, baseWeight: number) => `${baseWeight} ${cell}`
  const units = new Map(sortedCells(tally.cells).map(({ cell, baseWeight }, unit) => [keyOf(cell, baseWeight), unit]))
  return Int32Array.from(responses, ({ cell, baseWeight }) => {
    const unit = units.get(keyOf(cell, baseWeight))
    if (unit === undefined)
      throw new RangeError(`the tally has no response in cell "${cell}" with weight ${baseWeight}`)
    return unit
  })
}

function variablesByRow({ units, design }: Basis, unitOf: Int32Array) {
  return (name: string): string[] => {
    const category = categoriesOf(units, name)
    const codes = design.variables.find((one) => one.name === name)?.categories.map(({ code }) => code) ?? []
    return Array.from(unitOf, (unit) => codes[category[unit]!] ?? '')
  }
}

const whole = 'score (SR-1)'

function quantitiesOf(data: SurveyData, { use, key }: Basis): Pick<RModel, 'quantities' | 'expected'> {
  const score = scoreSurvey({ ...data, kind: 'model' })
  const used = [...use.weights.keys()].filter((item) => use.weights[item]! > 0)
  const termsOf = (items: number[]) => {
    const sum = items.reduce((before, item) => before + use.weights[item]!, 0)
    return items.map((item) => ({ item: key.items[item]!.name, coefficient: use.weights[item]! / sum }))
  }
  const dimension = (code: string) => `dimension ${code}`
  const item = (name: string) => `item ${name}`
  const expected: Expected[] = []
  const add = (quantity: string, group: string, category: string, own: { score: number | null; se: number | null }) => {
    if (own.score !== null && own.se !== null)
      expected.push({ quantity, group, category, estimate: own.score, se: own.se })
  }
  add(whole, '', '', score)
  for (const own of score.dimensions) add(dimension(own.code), '', '', own)
  for (const own of score.items) add(item(own.name), '', '', own)
  for (const { name } of data.design.variables)
    for (const group of scoreGroups(data, name)) add(whole, name, group.code, group)
  return {
    quantities: [
      { name: whole, terms: termsOf(used) },
      ...key.dimensions.map(({ code }) => ({
        name: dimension(code),
        terms: termsOf(used.filter((index) => key.items[index]!.dimension === code)),
      })),
      ...key.items.map(({ name }) => ({ name: item(name), terms: [{ item: name, coefficient: 1 }] })),
    ],
    expected,
  }
}
