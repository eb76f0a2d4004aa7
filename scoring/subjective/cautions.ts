import type { CellMargin } from '../sampling/tally/calibrate.ts'
import type { Text } from '../text.ts'
import type { Basis } from './basis.ts'
import { cautionText } from './cautionText.ts'
import type { Caution, ItemEstimate } from './score.ts'
import { weightsOf } from './weights.ts'

/** All that a reader of the score must know about its sample, weights and items. */
export function cautionsOf(basis: Basis, items: ItemEstimate[]): Caution[] {
  if (basis.units.length === 0) return [caution('no-responses', '', cautionText.noResponses(), true)]
  return [...aboutMargins(basis), ...aboutWeights(basis), ...aboutItems(basis, items)]
}

const caution = (code: Caution['code'], subject: string, text: Text, blocks: boolean): Caution => ({
  code,
  subject,
  text,
  blocks,
})

function aboutMargins({ design, rules, calibration, blocks }: Basis): Caution[] {
  const calibrations = new Set([calibration, ...blocks.map((block) => block.calibration)])
  const found = [...calibrations].flatMap(({ margins, zeroCells }) =>
    margins.flatMap((margin, at) =>
      margin.margin.counts.flatMap(({ count }, k): Caution[] => {
        const respondents = margin.respondents[k]!
        const { subject, name } = categoryOf(design, margin, k)
        if (zeroCells.some((cell) => cell.margin === at && cell.category === k))
          return [caution('zero-cell', subject, cautionText.zeroCell(name, count / totalOf(margin)), true)]
        if (count === 0 && respondents > 0)
          return [caution('margins-disagree', subject, cautionText.noPopulation(name, respondents), true)]
        if (count === 0 || respondents >= rules.fewestInCategory) return []
        return [
          caution('thin-category', subject, cautionText.thinCategory(name, respondents, rules.fewestInCategory), true),
        ]
      }),
    ),
  )
  return [...bySubject(found), ...aboutFolds(design, calibration.margins), ...aboutTotals(design, calibration.margins)]
}

/** Once for each category, although several forms are calibrated to it: the figures of the last form stand. */
const bySubject = (cautions: Caution[]) => [
  ...new Map(cautions.map((one) => [`${one.code} ${one.subject}`, one])).values(),
]

const totalOf = ({ margin }: CellMargin) => margin.counts.reduce((sum, { count }) => sum + count, 0)

function categoryOf(
  { variables }: Basis['design'],
  { margin }: CellMargin,
  k: number,
): { subject: string; name: Text } {
  const { categories } = margin.counts[k]!
  const names = margin.variables.map((name, at) => {
    const variable = variables.find((one) => one.name === name)!
    const category = variable.categories.find(({ code }) => code === categories[at])!
    return nameOf(variable.label, category.label)
  })
  return {
    subject: `${margin.variables.join(':')}=${categories.join(':')}`,
    name: { zh: names.map(({ zh }) => zh).join('×'), en: names.map(({ en }) => en).join(' × ') },
  }
}

/** Once for each category of a variable, in however many margins it is. */
function aboutFolds({ variables, decisions }: Basis['design'], margins: CellMargin[]): Caution[] {
  const used = new Set(margins.flatMap(({ margin }) => margin.variables))
  const decided = decisions.length > 0
  return variables
    .filter(({ name }) => used.has(name))
    .flatMap(({ name, label, categories }) =>
      categories
        .filter(({ folded }) => folded)
        .map((category) => {
          const text = cautionText.foldedCategory(nameOf(label, category.label), decided)
          return caution('folded-category', `${name}=${category.code}`, text, !decided)
        }),
    )
}

const nameOf = (variable: Text, category: Text): Text => ({
  zh: `${variable.zh}“${category.zh}”`,
  en: `${variable.en} "${category.en}"`,
})

function aboutTotals({ decisions }: Basis['design'], margins: CellMargin[]): Caution[] {
  const totals = margins.map(totalOf)
  if (totals.length === 0 || Math.max(...totals) <= Math.min(...totals) * (1 + 1e-9)) return []
  const list = margins.map(({ margin }, at) => `${margin.variables.join(' × ')}: ${totals[at]}`).join('; ')
  const subject = margins.map(({ margin }) => margin.variables.join(':')).join(',')
  return [
    caution(
      'margins-disagree',
      subject,
      cautionText.totalsDisagree(list, decisions.length > 0),
      decisions.length === 0,
    ),
  ]
}

function aboutWeights(basis: Basis): Caution[] {
  const { units, rules, calibration, blocks } = basis
  const found: Caution[] = []
  const failed = [calibration, ...blocks.map((block) => block.calibration)].find(({ converged }) => !converged)
  if (failed !== undefined) {
    const { sweeps, largestGap, trimCycles } = failed
    const text = trimCycles === null ? cautionText.notConverged(sweeps, largestGap) : cautionText.trimUnmet(trimCycles)
    found.push(caution('not-converged', '', text, true))
  }
  const { respondents, sum, largest } = weightsOf(basis)
  const cap = (rules.weightCap * sum) / respondents
  if (largest > cap * (1 + 1e-9)) {
    const above = units.n.reduce((n, own, unit) => n + (units.d[unit]! * calibration.g[unit]! > cap ? own : 0), 0)
    const text = cautionText.weightCap(above, above / respondents, (largest * respondents) / sum, rules.weightCap)
    found.push(caution('weight-cap', '', text, true))
  }
  for (const { code, n, fraction } of units.strata)
    if (n === 1 && fraction < 1) found.push(caution('lonely-stratum', code, cautionText.lonelyStratum(code), true))
  return found
}

function aboutItems({ key, rules, use }: Basis, items: ItemEstimate[]): Caution[] {
  const thin = use.thin.map((item) => {
    const { name, label, n } = items[item]!
    return caution('thin-item', name, cautionText.thinItem(label, n, rules.fewestRaters), false)
  })
  const empty = use.emptyDimensions.map((code) => {
    const { label } = key.dimensions.find((dimension) => dimension.code === code)!
    return caution('empty-dimension', code, cautionText.emptyDimension(label, rules.spreadEmptyDimensions), true)
  })
  const unknown = items
    .filter(({ dontKnowRate }) => dontKnowRate !== null && dontKnowRate > rules.mostDontKnow)
    .map(({ name, label, dontKnowRate }) =>
      caution('high-dont-know', name, cautionText.highDontKnow(label, dontKnowRate ?? 0, rules.mostDontKnow), false),
    )
  return [...thin, ...empty, ...unknown]
}
