import { SurveyModel } from 'survey-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { scoringKey } from '../../surveys/key.ts'
import { localesOf } from '../../surveys/locales.ts'
import { registerScoringProperties } from '../../surveys/properties.ts'
import { faultsOf } from '../../surveys/publishable.ts'
import { shipped } from './forms.ts'

beforeAll(registerScoringProperties)

describe.each(shipped)('%s', (_, questionnaire) => {
  test('can be published, and nothing about it needs a second look', () => {
    expect(faultsOf(questionnaire)).toEqual([])
  })

  test('is in Chinese first and in English', () => {
    expect(localesOf(questionnaire)).toEqual(['zh-cn', 'en'])
  })

  test('has weights that sum to 1, of items and of dimensions', () => {
    const { items, dimensions } = scoringKey(questionnaire)
    const sum = (of: { weight: number }[]) => of.reduce((total, { weight }) => total + weight, 0)
    expect(sum(items)).toBeCloseTo(1, 12)
    expect(sum(dimensions)).toBeCloseTo(1, 12)
    expect(dimensions).toHaveLength(10)
  })

  test('is read by SurveyJS without complaint and comes back with its scoring', () => {
    const model = new SurveyModel(questionnaire)
    expect(model.jsonErrors ?? []).toEqual([])
    expect(scoringKey(model.toJSON())).toEqual(scoringKey(questionnaire))
  })

  test('asks who the person is before anything else, and nothing after that is required', () => {
    const [screening, ...others] = questionnaire.pages as { elements: Record<string, unknown>[] }[]
    expect(screening?.elements.map(({ isRequired }) => isRequired)).not.toContain(undefined)
    expect(screening?.elements[0]).toMatchObject({ type: 'boolean', name: 'consent' })
    const required = others.flatMap(({ elements }) => elements).filter((element) => 'isRequired' in element)
    expect(required).toEqual([])
  })

  test('offers every item the same five points and, last, the code that is none', () => {
    for (const { elements } of questionnaire.pages as { elements: Record<string, unknown>[] }[]) {
      for (const { indicator, choices } of elements) {
        if (indicator === undefined) continue
        expect((choices as { value: number }[]).map(({ value }) => value)).toEqual([5, 4, 3, 2, 1, 98])
      }
    }
  })
})
