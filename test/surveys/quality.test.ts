import { expect, test } from 'vitest'
import { defaultQualityRules } from '../../scoring/subjective/quality/rules.ts'
import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { attentionChecksOf, contradictionsOf } from '../../surveys/contradictions.ts'
import { faultsOf } from '../../surveys/publishable.ts'
import { readingFloors } from '../../surveys/reading.ts'

const { reading } = defaultQualityRules

const rating = (name: string, title: object) => ({
  type: 'radiogroup',
  name,
  title,
  dimension: 'D1',
  indicator: 'L1P1',
  choices: [1, 2, 3, 4, 5, 98],
})
const small = (contradictions?: unknown) => ({
  title: { 'zh-cn': '小镇', en: 'Town' },
  ...(contradictions !== undefined && { contradictions }),
  pages: [
    {
      name: 'p1',
      elements: [
        { type: 'boolean', name: 'consent', isRequired: true, title: { 'zh-cn': '很长的说明', en: 'A long text' } },
        { type: 'radiogroup', name: 'S1', isRequired: true, screening: true, choices: ['yes', 'no'] },
      ],
    },
    {
      name: 'p2',
      elements: [
        rating('A1', { 'zh-cn': '用手机上网的速度', en: 'Internet speed on your mobile phone' }),
        rating('A2', { 'zh-cn': '速度', en: 'Speed' }),
        { type: 'radiogroup', name: 'use', title: { 'zh-cn': '用过吗', en: 'Used it?' }, choices: ['never', 'often'] },
        {
          type: 'matrix',
          name: 'M',
          title: { 'zh-cn': '其他', en: 'Others' },
          columns: [1, 2],
          rows: [
            { value: 'a', text: { 'zh-cn': '公园绿地', en: 'Parks' } },
            { value: 'b', text: { 'zh-cn': '公共交通', en: 'Public transport' } },
          ],
        },
      ],
    },
  ],
})

test('the floor of a question comes from its own words, in the language in which they are read', () => {
  const { 'zh-cn': zh = {}, en = {} } = readingFloors(small(), reading)
  expect(Object.keys(zh)).toEqual(['A1', 'A2', 'use', 'M'])
  expect(zh.A1).toBe(Math.round((1000 * 8) / reading.characters + reading.choosing))
  expect(en.A1).toBe(Math.round((1000 * 6) / reading.words + reading.choosing))
  expect(zh.M).toBe(Math.round((1000 * 10) / reading.characters + 2 * reading.choosing))
  expect(en.M).toBe(Math.round((1000 * 4) / reading.words + 2 * reading.choosing))
})

test('the city questionnaire has a floor for everything that is rated, in both languages, and its attention check', () => {
  const floors = readingFloors(cityQuestionnaire, reading)
  expect(Object.keys(floors)).toEqual(['zh-cn', 'en'])
  const sum = (locale: string) => Object.values(floors[locale] ?? {}).reduce((total, floor) => total + floor, 0) / 1000
  // Five minutes are asked for it; nobody reads it in a quarter of a minute.
  for (const locale of Object.keys(floors)) {
    expect(sum(locale)).toBeGreaterThan(20)
    expect(sum(locale)).toBeLessThan(120)
  }
  expect(attentionChecksOf(cityQuestionnaire)).toEqual([{ question: 'AC1', answer: 4 }])
})

const faults = (contradictions: unknown) =>
  faultsOf(small(contradictions)).flatMap(({ code, path }) => (code === 'contradiction' ? [path] : []))

test('pairs of contradictions are read from the questionnaire', () => {
  const pairs = [
    { questions: ['A1', 'A2'], apart: 3 },
    { questions: ['use', 'A1'], answers: [['never'], [1, 2, 3, 4, 5]] },
  ]
  expect(faults(pairs)).toEqual([])
  expect(contradictionsOf(small(pairs))).toEqual(pairs)
  expect(contradictionsOf(small())).toEqual([])
})

test.each([
  ['is no list', { questions: ['A1', 'A2'], apart: 3 }, 'survey.contradictions'],
  ['names one question twice', [{ questions: ['A1', 'A1'], apart: 3 }], 'survey.contradictions[0].questions'],
  ['names a question that is not there', [{ questions: ['A1', 'A9'], apart: 3 }], 'survey.contradictions[0].questions'],
  ['says neither', [{ questions: ['A1', 'A2'] }], 'survey.contradictions[0]'],
  ['says both', [{ questions: ['A1', 'A2'], apart: 3, answers: [[1], [5]] }], 'survey.contradictions[0]'],
  ['is apart by too much', [{ questions: ['A1', 'A2'], apart: 5 }], 'survey.contradictions[0].apart'],
  ['is apart and not rated', [{ questions: ['A1', 'use'], apart: 3 }], 'survey.contradictions[0].apart'],
  ['has one list', [{ questions: ['use', 'A1'], answers: [['never']] }], 'survey.contradictions[0].answers'],
  [
    'names a choice that is not there',
    [{ questions: ['use', 'A1'], answers: [['daily'], [98]] }],
    'survey.contradictions[0].answers[0]',
  ],
  [
    'looks at good or bad',
    [{ questions: ['use', 'A1'], answers: [['never'], [1, 2]] }],
    'survey.contradictions[0].answers[1]',
  ],
])('a questionnaire whose contradiction %s cannot be published', (_, contradictions, path) => {
  expect(faults(contradictions)).toEqual([path])
})
