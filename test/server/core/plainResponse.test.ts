import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newResponse, sentIn } from '../../../server/http/newResponse.ts'
import { plainResponse } from '../../../server/http/plainResponse.ts'
import { madeUpResident } from '../../../surveys/demo/residents.ts'

/** As the parser that knows all of JSON reads it; undefined where it does not. */
function parsed(text: string) {
  try {
    const { answers, ...others } = newResponse(JSON.parse(text))
    return {
      ...others,
      answers: { ...{ names: Object.keys(answers), values: Object.values(answers) }, text: JSON.stringify(answers) },
    }
  } catch {
    return undefined
  }
}

const id = '8b0a3c9e-5a5e-4c39-9a53-1f5d6f2c7b11'
const usual = fc.constantFrom('S1', 'A1', 'A1-Comment', 'grid', '满意')
const names = fc.oneof({ weight: 30, arbitrary: usual }, fc.constantFrom('1', '__proto__', 'constructor'), fc.string())
const plain = fc.oneof(fc.nat(200), fc.boolean(), fc.constantFrom('', 'yes', '18-29', '还可以。'))
const values = fc.oneof(
  { weight: 30, arbitrary: fc.oneof(plain, fc.array(plain, { maxLength: 4 }), fc.dictionary(usual, plain)) },
  fc.oneof(fc.double(), fc.jsonValue({ maxDepth: 5 }), fc.string({ unit: 'grapheme' })),
)
const bodies = fc.record(
  {
    id: fc.constant(id),
    answers: fc.dictionary(names, values),
    locale: fc.constantFrom('zh-cn', 'en'),
    place: fc.constantFrom('place', 'p"'),
    timings: fc.dictionary(names, fc.nat(60_000)),
    more: values,
  },
  { requiredKeys: ['id', 'answers'] },
)

test('what the page sends is read as it is, without the parser', () => {
  for (let number = 0; number < 300; number++) {
    const { answers, locale } = madeUpResident(number)
    const text = JSON.stringify({ id, answers, locale, timings: { S1: 1200, A1: 800 } })
    expect(plainResponse(text)).toEqual(parsed(text))
    expect(plainResponse(text)).toBeDefined()
  }
})

test('whatever is sent is read as the parser reads it, or left to it', () => {
  let plain = 0
  fc.assert(
    fc.property(bodies, (body) => {
      const text = JSON.stringify(body)
      expect(sentIn(Buffer.from(text))).toEqual(parsed(text))
      if (plainResponse(text)) plain++
    }),
    { numRuns: 3000, seed: 7 },
  )
  expect(plain).toBeGreaterThan(300)
})

test('what is not JSON, or is not its own canonical text, is never taken for plain', () => {
  const good = `{"id":"${id}","answers":{"S1":"yes","A1":5,"grid":{"a":1,"b":[2,{}]},"S9":[],"W1":"好"},"timings":{}}`
  const signs = [...'{}[]",:\\0159.eE-+tfn \n\u0000a', '"A1":1,', '"S1":"yes",', '__proto__', '\\u0041', 'null', 'true']
  let plain = 0
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(good.length), gone: fc.nat(3), come: fc.constantFrom('', ...signs) }), {
        ...{ minLength: 1, maxLength: 2 },
      }),
      (changes) => {
        const text = changes.reduce((now, { at, gone, come }) => now.slice(0, at) + come + now.slice(at + gone), good)
        const read = plainResponse(text)
        if (!read) return
        plain++
        const { answers: own, ...others } = JSON.parse(text)
        expect(read).toEqual({
          ...others,
          answers: { names: Object.keys(own), values: Object.values(own), text: JSON.stringify(own) },
        })
      },
    ),
    { numRuns: 20_000, seed: 7 },
  )
  expect(plain).toBeGreaterThan(1000)
})

test('what comes twice, in another order than objects have, or with much beside it, is left to the parser', () => {
  for (const text of [
    `{"id":"${id}","answers":{"A1":1,"A1":2}}`,
    `{"id":"${id}","answers":{"A1":1,"2":2}}`,
    `{"id":"${id}","answers":{"A1":1},"answers":{"A1":2}}`,
    `{"id":"${id}","id":"${id}","answers":{"A1":1}}`,
    `{"id":"${id}","answers":{"grid":{"__proto__":1}}}`,
    `{"id":"${id}","answers":{"A1":01}}`,
    `{"id":"${id}","answers":{"A1":1234567890123456}}`,
    `{"id":"${id}","answers":{"A1":1.0}}`,
    `{"id":"${id}","answers":{"A1":[[[[[1]]]]]}}`,
    `{"id":"${id}","answers":{"A1":1}} `,
    `{"id":"${id}","answers":{"A1":1},"place":"${'p'.repeat(2500)}"}`,
    `,"id":"${id}","answers":{"A1":1}}`,
  ]) {
    expect(plainResponse(text), text).toBeUndefined()
  }
  expect(sentIn(Buffer.from(`{"id":"${id}","answers":{"A1":1,"A1":2}}`)).answers.text).toBe('{"A1":2}')
})
