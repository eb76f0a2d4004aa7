import { Model } from 'survey-core'
import { describe, expect, test } from 'vitest'
import 'survey-core/i18n/simplified-chinese'
import { choicesOf } from '../../../../client/resident/plain/display.ts'
import { renderQuestions } from '../../../../client/resident/plain/questions.ts'
import { keepAnswersText } from '../../../../client/resident/survey/answersInHtml.ts'
import { compileForm } from '../../../../surveys/answers/form.ts'
import type { Json } from '../../../../surveys/answers/json.ts'
import { lookAt } from '../../../../surveys/answers/look.ts'

const locales = { zh: 'zh-cn', en: 'en' } as const
const languages = ['zh', 'en'] as const

const inBoth = (elements: Json[], answers: Json, language: 'zh' | 'en') => {
  const questionnaire = { pages: [{ name: 'one', elements }] }
  const model = new Model(questionnaire)
  model.locale = locales[language]
  keepAnswersText(model)
  model.data = answers
  const form = compileForm(questionnaire)
  const [page] = form.pages
  if (!page) throw new Error('no page')
  return { model, form, html: renderQuestions({ form, page, answers, problems: [], language }).html }
}

describe.each(languages)('beside SurveyJS, in %s, choices are sorted alike', (language) => {
  const texts = [
    ['10 路', 'Route 10'],
    ['9 路', 'Route 9'],
    ['9 路 ', 'Route 9 north'],
    ['地铁', 'underground'],
    ['出租车', 'Taxi'],
    ['-3', 'route 7'],
    ['2026年5月', 'May 2026'],
    ['2026年12月', 'Dec 2026'],
  ] as const
  const choices = texts.map(([zh, en], at) => ({ value: at, text: { 'zh-cn': zh, en } }))

  test.each(
    ['asc', 'desc', 'none'].flatMap((order) =>
      ['radiogroup', 'checkbox', 'dropdown'].map((type) => [order, type] as const),
    ),
  )('%s, %s', (choicesOrder, type) => {
    const question = { type, name: 'q', choices: [...choices, 'plain', 98], choicesOrder, showOtherItem: true }
    const { model, form } = inBoth([{ ...question, showNoneItem: true }], {}, language)
    const [asked] = form.questions
    if (!asked) throw new Error('no question')
    const view = { form, language, values: lookAt(form, {}).values }
    const bySurveyJs = model.getQuestionByName('q').visibleChoices as { value: unknown }[]
    expect(choicesOf(asked, view).map(({ value }) => value)).toEqual(bySurveyJs.map(({ value }) => value))
  })
})

describe.each(languages)('beside SurveyJS, in %s, answers stand in HTML and titles alike', (language) => {
  const elements: Json[] = [
    {
      type: 'radiogroup',
      name: 'bus',
      choices: [{ value: 4, text: { 'zh-cn': '比较满意', en: 'Fairly satisfied' } }],
    },
    { type: 'comment', name: 'why' },
    {
      type: 'html',
      name: 'h',
      html: {
        'zh-cn': '<p>您选了<b>{bus}</b>：{why}（{nobody}）</p>',
        en: '<p>You chose <b>{bus}</b>: {why} ({nobody})</p>',
      },
    },
    { type: 'text', name: 'more', title: { 'zh-cn': '关于“{bus}”', en: 'About “{bus}”' } },
  ]
  test.each<[string, Json]>([
    ['nothing answered', {}],
    ['a choice and a text', { bus: 4, why: 'on time' }],
    ['a text that looks like HTML and like a name', { why: '<img src=x onerror=alert(1)> & "{bus}"', bus: 4 }],
  ])('%s', (_, answers) => {
    const { model, html } = inBoth(elements, answers, language)
    const shown = (model.getQuestionByName('h') as unknown as { locHtml: { renderedHtml: string } }).locHtml
      .renderedHtml
    expect(html).toContain(shown)
    expect(html).not.toContain('<img')
    expect(html).toContain(model.getQuestionByName('more').processedTitle)
  })
})
