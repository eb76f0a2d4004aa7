import { Model } from 'survey-core'
import { describe, expect, test } from 'vitest'
import { checkAnswers } from '../../../surveys/answers/check.ts'
import { compileForm } from '../../../surveys/answers/form.ts'
import type { Json } from '../../../surveys/answers/json.ts'

const page = (...elements: Json[]): Json => ({ pages: [{ name: 'one', elements }] })

function codesOf(questionnaire: Json, answers: Json): string[] {
  return checkAnswers(compileForm(questionnaire), answers).problems.map(({ path, code }) => `${path} ${code}`)
}

const choices = { type: 'radiogroup', name: 'q', choices: [1, 2, 98] }
const boxes = { type: 'checkbox', name: 'q', choices: ['a', 'b', 'c'], showNoneItem: true, maxSelectedChoices: 2 }
const grid = { type: 'matrix', name: 'q', rows: ['r1', 'r2'], columns: [1, 2] }
const hidden = [
  { type: 'boolean', name: 'gate' },
  { type: 'text', name: 'q', visibleIf: '{gate} = true' },
]

describe('what SurveyJS lets through and CONTRACT forbids', () => {
  test.each<[string, Json, Json, string[]]>([
    ['a question that is not there', page(choices), { z: 1 }, ['z unknownQuestion']],
    ['a choice that is not there', page(choices), { q: 3 }, ['q unknownChoice']],
    ['a code as text', page(choices), { q: '1' }, ['q unknownChoice']],
    ['a rating of 9 on 5', page({ type: 'rating', name: 'q', rateMax: 5 }), { q: 9 }, ['q unknownChoice']],
    ['a rating of 2.5', page({ type: 'rating', name: 'q' }), { q: 2.5 }, ['q unknownChoice']],
    ['a truth value as text', page({ type: 'boolean', name: 'q' }), { q: 'true' }, ['q wrongType']],
    ['a list where one choice is asked', page(choices), { q: [1] }, ['q unknownChoice']],
    ['one choice where a list is asked', page(boxes), { q: 'a' }, ['q wrongType']],
    ['the same choice twice', page(boxes), { q: ['a', 'a'] }, ['q duplicate']],
    ['more choices than are allowed', page(boxes), { q: ['a', 'b', 'c'] }, ['q tooMany']],
    ['“none” together with others', page(boxes), { q: ['none', 'a'] }, ['q exclusive']],
    ['a row that is not there', page(grid), { q: { r1: 1, r3: 1 } }, ['q.r3 unknownRow']],
    ['a column that is not there', page(grid), { q: { r1: 3 } }, ['q.r1 unknownChoice']],
    ['text that is too long', page({ type: 'comment', name: 'q', maxLength: 3 }), { q: 'four' }, ['q tooLong']],
    [
      'text that is longer than the survey allows',
      { maxTextLength: 3, ...page({ type: 'text', name: 'q' }) },
      { q: 'four' },
      ['q tooLong'],
    ],
    ['a number as text', page({ type: 'text', name: 'q', inputType: 'number' }), { q: '5' }, ['q wrongType']],
    [
      'a day that does not exist',
      page({ type: 'text', name: 'q', inputType: 'date' }),
      { q: '2026-02-30' },
      ['q wrongType'],
    ],
    ['a number where text is asked', page({ type: 'text', name: 'q' }), { q: 5 }, ['q wrongType']],
    ['null', page(choices), { q: null }, ['q unknownChoice']],
    ['an answer to a hidden question', page(...hidden), { gate: false, q: 'x' }, ['q hidden']],
    ['a comment where there is none', page(choices), { q: 1, 'q-Comment': 'x' }, ['q-Comment noComment']],
    ['a comment on a hidden question', page(...hidden), { 'q-Comment': 'x' }, ['q-Comment hidden']],
  ])('%s', (_, questionnaire, answers, expected) => {
    expect(codesOf(questionnaire, answers)).toEqual(expected)
    const model = new Model(questionnaire)
    model.data = structuredClone(answers)
    expect(model.validate(false)).toBe(true)
  })
})

describe('names that JavaScript knows are unknown questions', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length'])('%s', (name) => {
    const answers = JSON.parse(`{"${name}":{"q":1},"q":1}`)
    expect(codesOf(page(choices), answers)).toEqual([`${name} unknownQuestion`])
  })

  test('and unknown rows', () => {
    const value = JSON.parse('{"r1":1,"__proto__":1,"constructor":2}')
    expect(codesOf(page(grid), { q: value })).toEqual(['q.__proto__ unknownRow', 'q.constructor unknownRow'])
  })
})

describe('what is right', () => {
  test.each<[string, Json, Json]>([
    ['nothing at all', page(choices, { ...boxes, name: 'b' }, { ...grid, name: 'g' }), {}],
    ['an empty text, an empty list', page({ type: 'comment', name: 'q' }, { ...boxes, name: 'b' }), { q: '', b: [] }],
    ['“other” with what it is', page({ ...choices, showOtherItem: true }), { q: 'other', 'q-Comment': 'a bus' }],
    ['a comment beside any answer', page({ ...choices, showCommentArea: true }), { q: 1, 'q-Comment': 'x' }],
    ['answers of stored values', page({ type: 'boolean', name: 'q', valueTrue: 'yes', valueFalse: 'no' }), { q: 'no' }],
    ['rate values one by one', page({ type: 'rating', name: 'q', rateValues: [{ value: 1 }, 3] }), { q: 3 }],
    ['a step of a half', page({ type: 'rating', name: 'q', rateMax: 3, rateStep: 0.5 }), { q: 1.5 }],
    ['a range of numbers', page({ type: 'dropdown', name: 'q', choicesMin: 2000, choicesMax: 2010 }), { q: 2004 }],
    ['elements without pages', { elements: [choices] }, { q: 2 }],
  ])('%s', (_, questionnaire, answers) => {
    expect(codesOf(questionnaire, answers)).toEqual([])
  })
})

test('what is worked out is ignored where it comes along, and can be asked for', () => {
  const questionnaire = {
    ...page(
      { type: 'text', name: 'n', inputType: 'number' },
      { type: 'expression', name: 'twice', expression: '{n} * 2' },
      { type: 'text', name: 'q', visibleIf: '{twice} > 8 and {more} = 11' },
    ),
    calculatedValues: [{ name: 'more', expression: '{twice} + 1', includeIntoResult: true }],
  }
  expect(codesOf(questionnaire, { n: 5, twice: 1, more: 2, q: 'x' })).toEqual([])
  expect(codesOf(questionnaire, { n: 4, twice: 10, more: 11, q: 'x' })).toEqual(['q hidden'])
})

test('a required panel wants one answer; “other” wants to be told; blanks are no answer', () => {
  const panel = { type: 'panel', name: 'p', isRequired: true, elements: [choices, { ...boxes, name: 'b' }] }
  expect(codesOf(page(panel), {})).toEqual(['p oneRequired'])
  expect(codesOf(page(panel), { b: ['a'] })).toEqual([])
  expect(codesOf(page({ ...choices, hasOther: true }), { q: 'other' })).toEqual(['q-Comment otherEmpty'])
  expect(codesOf(page({ type: 'text', name: 'q', isRequired: true }), { q: '  ' })).toEqual(['q required'])
})

test('everything wrong is listed at once, in both languages', () => {
  const { problems } = checkAnswers(compileForm(page(choices, { ...grid, name: 'g' })), {
    q: 7,
    g: { r1: 5, z: 1 },
    x: 0,
  })
  expect(problems).toHaveLength(4)
  for (const { message } of problems) {
    expect(message.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(message.en).toMatch(/^[\x20-\x7e“”]+$/)
  }
})
