import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newResponse } from '../../../server/http/newResponse.ts'
import { canonical, isSameContent } from '../../../server/services/collect/content.ts'
import { packCodes, unpackCodes } from '../../../server/services/collect/pack.ts'
import { receiptsWith } from '../../../server/services/collect/receipt.ts'
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

const isSame = (one: unknown, other: unknown): boolean =>
  isSameContent({ answers: JSON.stringify(one) }, { answers: JSON.stringify(other) })

test('content is compared as values: the order of keys does not matter, everything else does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (answers) => {
      const turned = Object.fromEntries(Object.entries(answers).reverse())
      expect(isSame(answers, turned)).toBe(true)
      expect(JSON.parse(canonical(answers))).toEqual(JSON.parse(JSON.stringify(answers)))
    }),
    { seed: 7 },
  )
  expect(isSame({ A1: 1 }, { A1: '1' })).toBe(false)
  expect(isSame({ A1: [1, 2] }, { A1: [2, 1] })).toBe(false)
  expect(isSame({ A1: null }, {})).toBe(false)
})

test('receipts are HMAC-SHA-256 of survey and id', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), fc.uuid(), (bytes, survey, id) => {
      const key = Buffer.from(bytes)
      const digest = createHmac('sha256', key).update(`${survey}\n${id}`).digest()
      const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('')
      const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const spelled = Array.from({ length: 24 }, (_, at) => letters[Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2)])
      expect(receiptsWith(key)(survey, id).replaceAll('-', '')).toBe(spelled.join(''))
    }),
    { seed: 7 },
  )
})

test('packed codes unpack to the same', () => {
  const codes = [1, 5, 97, 3, 98, 99, 2]
  expect(packCodes(codes)).toBe('1573892')
  expect(unpackCodes(packCodes(codes))).toEqual(codes)
})
