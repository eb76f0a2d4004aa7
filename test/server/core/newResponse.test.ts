import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newResponse } from '../../../server/http/newResponse.ts'
import { canonical, contentHash } from '../../../server/services/collect/content.ts'
import { packCodes, unpackCodes } from '../../../server/services/collect/pack.ts'
import { NewResponse } from '../../../server/shapes/survey.ts'

const accepts = (body: unknown): boolean => {
  try {
    newResponse(body)
    return true
  } catch {
    return false
  }
}

const mostly = <T>(good: fc.Arbitrary<T>) => fc.oneof({ weight: 8, arbitrary: good }, fc.jsonValue())
const bodies = fc.record(
  {
    id: mostly(fc.oneof(fc.uuid(), fc.string())),
    answers: mostly(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))),
    locale: mostly(fc.string({ maxLength: 25 })),
    place: mostly(fc.string()),
    invitation: mostly(fc.string()),
    signed: mostly(fc.record({ p: fc.string(), e: fc.string(), h: fc.string() })),
    timings: mostly(fc.dictionary(fc.string(), fc.double({ noNaN: true }))),
    more: fc.jsonValue(),
  },
  { requiredKeys: [] },
)

test('the check by hand and the described shape take the same bodies', () => {
  let taken = 0
  fc.assert(
    fc.property(fc.oneof(bodies, fc.jsonValue()), (body) => {
      const accepted = accepts(body)
      if (accepted) taken++
      expect(accepted).toBe(NewResponse.safeParse(body).success)
    }),
    { numRuns: 3000, seed: 7 },
  )
  expect(taken).toBeGreaterThan(50)
})

test('content is compared as values: the order of keys does not matter, everything else does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (answers) => {
      const turned = Object.fromEntries(Object.entries(answers).reverse())
      expect(contentHash(turned)).toBe(contentHash(answers))
      expect(JSON.parse(canonical(answers))).toEqual(JSON.parse(JSON.stringify(answers)))
    }),
    { seed: 7 },
  )
  expect(contentHash({ A1: 1 })).not.toBe(contentHash({ A1: '1' }))
  expect(contentHash({ A1: [1, 2] })).not.toBe(contentHash({ A1: [2, 1] }))
  expect(contentHash({ A1: null })).not.toBe(contentHash({}))
})

test('packed codes unpack to the same', () => {
  const codes = [1, 5, 97, 3, 98, 99, 2]
  expect(packCodes(codes)).toBe('1573892')
  expect(unpackCodes(packCodes(codes))).toEqual(codes)
})
