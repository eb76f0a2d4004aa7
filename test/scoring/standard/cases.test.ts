import { describe, expect, test } from 'vitest'
import { entriesOfJson } from '../../../scoring/objective/entry.ts'
import { scoreRegion } from '../../../scoring/result/total.ts'
import type { SchemeId } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Cases } from './cases/case.ts'
import { cityFoundations } from './cases/cityFoundations.ts'
import { cityGovernance } from './cases/cityGovernance.ts'
import { cityServices } from './cases/cityServices.ts'
import { cityServicesMore } from './cases/cityServicesMore.ts'
import { county } from './cases/county.ts'

const all: Record<SchemeId, Cases> = {
  city: { ...cityServices, ...cityServicesMore, ...cityGovernance, ...cityFoundations },
  county,
}

describe.each(Object.values(schemes))('cases of the scheme $id', (scheme) => {
  const cases = all[scheme.id]

  test('every item has an ordinary case and one at an edge', () => {
    const ids = scheme.dimensions.flatMap(({ indicators }) =>
      indicators.flatMap(({ items }) => items.map(({ id }) => id)),
    )
    expect(Object.keys(cases).sort()).toEqual(ids.sort())
  })

  test.each(
    Object.entries(cases).flatMap(([id, list]) =>
      list.map(([name, facts, expected]) => ({ id, name, facts, expected })),
    ),
  )('$id: $name', ({ id, facts, expected }) => {
    const { result, errors } = scoreRegion(
      scheme,
      { facts: entriesOfJson({ [id]: facts }) },
      { normalizeShares: false },
    )
    if (typeof expected === 'string') {
      expect(errors.map(({ item, reason, key }) => [item, `${reason} ${key}`])).toEqual([[id, expected]])
    } else {
      expect(errors).toEqual([])
      expect(result?.items[id] ?? result?.deductions.items[id]).toBeCloseTo(expected, 12)
    }
  })
})
