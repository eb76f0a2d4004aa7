import { describe, expect, test } from 'vitest'
import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { faultsOf } from '../../surveys/publishable.ts'
import { questionnaire as town } from '../server/core/questionnaire.ts'

type Json = Record<string, unknown>

const both = (zh: string, en = zh) => ({ 'zh-cn': zh, en })
const consent = { type: 'boolean', name: 'consent', title: both('同意', 'I agree'), isRequired: true }
const screening = (more: Json = {}): Json => ({
  type: 'radiogroup',
  name: 'S1',
  title: both('住在这里吗', 'Do you live here?'),
  screening: true,
  isRequired: true,
  choices: [
    { value: 'yes', text: both('是', 'Yes') },
    { value: 'no', text: both('否', 'No') },
  ],
  ...more,
})
const item = (more: Json = {}): Json => ({
  type: 'radiogroup',
  name: 'A1',
  title: both('甲', 'One'),
  dimension: 'D1',
  indicator: 'L1P1',
  choices: [5, 4, 3, 2, 1, 98],
  ...more,
})
const question = (more: Json): Json => ({
  type: 'text',
  name: 'T',
  title: both('题', 'Question'),
  maxLength: 9,
  ...more,
})

const sound = (elements: Json[] = [], more: Json = {}): Json => ({
  title: both('调查', 'Survey'),
  locale: 'zh-cn',
  pages: [{ name: 'p', elements: [consent, screening(), item(), ...elements] }],
  ...more,
})
const withScreening = (more: Json): Json =>
  sound([], { pages: [{ name: 'p', elements: [consent, screening(more), item()] }] })
const withConsent = (more: Json): Json =>
  sound([], { pages: [{ name: 'p', elements: [{ ...consent, ...more }, screening(), item()] }] })

const errors = (questionnaire: Json) =>
  faultsOf(questionnaire)
    .filter(({ level }) => level === 'error')
    .map(({ code, path }) => `${code} ${path}`)
const warnings = (questionnaire: Json) =>
  faultsOf(questionnaire)
    .filter(({ level }) => level === 'warning')
    .map(({ code, path }) => `${code} ${path}`)

test('a sound questionnaire has no faults', () => {
  expect(faultsOf(sound())).toEqual([])
  expect(faultsOf(cityQuestionnaire)).toEqual([])
})

describe('what keeps a questionnaire from being published', () => {
  test.each<[string, Json, string[]]>([
    ['an unknown type', sound([question({ type: 'signaturepad' })]), ['not-checkable p.T']],
    ['an expression that cannot be read', sound([question({ visibleIf: '{A1} >' })]), ['not-checkable p.T.visibleIf']],
    ['a name that nothing has', sound([question({ visibleIf: '{A9} = 1' })]), ['not-checkable p.T.visibleIf']],
    ['no questions', { title: both('空', 'Empty'), pages: [] }, ['name survey.pages', 'not-scorable survey']],
    ['no name', sound([question({ name: undefined })]), ['name p.elements[3]', 'not-checkable p.undefined']],
    ['a name twice', sound([question({ name: 'A1' })]), ['name p.A1', 'not-checkable p.A1']],
    ['a name twice but for its case', sound([question({ name: 'a1' })]), ['name p.a1']],
    ['a name that a condition cannot hold', sound([question({ name: 'a}b' })]), ['name p.a}b']],
    ['a name that a column cannot have', sound([question({ name: '=SUM' })]), ['name p.=SUM']],
    ['a name with another use', sound([question({ name: 'id' })]), ['name p.id']],
    ['a name like that of a comment', sound([question({ name: 'T-Comment' })]), ['name p.T-Comment']],
    ['a name that is too long', sound([question({ name: 'x'.repeat(61) })]), [`name p.${'x'.repeat(61)}`]],
    [
      'no scored item',
      sound([], { pages: [{ name: 'p', elements: [consent, screening()] }] }),
      ['not-scorable survey'],
    ],
    [
      'an indicator that the standard does not know',
      sound([item({ name: 'B', indicator: 'L99' })]),
      ['standard p.B.indicator'],
    ],
    [
      'an indicator of the other scheme',
      sound([item({ name: 'B', indicator: 'L8P2' })], { scheme: 'county' }),
      ['standard p.B.indicator'],
    ],
    ['no such scheme', sound([], { scheme: 'village' }), ['standard survey.scheme']],
    ['no choices', sound([question({ type: 'dropdown' })]), ['choices p.T.choices']],
    ['a choice twice', sound([question({ type: 'checkbox', choices: [1, '1'] })]), ['choices p.T.choices']],
    [
      'a choice that a switch adds again',
      sound([question({ type: 'checkbox', choices: ['none'], showNoneItem: true })]),
      ['choices p.T.choices'],
    ],
    [
      'an attention check without its answer',
      sound([question({ type: 'radiogroup', choices: [1, 2], attention: 4 })]),
      ['choices p.T.attention'],
    ],
    ['a missing language', sound([question({ title: { 'zh-cn': '题' } })]), ['language p.T.title']],
    ['an empty language', sound([question({ title: both('题', ' ') })]), ['language p.T.title']],
    ['a text in one language', sound([question({ description: '只有中文' })]), ['language p.T.description']],
    [
      'a third language that is not everywhere',
      sound([], { title: { ...both('调查'), ug: 'تەكشۈرۈش' } }),
      [
        ...['language p.consent.title', 'language p.S1.title', 'language p.S1.choices.yes.text'],
        ...['language p.S1.choices.no.text', 'language p.A1.title'],
      ],
    ],
    [
      'an English text that SurveyJS would drop',
      sound([question({ title: { default: '题', 'zh-cn': '题', en: 'Q' } })]),
      ['language p.T.title'],
    ],
    ['a screening question of several choices', withScreening({ type: 'checkbox' }), ['screening p.S1.type']],
    [
      'a screening question whose first choice is out',
      withScreening({ screensOut: ['yes'] }),
      ['screening p.S1.choices'],
    ],
    [
      'a screening question that keeps out by no choice of its own',
      withScreening({ screensOut: ['nein'] }),
      ['screening p.S1.screensOut'],
    ],
    [
      'a screening question that depends on a later answer',
      withScreening({ visibleIf: '{A1} = 5' }),
      ['screening p.S1.visibleIf'],
    ],
    [
      'keeping people out by a question that is not for screening',
      sound([question({ screensOut: ['x'] })]),
      ['screening p.T.screensOut'],
    ],
    ['consent that is not required', withConsent({ isRequired: false }), ['consent p.consent.isRequired']],
    ['consent ticked beforehand', withConsent({ defaultValue: true }), ['consent p.consent.defaultValue']],
    ['consent in words', withConsent({ type: 'text', maxLength: 9 }), ['consent p.consent.type']],
    [
      'a question before consent',
      sound([], { pages: [{ name: 'p', elements: [screening(), consent, item()] }] }),
      ['consent p.consent'],
    ],
    [
      'a picture from elsewhere',
      sound([{ type: 'image', name: 'I', altText: both('图', 'Picture'), imageLink: 'https://cdn.example/x.png' }]),
      ['foreign p.I.imageLink'],
    ],
    [
      'HTML that calls elsewhere',
      sound([{ type: 'html', name: 'H', html: both('<img src=//cdn.example/x>') }]),
      ['foreign p.H.html'],
    ],
    [
      'going elsewhere at the end',
      sound([], { navigateToUrl: 'https://example.org' }),
      ['foreign survey.navigateToUrl'],
    ],
    ['a time limit', sound([], { timeLimit: 60 }), ['foreign survey.timeLimit']],
    ['asking for a telephone number', sound([question({ inputType: 'tel' })]), ['open-text p.T.inputType']],
    [
      'a questionnaire that is too large',
      sound([{ type: 'html', name: 'H', html: both('x'.repeat(250_000)) }]),
      ['size survey'],
    ],
  ])('%s', (_, questionnaire, found) => {
    expect(errors(questionnaire)).toEqual(found)
  })

  test('is listed completely, errors first', () => {
    const faults = faultsOf(
      sound([question({ name: 'A1', title: '?' }), question({ name: 'B', type: 'file', title: '乙' })]),
    )
    expect(faults.map(({ code }) => code)).toEqual(['name', 'not-checkable', 'not-checkable', 'language'])
    expect(faults.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true)
  })
})

describe('what somebody should look at', () => {
  test.each<[string, Json, string[]]>([
    ['a question without a title', sound([question({ title: undefined })]), ['language p.T.title']],
    ['choices without words', sound([question({ type: 'radiogroup', choices: ['a', 1] })]), ['language p.T.choices']],
    ['a screening question that may be left out', withScreening({ isRequired: false }), ['screening p.S1.isRequired']],
    ['no consent', sound([], { pages: [{ name: 'p', elements: [screening(), item()] }] }), ['consent survey']],
    ['nobody is screened', sound([], { pages: [{ name: 'p', elements: [consent, item()] }] }), ['screening survey']],
    ['an item without “don’t know”', sound([item({ name: 'B', choices: [1, 2, 3, 4, 5] })]), ['choices p.B.choices']],
    ['an item without all its points', sound([item({ name: 'B', choices: [1, 5, 98] })]), ['choices p.B.choices']],
    ['a text without end', sound([question({ maxLength: undefined })]), ['size p.T.maxLength']],
    ['an open question without a warning', sound([question({ type: 'comment' })]), ['open-text p.T.description']],
  ])('%s', (_, questionnaire, found) => {
    expect([errors(questionnaire), warnings(questionnaire)]).toEqual([[], found])
  })

  test('a small questionnaire without texts can be published all the same', () => {
    expect(errors(town)).toEqual([])
  })
})
