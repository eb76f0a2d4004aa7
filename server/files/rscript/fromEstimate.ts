import type { Block, EmptyBlock } from '../../../scoring/sampling/estimate/block.ts'
import type { Estimates } from '../../../scoring/sampling/estimate/estimate.ts'
import { itemCoefficients } from '../../../scoring/sampling/estimate/itemLevel.ts'
import { broughtToOneTotal, sumOf } from '../../../scoring/sampling/estimate/margins.ts'
import type { Input } from '../../../scoring/sampling/estimate/readInput.ts'
import { onHundred, scoredItems, valuesBy } from '../../../scoring/sampling/estimate/scores.ts'
import type { Survey } from '../../../scoring/sampling/estimate/survey.ts'
import type { Expected, RModel } from './model.ts'

/** What R needs to compute the estimates from files again: every estimand, overall and by domain, and the score by items. */
export function modelOfEstimate(input: Input, survey: Survey, estimates: Estimates): RModel {
  const { design, frame, columns, domains } = input
  const margins = broughtToOneTotal(frame.margins)
  const score = design.score
  const scored = score === null ? [] : scoredItems(score)
  const coefficients = score === null ? [] : itemCoefficients(score)
  const values = valuesBy(input)
  const of = (name: string) => `estimand ${name}`
  return {
    method: methodOf(input, survey),
    total: sumOf(margins.at(-1)?.targets ?? [sumOf(survey.weights)]),
    lonelyPsu: design.lonely_psu,
    rows: survey.length,
    stratum: design.strata === null ? null : Array.from(frame.stratum, String),
    psu: frame.psu && Array.from(frame.psu, String),
    populationSize: frame.populationSize,
    baseWeight: frame.base,
    margins: margins.map(({ name, category, categories, targets }) => ({
      name,
      value: Array.from(category, (k) => categories[k] ?? ''),
      shares: categories.map((label, k) => ({ category: label, share: targets[k]! / sumOf(targets) })),
    })),
    numbers: frame.numbers.map(({ name, values: value, total }) => ({ name, value, total })),
    blocks: [{ asked: new Uint8Array(survey.length).fill(1), finalWeight: survey.weights }],
    items: [
      ...values.map(({ name, y }) => ({ name: of(name), block: 0, value: y })),
      ...(score === null
        ? []
        : scored.map((name) => ({ name, block: 0, value: onHundred(columns.get(name)!, score) }))),
    ],
    quantities: [
      ...values.map(({ name }) => ({ name, terms: [{ item: of(name), coefficient: 1 }] })),
      ...(score === null
        ? []
        : [{ name: byItems, terms: scored.map((item, at) => ({ item, coefficient: coefficients[at]! })) }]),
    ],
    groups: design.domains.map((name) => {
      const { of: labelOf, labels } = domains.get(name)!
      return { name, value: Array.from(labelOf, (label) => labels[label] ?? '') }
    }),
    expected: expectedOf(estimates),
  }
}

const byItems = 'score by items (SR-1)'

function methodOf({ design, frame }: Input, { cells }: Survey): RModel['method'] {
  if (design.calibration === 'none') return 'none'
  // calibrate() divides by the base weights, and with missing values ends at other weights than raking step by step.
  const beyond = frame.base.includes(0) || cells?.partial === true
  if (design.calibration === 'trimmed-rake' || beyond) return 'given'
  return design.calibration === 'linear' ? 'linear' : 'raking'
}

function expectedOf({ estimands, composite_item_level }: Estimates): Expected[] {
  const rows: Expected[] = []
  const add = (quantity: string, group: string, category: string, own: { estimate: number; se: number }) => {
    const { estimate, se } = own
    if (Number.isFinite(estimate) && Number.isFinite(se)) rows.push({ quantity, group, category, estimate, se })
  }
  const addBlock = (quantity: string, group: string, category: string, found: Block | EmptyBlock) => {
    if ('mean' in found) add(quantity, group, category, { estimate: found.mean, se: found.se })
  }
  if (composite_item_level) {
    const { available_case, domains = {} } = composite_item_level
    add(byItems, '', '', available_case)
    for (const [group, categories] of Object.entries(domains))
      for (const [category, own] of Object.entries(categories)) add(byItems, group, category, own)
  }
  for (const [name, { overall, domains = {} }] of Object.entries(estimands)) {
    addBlock(name, '', '', overall)
    for (const [group, categories] of Object.entries(domains))
      for (const [category, found] of Object.entries(categories)) addBlock(name, group, category, found)
  }
  return rows
}
