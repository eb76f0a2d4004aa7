import { describe, expect, test } from 'vitest'
import { reasons } from '../../../scoring/objective/problem.ts'
import { checkedCsv, inCsv, inJson } from './problemsOf.ts'

describe('names', () => {
  test('an unknown item is named once, an unknown input each time', () => {
    expect(inJson({ 'L1P99-A1': { a: 1, b: 2 }, 'L1P1-A1': { x: 1, y: 'z' } })).toEqual([
      'L1P99-A1 null unknownItem',
      'L1P1-A1 x unknownInput',
      'L1P1-A1 y unknownInput',
    ])
  })

  test('an item of the other scheme is unknown', () => {
    expect(inJson({ 'L1P10-A1': { propertyServices: [], convenienceServices: [] } }, 'county')).toEqual([
      'L1P10-A1 null unknownItem',
    ])
  })
})

describe('what is not given', () => {
  test('an item without any of its own is not provided and no error', () => {
    expect(inJson({ 'L1P2-A2': {}, 'L1P1-A2': { totalItems: 5 } })).toEqual([])
    expect(checkedCsv(['L1P1-A2,totalItems,5']).steps).toEqual({})
  })

  test('an item given in part is an error on each of what is missing', () => {
    expect(inJson({ 'L1P5-A2': { teachers: 5 } })).toEqual([
      'L1P5-A2 teachersWithSpace missingInput',
      'L1P5-A2 studentsWithSpace missingInput',
      'L1P5-A2 students missingInput',
    ])
  })

  test('a value that is wrong is not missing', () => {
    expect(inJson({ 'L1P1-A2': { oneStopItems: null } })).toEqual([
      'L1P1-A2 oneStopItems emptyValue',
      'L1P1-A2 totalItems missingInput',
    ])
  })

  test('the update cycle is needed only of a map that is updated, and must be right in any case (R31)', () => {
    const areas = { builtUpMappedArea: 1, builtUpArea: 1, planningMappedArea: 1, planningArea: 1 }
    expect(inJson({ 'L4P2-A1': { ...areas, mapUpdated: false } })).toEqual([])
    expect(inJson({ 'L4P2-A1': { ...areas, mapUpdated: true } })).toEqual(['L4P2-A1 updateCycle missingInput'])
    expect(inJson({ 'L4P2-A1': { ...areas, mapUpdated: 1 } })).toEqual(['L4P2-A1 mapUpdated notBoolean'])
    expect(inJson({ 'L4P2-A1': { ...areas, mapUpdated: false, updateCycle: -1 } })).toEqual([
      'L4P2-A1 updateCycle negative',
    ])
    expect(inJson({ 'L4P2-A1': { ...areas, mapUpdated: false, updateCycle: 0 } })).toEqual([
      'L4P2-A1 updateCycle zeroDenominator',
    ])
  })
})

describe('shared facts (R9)', () => {
  test('may be given once, in any of the items', () => {
    const { steps, problems } = checkedCsv(['L1P1-A1,onlineItems,1', 'L1P1-A2,oneStopItems,2', 'L1P1-A3,totalItems,4'])
    expect(problems).toEqual([])
    expect(Object.keys(steps)).toEqual(['L1P1-A1', 'L1P1-A2'])
    expect(steps['L1P1-A1']?.facts.totalItems).toEqual({ text: '4', exact: { n: 4n, d: 1n } })
  })

  test('may be repeated, also in another spelling', () => {
    expect(
      inCsv(['L1P1-A1,onlineItems,1', 'L1P1-A1,totalItems,4', 'L1P1-A2,oneStopItems,1', 'L1P1-A2,totalItems,4.0']),
    ).toEqual([])
  })

  test('in conflict: blamed on the later item, whatever the order of rows', () => {
    const rows = ['L1P1-A2,oneStopItems,1', 'L1P1-A2,totalItems,5', 'L1P1-A1,onlineItems,1', 'L1P1-A1,totalItems,4']
    expect(inCsv(rows)).toEqual(['L1P1-A2 totalItems sharedConflict'])
    expect(inCsv(rows.toReversed())).toEqual(['L1P1-A2 totalItems sharedConflict'])
  })

  test('the same key in another L2 is another fact', () => {
    expect(
      inJson({ 'L1P4-A3': { healthRecords: 1, residents: 5 }, 'L1P7-A2': { registeredUsers: 1, residents: 6 } }),
    ).toEqual([])
  })

  test('a part is held against the shared whole', () => {
    expect(inJson({ 'L1P1-A1': { totalItems: 4 }, 'L1P1-A2': { oneStopItems: 5 } })).toEqual([
      'L1P1-A2 oneStopItems exceeds',
    ])
  })
})

describe('parts and wholes', () => {
  test('a part above a whole of nothing: both are wrong', () => {
    expect(inJson({ 'L1P2-A2': { realtimeIntersections: 1, signalIntersections: 0 } })).toEqual([
      'L1P2-A2 realtimeIntersections exceeds',
      'L1P2-A2 signalIntersections zeroDenominator',
    ])
  })

  test('every divisor of nothing is named, also beside a value that is wrong', () => {
    expect(inJson({ 'L1P2-A3': { forecastLines: 0, busLines: 0, electronicSigns: 'x', busStops: 0 } })).toEqual([
      'L1P2-A3 busLines zeroDenominator',
      'L1P2-A3 electronicSigns notNumber',
      'L1P2-A3 busStops zeroDenominator',
    ])
  })

  test('the same divisor of two ratios is named once', () => {
    expect(inJson({ 'L1P4-A1': { emrInstitutions: 0, interoperableInstitutions: 0, institutions: 0 } })).toEqual([
      'L1P4-A1 institutions zeroDenominator',
    ])
  })

  test('a sum above its limit is put on its first part, once', () => {
    const facts = (tertiaryRemote: number, secondaryRemote: number) => ({
      'L1P4-A4': { tertiaryRemote, secondaryRemote, higherInstitutions: 10 },
    })
    expect(inJson(facts(6, 5))).toEqual(['L1P4-A4 tertiaryRemote exceeds'])
    expect(inJson(facts(11, 0))).toEqual(['L1P4-A4 tertiaryRemote exceeds'])
    expect(inJson(facts(10, 0))).toEqual([])
  })
})

describe('the same input in two rows', () => {
  test('is an error of the later row, unless that is wrong by itself', () => {
    const { problems } = checkedCsv([
      'L1P8-A2,communities,5',
      'L1P8-A2,communitiesWithPlatform,1',
      'L1P8-A2,communities,5',
    ])
    expect(problems.map(({ reason, row }) => [reason, row])).toEqual([['duplicateInput', 4]])
    expect(inCsv(['L9P1,survey,80', 'L9P1,survey,81'])).toEqual(['L9P1 survey duplicateInput'])
    expect(inCsv(['L1P8-A2,communities,5', 'L1P8-A2,communitiesWithPlatform,1', 'L1P8-A2,communities,five'])).toEqual([
      'L1P8-A2 communities notNumber',
    ])
  })
})

test('all problems of a region are listed, in the order of the scheme, each in both languages', () => {
  const lines = [
    'L9P1,survey,101',
    'L8P1-A3,operator,somebody',
    'L8P1-A3,longTermMechanism,none',
    'L3P2-A3,eventReduction,maybe',
    'L3P2-A3,organizationReduction,true',
    'L1P3-A2,crossRegionServices,transfer;transfer',
    'L1P1-A1,onlineItems,9',
    'L1P1-A1,totalItems,8',
    'L1P1-A2,totalItems,7',
    'L1P1-A1,colour,red',
    'L1P2-A2,realtimeIntersections,-1',
    'L1P2-A2,signalIntersections,0',
    'L0P0,input,1',
    'L1P8-A2,communities,1e999',
    'L1P8-A2,communitiesWithPlatform,1.5',
    'L6P1-A1,gdp,',
  ]
  expect(inCsv(lines)).toEqual([
    'L0P0 null unknownItem',
    'L1P1-A1 colour unknownInput',
    'L1P1-A1 onlineItems exceeds',
    'L1P1-A2 totalItems sharedConflict',
    'L1P2-A2 realtimeIntersections negative',
    'L1P2-A2 signalIntersections zeroDenominator',
    'L1P3-A2 crossRegionServices duplicateOption',
    'L1P8-A2 communitiesWithPlatform notInteger',
    'L1P8-A2 communities notFinite',
    'L3P2-A3 eventReduction notBoolean',
    'L6P1-A1 coreDigitalGdp missingInput',
    'L6P1-A1 gdp emptyValue',
    'L8P1-A3 operator unknownOption',
    'L9P1 survey outOfRange',
  ])
  const { problems } = checkedCsv(lines)
  for (const { item, reason, message } of problems) {
    expect(reasons).toContain(reason)
    expect(message.zh).toContain(item)
    expect(message.en).toContain(item)
    expect(message.zh).toMatch(/\p{Script=Han}{4}/u)
    expect(message.zh + message.en).not.toMatch(/undefined|null/)
  }
  const exceeding = problems.find(({ reason }) => reason === 'exceeds')
  expect(exceeding?.message.zh).toContain('“9”')
  expect(exceeding?.message.zh).toContain('8')
})
