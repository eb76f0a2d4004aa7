import { describe, expect, test } from 'vitest'
import { inCsv, inJson } from './problemsOf.ts'

/** What each value of a count, an amount, a rate and the like is taken for: null is fine. */
const inFile: [value: string, count: string | null, amount: string | null][] = [
  ['12', null, null],
  [' 12 ', null, null],
  ['+12', null, null],
  ['5.0', null, null],
  ['1e2', null, null],
  ['12.', null, null],
  ['.5', 'notInteger', null],
  ['5.5', 'notInteger', null],
  ['-0', null, null],
  ['1e-999', null, null],
  ['', 'emptyValue', 'emptyValue'],
  ['   ', 'emptyValue', 'emptyValue'],
  ['abc', 'notNumber', 'notNumber'],
  ['约960', 'notNumber', 'notNumber'],
  ['0x10', 'notNumber', 'notNumber'],
  ['12%', 'notNumber', 'notNumber'],
  ['1,000', 'notNumber', 'notNumber'],
  ['\uff11\uff12', 'notNumber', 'notNumber'],
  ['true', 'notNumber', 'notNumber'],
  ['1e', 'notNumber', 'notNumber'],
  ['.', 'notNumber', 'notNumber'],
  ['NaN', 'notFinite', 'notFinite'],
  ['inf', 'notFinite', 'notFinite'],
  ['-Infinity', 'notFinite', 'notFinite'],
  ['1e400', 'notFinite', 'notFinite'],
  ['-1', 'negative', 'negative'],
  ['-0.5', 'negative', 'negative'],
  ['9007199254740991', null, null],
  ['9007199254740992', 'outOfRange', 'outOfRange'],
  ['1e300', 'outOfRange', 'outOfRange'],
  ['9007199254740992.5', 'notInteger', 'outOfRange'],
]

const expectedOf = (place: string, reason: string | null) => (reason ? [`${place} ${reason}`] : [])

test.each(inFile)('in a file “%s” is as a count %s, as an amount %s', (value, count, amount) => {
  // Both denominators are large enough for every value that passes.
  expect(inCsv([`L1P1-A1,onlineItems,${value}`, 'L1P1-A1,totalItems,9007199254740991'])).toEqual(
    expectedOf('L1P1-A1 onlineItems', count),
  )
  expect(inCsv([`L2P1-A3,monitoredPipelines,${value}`, 'L2P1-A3,pipelines,9007199254740991'])).toEqual(
    expectedOf('L2P1-A3 monitoredPipelines', amount),
  )
})

const inProgram: [value: unknown, reason: string | null][] = [
  [7, null],
  [5.0, null],
  [-0, null],
  [null, 'emptyValue'],
  ['', 'emptyValue'],
  [' ', 'emptyValue'],
  ['7', 'notNumber'],
  [true, 'notNumber'],
  [[7], 'notNumber'],
  [Number.NaN, 'notFinite'],
  [Number.POSITIVE_INFINITY, 'notFinite'],
  [Number.NEGATIVE_INFINITY, 'notFinite'],
  [-1, 'negative'],
  [0.5, 'notInteger'],
  [2 ** 53, 'outOfRange'],
]

test.each(inProgram)('in JSON the value %j of a count is %s', (value, reason) => {
  expect(inJson({ 'L1P1-A1': { onlineItems: value, totalItems: 9007199254740991 } })).toEqual(
    expectedOf('L1P1-A1 onlineItems', reason),
  )
})

describe('yes or no', () => {
  const both = (value: unknown) => inJson({ 'L3P2-A3': { eventReduction: value, organizationReduction: true } })

  test.each([1, 0, 'true', [], {}])('%j is none in JSON', (value) => {
    expect(both(value)).toEqual(['L3P2-A3 eventReduction notBoolean'])
  })

  test.each(['TRUE', 'False', ' true '])('“%s” is one in a file', (value) => {
    expect(inCsv([`L3P2-A3,eventReduction,${value}`, 'L3P2-A3,organizationReduction,true'])).toEqual([])
  })

  test.each(['yes', '1', '是'])('“%s” is none in a file', (value) => {
    expect(inCsv([`L3P2-A3,eventReduction,${value}`, 'L3P2-A3,organizationReduction,true'])).toEqual([
      'L3P2-A3 eventReduction notBoolean',
    ])
  })
})

describe('options', () => {
  const operator = (value: unknown) => inJson({ 'L8P1-A3': { longTermMechanism: 'none', operator: value } })
  const set = (value: unknown) => inJson({ 'L1P3-A2': { crossRegionServices: value } })

  test.each(['Present', 'present ', 5, ['present']])('%j is no choice', (value) => {
    expect(operator(value)).toEqual(['L8P1-A3 operator unknownOption'])
  })

  test('an empty choice is empty', () => {
    expect(operator('')).toEqual(['L8P1-A3 operator emptyValue'])
  })

  test.each<[unknown, string | null]>([
    [[], null],
    [['transfer'], null],
    ['transfer', 'notList'],
    [5, 'notList'],
    [null, 'emptyValue'],
    ['', 'emptyValue'],
    [['transfer', 'nonsense', 'transfer'], 'unknownOption'],
    [['transfer', 1], 'unknownOption'],
    [['transfer', 'transfer'], 'duplicateOption'],
  ])('in JSON the set %j is %s', (value, reason) => {
    expect(set(value)).toEqual(expectedOf('L1P3-A2 crossRegionServices', reason))
  })

  test.each<[string, string | null]>([
    ['', null],
    [' ; ;', null],
    ['transfer; eligibility ;', null],
    ['Transfer', 'unknownOption'],
    ['transfer,eligibility', 'unknownOption'],
    ['transfer;transfer', 'duplicateOption'],
  ])('in a file the set “%s” is %s', (value, reason) => {
    expect(inCsv([`L1P3-A2,crossRegionServices,${value}`])).toEqual(expectedOf('L1P3-A2 crossRegionServices', reason))
  })
})

describe('rates and the survey', () => {
  const rates =
    'L2P1-A2,dispatchAccuracy,90;L2P1-A2,onTimeRate,80;L2P1-A2,closureRate,90;L2P1-A2,coveredArea,9;L2P1-A2,builtUpArea,10'

  test.each<[string, string | null]>([
    ['100', null],
    ['100.0', null],
    ['100.0000000000000000001', 'outOfRange'],
    ['-0.1', 'negative'],
    ['95%', 'notNumber'],
  ])('a rate of %s is %s', (value, reason) => {
    expect(inCsv([`L2P1-A2,filingRate,${value}`, ...rates.split(';')], 'county')).toEqual(
      expectedOf('L2P1-A2 filingRate', reason),
    )
  })

  test.each<[string, string | null]>([
    ['85.5', null],
    ['', null],
    ['100.1', 'outOfRange'],
    ['很好', 'notNumber'],
  ])('a survey score of “%s” is %s', (value, reason) => {
    expect(inCsv([`L9P1,survey,${value}`])).toEqual(expectedOf('L9P1 survey', reason))
  })

  test('the id that annex A prints for its survey is none (R62)', () => {
    expect(inCsv(['L9P1,survey,80', 'L8P1,survey,80'], 'county')).toEqual(['L9P1 null unknownItem'])
  })
})
