import { expect, test } from 'vitest'
import { departmentsOf } from '../../../scoring/analysis/departments.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'

test('an item has its own department, else that of its indicator or dimension, else the source of its facts', () => {
  const entered = { L1: 'whole', L1P2: 'indicator', 'L1P1-A1': 'item', D1: 'survey' }
  const found = departmentsOf(schemes.city, entered, (item) => `source of ${item}`, ['D1', 'D2'])
  expect(found['L1P1-A1']).toBe('item')
  expect(found['L1P2-A1']).toBe('indicator')
  expect(found.L1P3).toBe('whole')
  expect(found['L2P1-A1']).toBe('source of L2P1-A1')
  expect([found.D1, found.D2]).toEqual(['survey', undefined])
})
