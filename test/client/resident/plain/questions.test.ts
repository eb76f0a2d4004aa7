import { describe, expect, test } from 'vitest'
import { renderQuestions } from '../../../../client/resident/plain/questions.ts'
import { readPage } from '../../../../client/resident/plain/read.ts'
import { problemsOn } from '../../../../client/resident/plain/walk.ts'
import { compileForm } from '../../../../surveys/answers/form.ts'
import type { Json } from '../../../../surveys/answers/json.ts'

const both = (zh: string, en: string) => ({ 'zh-cn': zh, en })

function shown(elements: Json[], answers: Json = {}, language: 'zh' | 'en' = 'en') {
  const form = compileForm({ pages: [{ name: 'one', elements }] })
  const [page] = form.pages
  if (!page) throw new Error('no page')
  const problems = problemsOn(form, page, answers)
  return renderQuestions({ form, page, answers, problems, language }).html
}

function read(elements: Json[], fields: Record<string, string>) {
  const [page] = compileForm({ pages: [{ name: 'one', elements }] }).pages
  if (!page) throw new Error('no page')
  return readPage(page, new URLSearchParams(fields))
}

const choices = [
  { value: 1, text: both('差', 'Bad') },
  { value: 2, text: both('好', 'Good') },
]
const radio = { type: 'radiogroup', name: 'q', title: both('评价', 'Rate'), choices }

test('a group of choices has its question as a legend, and the language that is asked for', () => {
  expect(shown([radio])).toMatch(/<fieldset class="choices"><legend class="question-title">Rate<\/legend>/)
  expect(shown([radio], {}, 'zh')).toContain('>好</label>')
})

test('what belongs to one field is its label', () => {
  const html = shown([{ type: 'comment', name: 'w', title: 'What else?', description: 'No names.' }])
  expect(html).toMatch(/<label class="question-title" for="(q\d+-0)">What else\?<\/label>/)
  expect(html).toMatch(/<textarea id="q\d+-0"[^>]*aria-describedby="q\d+-hint"/)
})

test('a mistake is said beside the question, tied to it, in the questionnaire’s own words', () => {
  const html = shown([{ ...radio, isRequired: true, requiredErrorText: both('请选', 'Please pick one') }])
  expect(html).toMatch(/aria-describedby="q\d+-wrong"/)
  expect(html).toMatch(/id="q\d+-wrong"><span class="hidden">Error: <\/span>Please pick one</)
})

test('answers stand in the titles of what follows', () => {
  const follow = { type: 'text', name: 'r', title: both('为什么觉得“{q}”？', 'Why “{q}”?') }
  expect(shown([radio, follow], { q: 2 })).toContain('Why “Good”?')
  expect(shown([radio, follow], { q: 1 }, 'zh')).toContain('为什么觉得“差”？')
})

test('what is written by others is escaped, but for the HTML that was sanitised on publication', () => {
  const html = shown([
    { ...radio, title: '<b>x</b>' },
    { type: 'html', name: 'h', html: '<p>Hello</p>' },
  ])
  expect(html).toContain('&lt;b&gt;x&lt;/b&gt;')
  expect(html).toContain('<p>Hello</p>')
})

describe('every type of question', () => {
  const boolean = { type: 'boolean', name: 'q', labelTrue: both('同意', 'I agree') }
  const matrix = { type: 'matrix', name: 'q', rows: [{ value: 'r1', text: 'Bus' }, 'r2'], columns: choices }
  const worked = [
    { type: 'text', name: 'n', inputType: 'number' },
    { type: 'expression', name: 'x', expression: '{n} * 2', format: 'Twice: {0}' },
  ]
  test.each<[string, Json[], Json, RegExp]>([
    ['rating', [{ type: 'rating', name: 'q', maxRateDescription: 'best' }], { q: 5 }, /value="5" checked>5 best</],
    ['boolean', [boolean], { q: true }, /value="true" checked>I agree<\/label>[\s\S]*value="false">No</],
    [
      'dropdown',
      [{ ...radio, type: 'dropdown' }],
      { q: 2 },
      /<option value="">Please choose[\s\S]*<option value="2" selected>Good</,
    ],
    ['matrix', [matrix], { q: { r1: 2 } }, /<legend>Bus<\/legend>[\s\S]*name="q\[r1\]" value="2" checked/],
    [
      'checkbox',
      [{ ...radio, type: 'checkbox', showNoneItem: true }],
      { q: ['none'] },
      /value="none" checked>None of these</,
    ],
    ['“other”', [{ ...radio, showOtherItem: true }], { q: 'other', 'q-Comment': 'x' }, /name="q-Comment" value="x"/],
    ['a number', [worked[0] ?? {}], { n: 1.5 }, /inputmode="decimal"/],
    [
      'a date',
      [{ type: 'text', name: 'q', inputType: 'date', min: '2026-01-01' }],
      {},
      /type="date"[^>]*min="2026-01-01"/,
    ],
    [
      'image',
      [{ type: 'image', name: 'i', imageLink: '/x.png', altText: 'A map' }],
      {},
      /<img src="\/x.png" alt="A map">/,
    ],
    ['expression', worked, { n: 4 }, /<output>Twice: 8<\/output>/],
    [
      'panel',
      [{ type: 'panel', name: 'p', title: 'Buses', elements: [radio] }],
      {},
      /role="group" aria-label="Buses"[\s\S]*Rate/,
    ],
  ])('%s', (_, elements, answers, expected) => {
    expect(shown(elements, answers)).toMatch(expected)
  })
})

describe('what is typed', () => {
  const other = { ...radio, showOtherItem: true }
  test.each<[string, Json[], Record<string, string>, Json]>([
    [
      'a number in full-width digits',
      [{ type: 'text', name: 'n', inputType: 'number' }],
      { n: ' １２．５ ' },
      { n: 12.5 },
    ],
    [
      'no number stays as it is, for the check to say so',
      [{ type: 'text', name: 'n', inputType: 'number' }],
      { n: 'many' },
      { n: 'many' },
    ],
    ['only space is no answer', [{ type: 'comment', name: 'w' }], { w: ' \r\n ' }, {}],
    ['lines end as SurveyJS ends them', [{ type: 'comment', name: 'w' }], { w: 'a\r\nb' }, { w: 'a\nb' }],
    ['who only says what it is has chosen “other”', [other], { 'q-Comment': 'x' }, { q: 'other', 'q-Comment': 'x' }],
    ['what “other” is goes with another choice', [other], { q: '1', 'q-Comment': 'x' }, { q: 1 }],
    ['a choice that is not there stays text', [radio], { q: '7' }, { q: '7' }],
  ])('%s', (_, elements, fields, expected) => {
    expect(read(elements, fields)).toEqual(expected)
  })
})
