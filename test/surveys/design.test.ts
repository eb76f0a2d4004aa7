import { describe, expect, test } from 'vitest'
import type { Margin, SurveyDesign, Variable } from '../../scoring/sampling/design.ts'
import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { demoDesign } from '../../surveys/demo/design.ts'
import { designFaults, type FittingQuota } from '../../surveys/publishing/design.ts'

const text = (zh: string) => ({ zh, en: zh })
const sex: Variable = {
  name: 'sex',
  label: text('性别'),
  question: 'S4',
  categories: [
    { code: 'm', label: text('男'), values: ['male'] },
    { code: 'f', label: text('女'), values: ['female'] },
  ],
}
const margin = (counts: Record<string, number>, variables = ['sex']): Margin => ({
  variables,
  counts: Object.entries(counts).map(([cell, count]) => ({ categories: cell.split('|'), count })),
  source: text('人口普查'),
})
const design = (more: Partial<SurveyDesign> = {}): SurveyDesign => ({
  variables: [sex],
  margins: [margin({ m: 1, f: 1 })],
  calibration: { method: 'rake', margins: [0], populationTotal: 2 },
  decisions: [],
  ...more,
})
const quota = (more: Partial<FittingQuota> = {}): FittingQuota => ({
  id: 'q',
  variables: ['sex'],
  categories: ['f'],
  target: 10,
  ...more,
})
const category = (code: string, ...values: string[]): Variable['categories'][number] => ({
  code,
  label: text(code),
  values,
})
const withCategories = (...categories: Variable['categories']) =>
  design({ variables: [{ ...sex, categories }], margins: [], calibration: { method: 'none' } })

const paths = (one: SurveyDesign, quotas: FittingQuota[] = []) =>
  designFaults(cityQuestionnaire, one, quotas).map(({ path }) => path)

test('a design that fits has no faults, quotas for everybody included', () => {
  expect(paths(design(), [quota(), quota({ id: 'all', variables: [], categories: [] })])).toEqual([])
  expect(paths(demoDesign)).toEqual([])
})

describe('a design does not fit', () => {
  test.each<[string, SurveyDesign, string[]]>([
    [
      'by a question that is not there',
      design({ variables: [{ ...sex, question: 'S9' }] }),
      ['variables.sex.question'],
    ],
    [
      'by one that is not for screening',
      design({ variables: [{ ...sex, question: 'P1' }] }),
      ['variables.sex.question'],
    ],
    ['by a variable twice', design({ variables: [sex, sex] }), ['variables.sex']],
    ['by a choice that is not there', withCategories(category('m', 'man')), ['variables.sex.m']],
    [
      'by a choice in two categories',
      withCategories(category('m', 'male'), category('n', 'male')),
      ['variables.sex.n'],
    ],
    ['by a category of nobody', withCategories(category('m')), ['variables.sex.m']],
    ['by a code that cells cannot hold', withCategories(category('m|f', 'male')), ['variables.sex.m|f']],
    [
      'by people who are screened out',
      design({
        variables: [{ ...sex, question: 'S1', categories: [category('n', 'no')] }],
        margins: [],
        calibration: { method: 'none' },
      }),
      ['variables.sex.n'],
    ],
    ['by a margin of another variable', design({ margins: [margin({ m: 1, f: 1 }, ['age'])] }), ['margins[0]']],
    ['by a margin without a category', design({ margins: [margin({ m: 1 })] }), ['margins[0]']],
    ['by a margin with one too many', design({ margins: [margin({ m: 1, f: 1, x: 1 })] }), ['margins[0]']],
    ['by a negative count', design({ margins: [margin({ m: 3, f: -1 })] }), ['margins[0]']],
    ['by counts of nobody', design({ margins: [margin({ m: 0, f: 0 })] }), ['margins[0]']],
    [
      'by raking on what is not there',
      design({ calibration: { method: 'rake', margins: [3], populationTotal: 2 } }),
      ['calibration'],
    ],
    [
      'by a population of nobody',
      design({ calibration: { method: 'rake', margins: [0], populationTotal: 0 } }),
      ['calibration'],
    ],
    ['by a form of an unknown variable', design({ forms: { variable: 'form', asks: {} } }), ['forms']],
    ['by a form that asks no rated item', design({ forms: { variable: 'sex', asks: { m: ['O1'] } } }), ['forms.m']],
  ])('%s', (_, one, found) => {
    expect(paths(one)).toEqual(found)
  })
})

describe('a quota does not fit', () => {
  test.each<[string, FittingQuota[]]>([
    ['by an unknown variable', [quota({ variables: ['age'] })]],
    ['by an unknown category', [quota({ categories: ['x'] })]],
    ['by a target that is no number of people', [quota({ target: 1.5 })]],
    ['by an id that another has', [quota(), quota()]],
  ])('%s', (_, quotas) => {
    expect(paths(design(), quotas)).toEqual(['quotas.q'])
  })
})
