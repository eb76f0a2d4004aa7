import { expect, test } from 'vitest'
import { localesOf } from '../../surveys/locales.ts'

const both = { 'zh-cn': '中', en: 'E' }

test.each<[string, Record<string, unknown>, string[]]>([
  ['Chinese before English, whichever comes first', { title: { en: 'E', 'zh-cn': '中' } }, ['zh-cn', 'en']],
  ['the one that the questionnaire names', { locale: 'en', title: both }, ['en', 'zh-cn']],
  ['others behind', { title: { ...both, ug: 'ئۇ' } }, ['zh-cn', 'en', 'ug']],
  [
    'found in a choice',
    { title: '中', pages: [{ elements: [{ choices: [{ value: 1, text: both }] }] }] },
    ['zh-cn', 'en'],
  ],
  ['Chinese where nothing tells', { title: '中' }, ['zh-cn']],
  [
    'English where a text without locale stands beside none in Chinese',
    { title: { default: 'E', fr: 'F' } },
    ['en', 'fr'],
  ],
])('%s', (_, questionnaire, locales) => {
  expect(localesOf(questionnaire)).toEqual(locales)
})
