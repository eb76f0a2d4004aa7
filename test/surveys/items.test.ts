import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SurveyModel } from 'survey-core'
import { describe, expect, test } from 'vitest'
import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { city } from '../../surveys/city/subject.ts'
import { county } from '../../surveys/county/subject.ts'
import { countyQuestionnaire } from '../../surveys/demo/county.ts'
import { districts } from '../../surveys/demo/districts.ts'
import { shortForm } from '../../surveys/forms/short.ts'
import { scoringKey } from '../../surveys/key.ts'

interface Expected {
  dimensions: { code: string; zh: string; en: string; default_weight: number }[]
  items: {
    code: string
    dim: string
    l2: string
    gate: string
    anchor_short_form: boolean
    scored: boolean
    zh: string
    en: string
    effective_weight: number
  }[]
}
const reference: Record<'city' | 'county', Expected> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../reference/questionnaire.json'), 'utf8'),
)

const byCode = <T extends { code: string }>(all: T[]) => [...all].sort((a, b) => (a.code < b.code ? -1 : 1))

describe.each([
  ['city', city, cityQuestionnaire],
  ['county', county, countyQuestionnaire],
] as const)('the items of the %s', (scheme, subject, questionnaire) => {
  const expected = reference[scheme]
  const key = scoringKey(questionnaire)

  test('are those of the reference, word for word, with their weights', () => {
    const items = key.items.map(({ name, dimension, indicator, scored, label, weight }) => ({
      code: name,
      dim: dimension,
      l2: indicator,
      scored,
      ...label,
      effective_weight: expect.closeTo(weight, 12),
    }))
    expect(byCode(expected.items).map(({ gate, anchor_short_form, ...item }) => item)).toEqual(byCode(items))
  })

  test('belong to the dimensions of the reference', () => {
    const dimensions = key.dimensions.map(({ code, label, weight }) => ({
      code,
      ...label,
      default_weight: expect.closeTo(weight, 12),
    }))
    expect(expected.dimensions).toEqual(dimensions.map((one) => expect.objectContaining(one)))
  })

  test('are asked of those who used what they are about', () => {
    const gates = expected.items.flatMap(({ gate }) => (gate === 'all' ? [] : gate.split('|')))
    for (const used of ['none', ...new Set(gates)]) {
      const model = new SurveyModel(questionnaire)
      model.setValue('S5', [used])
      const shown = expected.items.map(({ code }) => code).filter((code) => model.getQuestionByName(code)?.isVisible)
      const wanted = expected.items.filter(({ gate }) => gate === 'all' || gate.split('|').includes(used))
      expect([used, shown]).toEqual([used, wanted.map(({ code }) => code)])
    }
  })

  test('of the short form are the anchors, each with the whole weight of its dimension', () => {
    const { items, dimensions } = scoringKey(shortForm(subject, districts))
    const anchors = expected.items.filter(({ anchor_short_form }) => anchor_short_form)
    expect(items.map(({ name }) => name)).toEqual(anchors.map(({ code }) => code))
    expect(items.map(({ weight }) => weight)).toEqual(dimensions.map(({ weight }) => weight))
  })
})

test('the reason is asked of those who are dissatisfied with something', () => {
  const model = new SurveyModel(cityQuestionnaire)
  const reason = () => model.getQuestionByName('R1')?.isVisible
  expect(reason()).toBe(false)
  model.setValue('G3', 98)
  expect(reason()).toBe(false)
  model.setValue('G3', 3)
  expect(reason()).toBe(false)
  model.setValue('G4', 2)
  expect(reason()).toBe(true)
})
