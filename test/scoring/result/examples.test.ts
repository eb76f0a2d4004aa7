import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entriesOfJson, entriesOfRows } from '../../../scoring/objective/entry.ts'
import { scoreRegion } from '../../../scoring/result/total.ts'
import type { SchemeId } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { numbersOf } from './numbersOf.ts'

const folder = join(import.meta.dirname, '../../reference/objective')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const names = readdirSync(folder).filter((name) => name.includes('example') && name.endsWith('.json'))

const rowsOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line, index) => {
      const [indicator = '', input = '', value = ''] = line.split(',')
      return { row: index + 2, indicator, input, value }
    })

test.each(names)('%s agrees in every number, from JSON and from CSV', (name) => {
  const { scheme, inputs, survey, expected } = JSON.parse(read(name))
  const fromJson = scoreRegion(
    schemes[scheme as SchemeId],
    { facts: entriesOfJson(inputs), survey: [{ row: null, score: survey }] },
    { normalizeShares: false },
  )
  const rows = rowsOf(read(name.replace('.json', '.csv')))
  const fromCsv = scoreRegion(schemes[scheme as SchemeId], { facts: entriesOfRows(rows) }, { normalizeShares: false })
  for (const { result, errors } of [fromJson, fromCsv]) {
    expect(errors).toEqual([])
    const numbers = numbersOf(result)
    const wanted = numbersOf(expected)
    expect(Object.keys(numbers)).toEqual(Object.keys(wanted))
    for (const [path, value] of Object.entries(wanted))
      expect(Math.abs((numbers[path] ?? Number.NaN) - value), path).toBeLessThan(1e-9)
    expect(result?.missing).toEqual(expected.missing)
    expect(result?.complete).toBe(expected.complete)
  }
})

test('there are examples to compare with', () => {
  expect(names.length).toBeGreaterThanOrEqual(4)
})
