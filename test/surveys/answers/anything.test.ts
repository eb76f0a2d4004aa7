import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileCheck } from '../../../surveys/answers/compile.ts'
import { cityQuestionnaire } from '../../../surveys/city/questionnaire.ts'
import { scoringKey } from '../../../surveys/key.ts'

const check = compileCheck(cityQuestionnaire)
const { items } = scoringKey(cityQuestionnaire)
const names = ['consent', 'S1', 'S2', 'S3', 'S4', 'S5', 'A1', 'AC1', 'O1', 'O3', 'R1', 'R1-Comment', 'W1', 'nobody']

test('whatever is sent, the check says what is wrong with it, throws nothing and changes nothing', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.jsonValue({ maxDepth: 4 })),
      (answers) => {
        const before = structuredClone(answers)
        const { problems, codes, eligible } = check(answers)
        expect(codes).toHaveLength(items.length)
        expect(codes.every((code) => (code >= 1 && code <= 5) || (code >= 97 && code <= 99))).toBe(true)
        expect(typeof eligible).toBe('boolean')
        expect(problems.length).toBeGreaterThan(0)
        expect(answers).toEqual(before)
      },
    ),
    { seed: 33356, numRuns: 300 },
  )
})

test('codes say why there is no rating', () => {
  const screening = { consent: true, S1: 'yes', S2: '30-44', S3: 'lanpu', S4: 'female' }
  const { problems, eligible, codes } = check({ ...screening, S5: ['g1'], A1: 4, I1: 98 })
  expect([problems, eligible]).toEqual([[], true])
  const codeOf = (name: string) => codes[items.findIndex((item) => item.name === name)]
  expect({ rated: codeOf('A1'), notShown: codeOf('A2'), notKnown: codeOf('I1'), leftEmpty: codeOf('B3') }).toEqual({
    rated: 4,
    notShown: 97,
    notKnown: 98,
    leftEmpty: 99,
  })
})

test('who lives elsewhere or is too young is no part of the population', () => {
  const screening = { consent: true, S1: 'yes', S2: '30-44', S3: 'lanpu', S4: 'female' }
  const eligible = (others: object) => check({ ...screening, ...others }).eligible
  expect([eligible({}), eligible({ S1: 'no' }), eligible({ S2: 'under-16' })]).toEqual([true, false, false])
})
