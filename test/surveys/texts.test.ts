import { Serializer } from 'survey-core'
import { expect, test } from 'vitest'
import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { shownProperties, textsOf } from '../../surveys/publishing/texts.ts'

const types = [
  ...[
    'survey',
    'page',
    'panel',
    'radiogroup',
    'checkbox',
    'dropdown',
    'rating',
    'boolean',
    'matrix',
    'text',
    'comment',
  ],
  ...[
    'html',
    'image',
    'expression',
    'choiceitem',
    'itemvalue',
    'ratingitem',
    'expressionvalidator',
    'htmlconditionitem',
  ],
]
/** Those that hold no words: an address, and names that only the designer shows. */
const wordless = ['imageLink', 'logo', 'questionTitleTemplate', 'dataList']

test('every property that SurveyJS translates is known as a text', () => {
  const translated = types.flatMap((type) =>
    Serializer.getProperties(type)
      .filter(({ isLocalizable }) => isLocalizable)
      .map(({ name }) => name),
  )
  expect(translated.filter((name) => !shownProperties.has(name) && !wordless.includes(name))).toEqual([])
})

test('texts are found wherever they stand, with their place', () => {
  const paths = textsOf(cityQuestionnaire).map(({ path }) => path)
  expect(paths).toContain('screening.S4.choices.undisclosed.text')
  expect(paths).toContain('screening.consent.validators.0.text')
  expect(paths).toContain('D1.A1.title')
  expect(paths).toContain('dimensions.D1.title')
  expect(new Set(paths).size).toBe(paths.length)
})
