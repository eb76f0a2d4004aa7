import { Model } from 'survey-core'
import { describe, expect, test } from 'vitest'
import { compileForm, type Form, type Group } from '../../../surveys/answers/form.ts'
import type { Json } from '../../../surveys/answers/json.ts'
import { formInOrder } from '../../../surveys/order/form.ts'
import { questionnaireInOrder } from '../../../surveys/order/questionnaire.ts'
import { seedOf, shuffled } from '../../../surveys/order/shuffle.ts'

const ratings = (names: string[]) =>
  names.map((name) => ({
    type: 'radiogroup',
    name,
    choices: [5, 4, 3, 2, 1, 98],
    choicesOrder: 'random',
    showOtherItem: true,
  }))

const questionnaire: Json = {
  pages: [
    { name: 'screening', elements: [{ type: 'boolean', name: 'consent' }] },
    { name: 'D1', rotates: true, questionOrder: 'random', elements: ratings(['A1', 'A2', 'A3', 'A4']) },
    {
      name: 'D2',
      rotates: true,
      questionsOrder: 'random',
      elements: [...ratings(['B1', 'B2', 'B3']), { type: 'boolean', name: 'AC1', randomize: false }],
    },
    {
      name: 'D3',
      rotates: true,
      elements: [{ type: 'matrix', name: 'C', rows: ['a', 'b', 'c'], columns: [1, 2], rowOrder: 'random' }],
    },
    { name: 'end', elements: [{ type: 'comment', name: 'W1' }] },
  ],
}

const ids = Array.from({ length: 200 }, (_, at) => `${at.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`)

const shownBy = (pages: Group[]) =>
  pages.map(({ name, parts }) => [
    name,
    parts.map((part) =>
      part.kind === 'question'
        ? [part.name, part.offers?.([]).map(({ value }) => value), part.rows?.([]).map(({ value }) => value)]
        : part.name,
    ),
  ])

const ofForm = (form: Form, id: string) => shownBy(formInOrder(form, id).pages)

test.each(ids.slice(0, 30))('the plain form and SurveyJS show the same order for %s', (id) => {
  const form = compileForm(questionnaire)
  const ordered = questionnaireInOrder(questionnaire, id)
  expect(ofForm(form, id)).toEqual(shownBy(compileForm(ordered).pages))
  const model = new Model(ordered)
  const bySurveyJs = model.visiblePages.map(({ name, elements }) => [name, elements.map((element) => element.name)])
  expect(bySurveyJs).toEqual(
    formInOrder(form, id).pages.map(({ name, parts }) => [name, parts.map((part) => part.name)]),
  )
})

test('the order is the id’s: the same again, in capitals too, another for another', () => {
  const [one = '', other = ''] = ids
  const form = compileForm(questionnaire)
  expect(ofForm(form, one.toUpperCase())).toEqual(ofForm(form, one))
  expect(ofForm(form, other)).not.toEqual(ofForm(form, one))
})

test('what is to stay stays, and a questionnaire that shuffles nothing is as it was', () => {
  for (const id of ids) {
    const { pages } = formInOrder(compileForm(questionnaire), id)
    expect([pages[0]?.name, pages.at(-1)?.name]).toEqual(['screening', 'end'])
    expect(pages.find(({ name }) => name === 'D2')?.parts.at(-1)?.name).toBe('AC1')
    for (const page of pages)
      for (const part of page.parts) {
        if (part.kind === 'question' && part.type === 'radiogroup')
          expect(
            part
              .offers?.([])
              .slice(5)
              .map(({ value }) => value),
          ).toEqual([98, 'other'])
      }
  }
  const plain = { pages: [{ name: 'one', elements: [{ type: 'text', name: 'q' }] }] }
  expect(new Model(questionnaireInOrder(plain, ids[0] ?? '')).toJSON()).toEqual(
    new Model({ pages: [{ ...plain.pages[0], questionOrder: 'initial' }] }).toJSON(),
  )
})

describe('every order is as likely as any other', () => {
  test('of three items, over 6,000 ids', () => {
    const counts = new Map<string, number>()
    for (let at = 0; at < 6000; at++) {
      const order = shuffled(['a', 'b', 'c'], seedOf(`${at} page`), () => false).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    // χ² with 5 degrees of freedom: above 20.5 once in a thousand.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chi).toBeLessThan(20.5)
  })
})
