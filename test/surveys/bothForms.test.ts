import { describe, expect, test } from 'vitest'
import { compileCheck } from '../../surveys/answers/compile.ts'
import { city } from '../../surveys/city/subject.ts'
import { demoDesign } from '../../surveys/demo/design.ts'
import { districts } from '../../surveys/demo/districts.ts'
import { bothForms, designOfForms } from '../../surveys/forms/both.ts'
import { scoringKey } from '../../surveys/key.ts'
import { designFaults } from '../../surveys/publishing/design.ts'

const questionnaire = bothForms(city, districts)
const check = compileCheck(questionnaire)
const key = scoringKey(questionnaire)
const person = { consent: true, S1: 'yes', S2: '65-74', S3: 'lanpu', S4: 'male' }

const asked = (answers: Record<string, unknown>) => {
  const { codes, problems } = check(answers)
  expect(problems).toEqual([])
  return key.items.filter((_, item) => codes[item] !== 97).map(({ name }) => name)
}

describe('full and short form in one questionnaire', () => {
  test('who chooses the short one is asked its ten items, whatever they used', () => {
    expect(asked({ ...person, S0: 'short', A1: 98 })).toEqual([
      ...['A1', 'B1', 'C1', 'D1a', 'E2', 'F2', 'G3', 'H1', 'I1', 'J3'],
    ])
  })

  test('who chooses the full one is asked as in the full form alone', () => {
    expect(asked({ ...person, S0: 'full', S5: ['g2'] })).not.toContain('A1')
    expect(asked({ ...person, S0: 'full', S5: ['g1'] })).toContain('A1')
    expect(asked({ ...person, S0: 'full', S5: ['g1'] })).toContain('I5')
  })

  test('the short form takes no answer to what only the full one asks', () => {
    expect(check({ ...person, S0: 'short', G1: 5, P1: 'senior' }).problems.map(({ path }) => path)).toEqual([
      'G1',
      'P1',
    ])
    expect(check({ ...person, S0: 'short', G3: 5, O1: 4 }).problems).toEqual([])
  })

  test('the design tells which items only the full form asks', () => {
    const { variable, forms } = designOfForms(city)
    const design = { ...demoDesign, variables: [...demoDesign.variables, variable], forms }
    expect(designFaults(questionnaire, design)).toEqual([])
    expect(forms.asks.full).toHaveLength(21)
  })
})
