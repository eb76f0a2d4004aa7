import { categoriesOf } from '../sampling/tally/units.ts'
import { itemMeans, varianceOf } from '../sampling/tally/variance.ts'
import type { Text } from '../text.ts'
import { type Basis, basisOf, type Combined, combine, type SurveyData, spread } from './basis.ts'
import { sharesWithin } from './scoreSurvey.ts'
import { complement } from './suppression.ts'
import { weightsOf } from './weights.ts'

/** Why the figures of a group are not shown. */
export type Suppression = 'no-score' | 'few-respondents' | 'low-effective' | 'unrated-item' | 'complementary'

/** What a reader of a shown group must know. */
export type GroupFlag = 'small-group' | 'thin-items'

interface GroupDimension extends Combined {
  code: string
  /** Respondents of the group who rated its least rated item in use. */
  n: number
  suppressed: Suppression | null
}

export interface GroupScore extends Combined {
  /** Category of the variable. */
  code: string
  label: Text
  n: number
  nEffective: number
  /** Not null: score, standard error, interval and dimensions are withheld. */
  suppressed: Suppression | null
  flags: GroupFlag[]
  dimensions: GroupDimension[]
}

/**
 * The survey score of each category of a calibration variable, with the region's items and weights as they stand
 * (SURVEY-PRACTICE 5.7 step 6, 3.4). Standard errors take the group as a domain: nobody is dropped, and the calibration
 * residuals are over the whole sample.
 * @throws RangeError if the design has no such variable
 */
export function scoreGroups(data: SurveyData, variable: string): GroupScore[] {
  const basis = basisOf(data)
  const domains = domainsOf(basis, variable)
  const n = domains.map(({ weights }) => weights.respondents)
  const own = domains.map((domain) => reasonFor(basis, domain))
  const extra = complement(
    n,
    own.map((reason) => reason !== null),
    basis.rules.fewestInGroup,
  )
  const reasons = own.map((reason, group) => reason ?? (extra[group] ? 'complementary' : null))
  const dimensions = basis.key.dimensions.map(({ code }) => dimensionOf(basis, domains, reasons, code))
  return domains.map((domain, group) => ({
    code: domain.code,
    label: domain.label,
    n: domain.weights.respondents,
    nEffective: domain.weights.nEffective,
    suppressed: reasons[group]!,
    ...(reasons[group] === null ? combine(basis, basis.use.weights, domain.of, domain.means) : nothing),
    flags: reasons[group] === null ? flagsOf(basis, domain) : [],
    dimensions: dimensions.map((groups) => groups[group]!),
  }))
}

/** Mean of one group less that of another. */
export interface GroupDifference {
  difference: number | null
  se: number | null
  interval: [number, number] | null
}

/**
 * The score of group `a` less that of group `b`; the covariance that calibration brings about is in the standard error.
 * All null where one of them is suppressed.
 * @throws RangeError if the variable has no such category
 */
export function compareGroups(data: SurveyData, variable: string, a: string, b: string): GroupDifference {
  const groups = scoreGroups(data, variable)
  const [first, second] = [a, b].map((code) => groups.find((group) => group.code === code))
  if (first === undefined || second === undefined)
    throw new RangeError(`variable ${variable} has no group ${a} or ${b}`)
  if (first.score === null || second.score === null) return { difference: null, se: null, interval: null }
  const basis = basisOf(data)
  const { units, use } = basis
  const order = [groups.indexOf(first), groups.indexOf(second)]
  const domainOf = categoriesOf(units, variable).map((category) => order.indexOf(category))
  const coefficients = Float64Array.from([...use.weights, ...use.weights.map((weight) => -weight)])
  const items = [...use.weights.keys()].filter((item) => use.weights[item] !== 0)
  const means = itemMeans(units, basis.blocks, domainOf, 2)
  const difference = first.score - second.score
  const variance = varianceOf(units, basis.blocks, domainOf, means, { items, coefficients })
  return { difference, ...spread(basis, difference, variance) }
}

const nothing: Combined = { score: null, se: null, interval: null }

type Domain = ReturnType<typeof domainsOf>[number]

function domainsOf({ design, units, blocks, calibration }: Basis, name: string) {
  const category = categoriesOf(units, name)
  const variable = design.variables.find((one) => one.name === name)
  return (variable?.categories ?? []).map(({ code, label }, index) => {
    // 0 inside the group, −1 outside.
    const of = category.map((own) => (own === index ? 0 : -1))
    const inside = Float64Array.from(of, (own) => own + 1)
    return {
      code,
      label,
      of,
      means: itemMeans(units, blocks, of, 1),
      weights: weightsOf({ units, calibration }, inside),
    }
  })
}

const itemsUsed = ({ use }: Basis) => [...use.weights.keys()].filter((item) => use.weights[item]! > 0)

function reasonFor(basis: Basis, { weights, means }: Domain): Suppression | null {
  const { rules, use } = basis
  if (use.emptyDimensions.length > 0 && !rules.spreadEmptyDimensions) return 'no-score'
  if (weights.respondents < rules.fewestInGroup) return 'few-respondents'
  if (weights.nEffective < rules.fewestEffective) return 'low-effective'
  return itemsUsed(basis).some((item) => !(means.weight[item]! > 0)) ? 'unrated-item' : null
}

function flagsOf(basis: Basis, { weights, means }: Domain): GroupFlag[] {
  const { rules, use } = basis
  const thin = itemsUsed(basis).filter((item) => means.n[item]! < rules.thinInGroup)
  const carried = thin.reduce((sum, item) => sum + use.weights[item]!, 0)
  return [
    ...(weights.respondents < rules.flaggedGroup ? (['small-group'] as const) : []),
    ...(carried > rules.mostThinWeight ? (['thin-items'] as const) : []),
  ]
}

/** A dimension over all groups: what is hidden in one must not come out of the others. */
function dimensionOf(basis: Basis, domains: Domain[], groups: (Suppression | null)[], code: string): GroupDimension[] {
  const { key, use, rules } = basis
  const members = itemsUsed(basis).filter((item) => key.items[item]!.dimension === code)
  const n = domains.map(({ means }) => (members.length > 0 ? Math.min(...members.map((item) => means.n[item]!)) : 0))
  const own = groups.map((reason, group) => reason ?? (n[group]! < rules.fewestInGroup ? 'few-respondents' : null))
  const extra = complement(
    n,
    own.map((reason) => reason !== null),
    rules.fewestInGroup,
  )
  const shares = sharesWithin(use.weights, members)
  return domains.map(({ of, means }, group) => {
    const suppressed = own[group] ?? (extra[group] ? 'complementary' : null)
    const combined = suppressed === null ? combine(basis, shares, of, means) : nothing
    return { code, n: n[group]!, suppressed, ...combined }
  })
}
