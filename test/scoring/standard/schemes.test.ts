import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inputsOf, isComposed, kindOf } from '../../../scoring/standard/evaluate.ts'
import type { Formula } from '../../../scoring/standard/formula.ts'
import type { Input } from '../../../scoring/standard/input.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import type { Dimension, Indicator, SchemeId } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'

const published = (id: SchemeId) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../reference/objective/scheme-${id}.json`), 'utf8'))

const basesOfCaps = (formula: Formula): string[] => {
  if (!isComposed(formula)) return []
  const own = formula.kind === 'ratio' && formula.capAtOne ? [formula.capAtOne] : []
  return [...own, ...kindOf(formula).parts(formula).flatMap(basesOfCaps)]
}

const described = ({ label, ...rest }: Input) => ({
  ...rest,
  label: label.zh,
  labelEn: label.en,
  ...('unit' in rest && { unit: rest.unit.zh }),
  ...('options' in rest && {
    options: rest.options.map(({ key, label }) => ({ key, label: label.zh, labelEn: label.en })),
  }),
})

const itemDescribed = (item: Item) => ({
  id: item.id,
  name: item.name.zh,
  nameEn: item.name.en,
  timing: item.timing,
  inputs: item.inputs.map(described),
  ...(item.kind === 'scored' ? { share: item.share, maximum: item.maximum } : { maxDeduction: item.maxDeduction }),
  ...(item.rulings.length > 0 && { rulings: item.rulings }),
  ...(item.sumAtMost.length > 0 && { sumAtMost: item.sumAtMost }),
  ...(basesOfCaps(item.formula).length > 0 && { capAtOne: true, capBasis: basesOfCaps(item.formula)[0] }),
})

const indicatorDescribed = (
  { id, name, weight, table, rulings, items, printedId, survey }: Indicator,
  kind: Dimension['kind'],
) => ({
  id,
  name: name.zh,
  nameEn: name.en,
  weight,
  items: items.map(itemDescribed),
  ...(table !== null && { table }),
  ...(rulings.length > 0 && { rulings }),
  ...(printedId && { printedId }),
  ...(survey && { survey: described(survey) }),
  ...(kind === 'deduction' && { deduction: true }),
  ...(kind === 'subjective' && { subjective: true }),
})

describe.each(Object.values(schemes))('the scheme $id', (scheme) => {
  test('agrees with the published list in every id, name, table, weight, share, maximum and input', () => {
    const dimensions = scheme.dimensions.map(({ id, name, kind, weight, indicators }) => ({
      id,
      name: name.zh,
      nameEn: name.en,
      weight,
      indicators: indicators.map((indicator) => indicatorDescribed(indicator, kind)),
      ...(kind === 'deduction' && { deduction: true }),
      ...(kind === 'subjective' && { subjective: true }),
    }))
    const expected = published(scheme.id)
    expect(dimensions).toEqual(expected.dimensions)
    expect(scheme.weightsTable).toBe(expected.weightsTable)
  })

  test('has as many items as announced, no id twice', () => {
    const ids = scheme.dimensions.flatMap(({ indicators }) =>
      indicators.flatMap(({ items }) => items.map(({ id }) => id)),
    )
    expect(ids).toHaveLength(scheme.id === 'city' ? 61 : 37)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('weighs 100 % in all, and every dimension as much as its indicators', () => {
    const total = (weights: number[]) => weights.reduce((sum, weight) => sum + weight, 0)
    expect(total(scheme.dimensions.map(({ weight }) => weight))).toBe(100)
    for (const { weight, indicators } of scheme.dimensions)
      expect(total(indicators.map((indicator) => indicator.weight))).toBe(weight)
  })

  test('uses every input in the formula of its item, and no other', () => {
    for (const { indicators } of scheme.dimensions)
      for (const { items } of indicators)
        for (const { inputs, formula } of items)
          expect(new Set(inputsOf(formula).map(({ key }) => key))).toEqual(new Set(inputs.map(({ key }) => key)))
  })
})
