import { describe, expect, test } from 'vitest'
import { newCarried } from '../../../../client/resident/plain/state.ts'
import { askedOn, firstStep, type Going, type Step, walk } from '../../../../client/resident/plain/walk.ts'
import { compileForm } from '../../../../surveys/answers/form.ts'

const form = compileForm({
  pages: [
    {
      name: 'first',
      elements: [
        { type: 'radiogroup', name: 'uses', isRequired: true, choices: ['bus', 'car', 'none'] },
        { type: 'text', name: 'which', visibleIf: "{uses} = 'bus'", isRequired: true },
      ],
    },
    { name: 'car', visibleIf: "{uses} = 'car'", elements: [{ type: 'rating', name: 'parking' }] },
    { name: 'last', elements: [{ type: 'comment', name: 'more' }] },
  ],
})

interface Here {
  page: string
  answers?: Record<string, unknown>
  warned?: string[]
}

function go({ page, answers = {}, warned = [] }: Here, fields: Record<string, string>, going: Going = 'next'): Step {
  const shown = form.pages.find(({ name }) => name === page)
  if (!shown) throw new Error(page)
  const state = { ...newCarried('', {}), answers, warned, page, asked: askedOn(form, shown, answers) }
  return walk(form, state, new URLSearchParams(fields), going)
}

const at = (step: Step) => (step.kind === 'page' ? step.page.name : 'end')
const codes = (step: Step) => (step.kind === 'page' ? step.problems.map(({ path, code }) => `${path} ${code}`) : [])

test('it begins with the first page that is shown', () => {
  expect(at(firstStep(form))).toBe('first')
})

test('a page that the answers hide is passed over, in both directions', () => {
  expect(at(go({ page: 'first' }, { uses: 'none' }))).toBe('last')
  expect(at(go({ page: 'first' }, { uses: 'car' }))).toBe('car')
  expect(at(go({ page: 'last', answers: { uses: 'none' } }, {}, 'back'))).toBe('first')
})

test('what appears on the page itself is shown before anything is said to be missing, and asked for afterwards', () => {
  const appeared = go({ page: 'first' }, { uses: 'bus' })
  expect([at(appeared), codes(appeared)]).toEqual(['first', []])
  const missing = go({ page: 'first', answers: { uses: 'bus' } }, { uses: 'bus' })
  expect(codes(missing)).toEqual(['which required'])
})

test('what was answered to a page that is hidden now goes', () => {
  const step = go({ page: 'first', answers: { parking: 4 } }, { uses: 'none' })
  expect(step.answers).toEqual({ uses: 'none' })
})

test('at the end, a page that was left unfinished is gone back to', () => {
  const step = go({ page: 'last' }, { more: 'x' })
  expect([at(step), codes(step)]).toEqual(['first', ['uses required']])
  expect(at(go({ page: 'last', answers: { uses: 'none' } }, { more: 'x' }))).toBe('end')
})

describe('personal data in an open text', () => {
  const here = { page: 'last', answers: { uses: 'none' } }
  const phone = { more: '请打 138 0000 1234' }
  test('are warned of once, and taken where somebody leaves them', () => {
    const warned = go(here, phone)
    expect(warned).toMatchObject({ kind: 'page', personal: ['more'], problems: [] })
    expect(at(go({ ...here, warned: ['more'] }, phone))).toBe('end')
  })
})
