import { categoriesOf } from '../sampling/tally/units.ts'
import { itemMeans, varianceOf } from '../sampling/tally/variance.ts'
import type { Text } from '../text.ts'
import { type Basis, basisOf, type Combined, combine, type SurveyData, spread } from './basis.ts'
import { combineIndependent } from './independent.ts'
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

/** A sample that was calibrated on its own, with its share in the score: 1 where it is the only one. */
export interface GroupPart {
  basis: Basis
  share: number
}

/**
 * The survey score of each category of a calibration variable, with the region's items and weights as they stand
 * (SURVEY-PRACTICE 5.7 step 6, 3.4). Standard errors take the group as a domain: nobody is dropped, and the calibration
 * residuals are over the whole sample.
 * @throws RangeError if the design has no such variable
 */
export const scoreGroups = (data: SurveyData, variable: string): GroupScore[] =>
  groupsOver([{ basis: basisOf(data), share: 1 }], variable)

/**
 * The same over independent samples of one questionnaire, by their shares in the score; who is too few is told by all of
 * them together.
 * @throws RangeError if the design has no such variable
 */
export function groupsOver(parts: GroupPart[], variable: string): GroupScore[] {
  const own = parts.map(({ basis, share }) => ({ basis, share, domains: domainsOf(basis, variable) }))
  const groups = (own[0]?.domains ?? []).map(({ code, label }, index): Group => {
    const domains = own.map(({ basis, share, domains }) => ({ basis, share, domain: domains[index]! }))
    return { code, label, parts: domains, ...sizeOf(domains) }
  })
  const withoutValue = own.reduce((sum, { basis }) => sum + withoutValueIn(basis, variable), 0)
  const reasons = withComplement(groups, groups.map(reasonFor), withoutValue)
  const codes = own[0]?.basis.key.dimensions.map(({ code }) => code) ?? []
  const dimensions = codes.map((code) => dimensionOf(groups, reasons, withoutValue, code))
  return groups.map((group, at) => ({
    code: group.code,
    label: group.label,
    n: group.n,
    nEffective: group.nEffective,
    suppressed: reasons[at]!,
    ...(reasons[at] === null ? together(group, ({ use }) => use.weights) : nothing),
    flags: reasons[at] === null ? flagsOf(group) : [],
    dimensions: dimensions.map((own) => own[at]!),
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

interface Group {
  code: string
  label: Text
  n: number
  nEffective: number
  parts: { basis: Basis; share: number; domain: Domain }[]
}

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

/** Respondents without a value of a variable. */
const withoutValueIn = ({ units }: Basis, name: string) =>
  categoriesOf(units, name).reduce((sum, own, unit) => sum + (own < 0 ? units.n[unit]! : 0), 0)

function sizeOf(parts: Group['parts']): Pick<Group, 'n' | 'nEffective'> {
  const n = parts.reduce((sum, { domain }) => sum + domain.weights.respondents, 0)
  const [only, ...others] = parts
  if (only && others.length === 0) return { n, nEffective: only.domain.weights.nEffective }
  // Variance of a weighted sum of independent means, in units of one answer's.
  const variance = parts.reduce((sum, { share, domain }) => sum + share ** 2 / domain.weights.nEffective, 0)
  return { n, nEffective: 1 / variance }
}

/** A combination of the items' means in a group; of several samples by their shares, as independent ones. */
function together({ parts }: Group, sharesIn: (basis: Basis) => Float64Array): Combined {
  const combined = parts.map(({ basis, share, domain }) => ({
    estimate: combine(basis, sharesIn(basis), domain.of, domain.means),
    degreesOfFreedom: basis.degreesOfFreedom,
    coefficient: share,
  }))
  if (combined.length === 1) return combined[0]!.estimate
  const { value, se, interval } = combineIndependent(combined)
  return { score: value, se, interval }
}

const itemsUsed = ({ use }: Basis) => [...use.weights.keys()].filter((item) => use.weights[item]! > 0)

const rulesOf = ({ parts }: Group) => parts[0]!.basis.rules

function reasonFor(group: Group): Suppression | null {
  const { parts, n, nEffective } = group
  const rules = rulesOf(group)
  if (parts.some(({ basis }) => basis.use.emptyDimensions.length > 0) && !rules.spreadEmptyDimensions) return 'no-score'
  if (n < rules.fewestInGroup) return 'few-respondents'
  if (nEffective < rules.fewestEffective) return 'low-effective'
  const unrated = parts.some(({ basis, domain }) => itemsUsed(basis).some((item) => !(domain.means.weight[item]! > 0)))
  return unrated ? 'unrated-item' : null
}

/** What is hidden in one group must not come out of the others. */
function withComplement(
  groups: Group[],
  own: (Suppression | null)[],
  withoutValue: number,
  n = groups.map((group) => group.n),
): (Suppression | null)[] {
  const fewest = groups[0] ? rulesOf(groups[0]).fewestInGroup : 0
  const extra = complement(
    n,
    own.map((reason) => reason !== null),
    fewest,
    withoutValue,
  )
  return own.map((reason, group) => reason ?? (extra[group] ? 'complementary' : null))
}

/** Ratings of an item in a group, over all its samples. */
const ratingsOf = ({ parts }: Group, item: number) => parts.reduce((sum, { domain }) => sum + domain.means.n[item]!, 0)

function flagsOf(group: Group): GroupFlag[] {
  const rules = rulesOf(group)
  const carried = group.parts.reduce(
    (sum, { basis, share }) =>
      sum +
      itemsUsed(basis)
        .filter((item) => ratingsOf(group, item) < rules.thinInGroup)
        .reduce((weights, item) => weights + share * basis.use.weights[item]!, 0),
    0,
  )
  return [
    ...(group.n < rules.flaggedGroup ? (['small-group'] as const) : []),
    ...(carried > rules.mostThinWeight ? (['thin-items'] as const) : []),
  ]
}

function dimensionOf(
  groups: Group[],
  reasons: (Suppression | null)[],
  withoutValue: number,
  code: string,
): GroupDimension[] {
  const membersIn = (basis: Basis) => itemsUsed(basis).filter((item) => basis.key.items[item]!.dimension === code)
  const n = groups.map((group) => {
    const members = group.parts.flatMap(({ basis }) => membersIn(basis))
    return members.length > 0 ? Math.min(...members.map((item) => ratingsOf(group, item))) : 0
  })
  const own = groups.map(
    (group, at) => reasons[at] ?? (n[at]! < rulesOf(group).fewestInGroup ? 'few-respondents' : null),
  )
  return withComplement(groups, own, withoutValue, n).map((suppressed, at) => ({
    code,
    n: n[at]!,
    suppressed,
    ...(suppressed === null
      ? together(groups[at]!, (basis) => sharesWithin(basis.use.weights, membersIn(basis)))
      : nothing),
  }))
}
