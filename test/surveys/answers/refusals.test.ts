import { describe, expect, test } from 'vitest'
import { compileForm } from '../../../surveys/answers/form.ts'
import type { Json } from '../../../surveys/answers/json.ts'
import { NotCheckable } from '../../../surveys/answers/refusal.ts'

function refusalsOf(questionnaire: Json): string[] {
  try {
    compileForm(questionnaire)
    return []
  } catch (error) {
    if (error instanceof NotCheckable) return error.refusals.map(({ path }) => path)
    throw error
  }
}

const page = (...elements: Json[]): Json => ({ pages: [{ name: 'one', elements }] })
const radio = { type: 'radiogroup', name: 'q', choices: [1, 2] }

describe('a questionnaire whose answers could not be checked is refused, with the place', () => {
  test.each<[string, Json, string[]]>([
    ['a signature', page({ type: 'signaturepad', name: 'q' }), ['one.q']],
    ['a file', page({ type: 'file', name: 'q' }), ['one.q']],
    ['a type that JavaScript knows', page({ type: 'constructor', name: 'q' }), ['one.q']],
    ['two questions of one name', page(radio, radio), ['one.q']],
    ['a question without a name', page({ type: 'text' }), ['one.undefined']],
    ['a condition on nobody', page({ ...radio, visibleIf: '{p} = 1' }), ['one.q.visibleIf']],
    ['a condition that cannot be read', page({ ...radio, enableIf: '{q} = ' }), ['one.q.enableIf']],
    ['an unknown function', page({ ...radio, requiredIf: 'luck() > 1' }), ['one.q.requiredIf']],
    ['choices from elsewhere', page({ ...radio, choicesByUrl: { url: 'https://x.example' } }), ['one.q.choicesByUrl']],
    [
      'a condition within a choice',
      page({ ...radio, choices: [{ value: 1, visibleIf: '{z}' }] }),
      ['one.q.choices.1.visibleIf'],
    ],
    [
      'a comment within a choice',
      page({ ...radio, choices: [{ value: 1, showCommentArea: true }] }),
      ['one.q.choices.1.showCommentArea'],
    ],
    ['an unknown validator', page({ ...radio, validators: [{ type: 'luck' }] }), ['one.q.validators[0]']],
    [
      'a pattern that is none',
      page({ type: 'text', name: 'q', validators: [{ type: 'regex', regex: '(' }] }),
      ['one.q.validators[0].regex'],
    ],
    ['a mask', page({ type: 'text', name: 'q', maskType: 'pattern' }), ['one.q.maskType']],
    ['a grid without rows', page({ type: 'matrix', name: 'q', columns: [1] }), ['one.q.rows']],
    [
      'a grid of boxes',
      page({ type: 'matrix', name: 'q', columns: [1], rows: [1], cellType: 'checkbox' }),
      ['one.q.cellType'],
    ],
    ['a rating without end', page({ type: 'rating', name: 'q', rateMax: 1e9 }), ['one.q.rateMax']],
    ['“other” in place of the choice', page({ ...radio, hasOther: true, hasComment: true }), ['one.q.showOtherItem']],
    ['triggers', { ...page(radio), triggers: [{ type: 'complete', expression: '{q} = 1' }] }, ['survey.triggers']],
    ['values under another name', page({ ...radio, valueName: 'v' }), ['one.q.valueName']],
    [
      'all of it at once, panels included',
      page({
        type: 'panel',
        name: 'p',
        visibleIf: '{z}',
        elements: [
          { type: 'file', name: 'f' },
          { ...radio, visibleIf: '{y}' },
        ],
      }),
      ['one.p.visibleIf', 'one.p.f', 'one.p.q.visibleIf'],
    ],
  ])('%s', (_, questionnaire, expected) => {
    expect(refusalsOf(questionnaire)).toEqual(expected)
  })
})
