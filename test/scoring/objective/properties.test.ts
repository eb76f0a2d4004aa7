import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entriesOfRows, type FactRow } from '../../../scoring/objective/entry.ts'
import { scoreRegion } from '../../../scoring/result/total.ts'
import { inputsOf, isComposed, kindOf } from '../../../scoring/standard/evaluate.ts'
import type { Formula } from '../../../scoring/standard/formula.ts'
import { mostOf } from '../../../scoring/standard/item.ts'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { itemsOf, madeUpFacts } from './madeUpFacts.ts'

const runs = { seed: 33356, numRuns: process.env.TIYAN_LONG === '1' ? 2000 : 60 }
const anySeed = fc.integer({ min: 0, max: 2 ** 31 - 1 })

const score = (scheme: Scheme, facts: readonly FactRow[], survey: number | null = 70, normalizeShares = false) =>
  scoreRegion(
    scheme,
    { facts: entriesOfRows(facts), survey: survey === null ? [] : [{ row: null, score: survey }] },
    { normalizeShares },
  )

function resultOf(scheme: Scheme, facts: readonly FactRow[], survey?: number | null) {
  const { result, errors } = score(scheme, facts, survey)
  if (!result) throw new Error(errors.map(({ message }) => message.en).join('\n'))
  return result
}

const rounding = 1e-9
const pointsOf = ({ items, deductions }: ReturnType<typeof resultOf>, id: string) =>
  items[id] ?? deductions.items[id] ?? null

/** Inputs that make the score no better as they grow: what others are divided by, and what is bad in itself. */
const wholes = (formula: Formula): string[] => {
  if (!isComposed(formula)) return []
  const own = formula.kind === 'ratio' ? inputsOf(formula.b).map(({ key }) => key) : []
  return [...own, ...kindOf(formula).parts(formula).flatMap(wholes)]
}
const bad = new Set(['reviewMissed', 'leakIncidents', 'nonCompliantSystems'])

describe.each(Object.values(schemes))('the scheme $id', (scheme) => {
  const items = itemsOf(scheme)

  test('scores lie between 0 and their maximum, the total within its bounds; complete, both bounds are the total', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const result = resultOf(scheme, madeUpFacts(scheme, seed))
        for (const { item } of items) {
          const points = pointsOf(result, item.id)
          expect(points, item.id).not.toBeNull()
          expect(points ?? -1, item.id).toBeGreaterThanOrEqual(0)
          expect(points ?? 999, item.id).toBeLessThanOrEqual(mostOf(item) + rounding)
        }
        expect(result.complete).toBe(true)
        expect(result.bounds.total).toEqual([result.total, result.total])
        expect(result.bounds.totalRaw).toEqual([result.totalRaw, result.totalRaw])
      }),
      runs,
    )
  })

  test('a better fact never lowers a score, nor raises a deduction', () => {
    fc.assert(
      fc.property(anySeed, fc.nat(), (seed, place) => {
        const facts = madeUpFacts(scheme, seed)
        const at = place % facts.length
        const row = facts[at]
        const item = items.find((one) => one.item.id === row?.indicator)?.item
        const better = row && item && improved(item.inputs, facts, row)
        if (!row || !item || better === undefined) return
        if (wholes(item.formula).includes(row.input)) return
        const isBad = bad.has(row.input)
        const before = pointsOf(resultOf(scheme, facts), item.id) ?? 0
        const { result } = score(scheme, facts.with(at, { ...row, value: better }))
        // More of it may pass a limit (a sum, a whole): then there is no score to compare.
        if (!result) return
        const change = (pointsOf(result, item.id) ?? 0) - before
        const improvement = item.kind === 'deduction' ? -change : change
        expect(
          isBad ? -improvement : improvement,
          `${item.id} ${row.input}: ${row.value} → ${better}`,
        ).toBeGreaterThanOrEqual(-rounding)
      }),
      { ...runs, numRuns: runs.numRuns * 4 },
    )
  })

  test('what is missing never beats nothing: the bounds hold whatever it turns out to be, the lowest as if it were 0', () => {
    fc.assert(
      fc.property(anySeed, fc.nat(), fc.boolean(), (seed, place, withSurvey) => {
        const facts = madeUpFacts(scheme, seed)
        const left = items[place % items.length]
        if (!left) return
        const { item, indicator } = left
        const whole = resultOf(scheme, facts)
        const rest = facts.filter((row) => row.indicator !== item.id)
        // A fact that others share is still given by them, or else they are in part.
        const { result } = score(scheme, rest, withSurvey ? 70 : null)
        if (!result) return
        expect(result.total).toBe(null)
        expect(result.missing).toContain(item.id)
        const [lowest, highest] = result.bounds.total
        expect(lowest).toBeLessThanOrEqual((whole.total ?? Number.NaN) + rounding)
        expect(highest).toBeGreaterThanOrEqual((whole.total ?? Number.NaN) - rounding)
        const most = item.kind === 'deduction' ? mostOf(item) : (mostOf(item) * indicator.weight) / 100
        const [rawLow, rawHigh] = result.bounds.totalRaw
        expect(rawHigh - rawLow).toBeCloseTo(most + (withSurvey ? 0 : 40), 9)
      }),
      { ...runs, numRuns: runs.numRuns * 2 },
    )
  })

  test('the order of rows is irrelevant', () => {
    fc.assert(
      fc.property(anySeed, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (seed, order) => {
        const facts = madeUpFacts(scheme, seed, 0.8)
        const shuffled = facts
          .map((row) => ({ row, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row)
        expect(score(scheme, shuffled)).toEqual(score(scheme, facts))
      }),
      { ...runs, numRuns: runs.numRuns / 2 },
    )
  })

  test('the parts add up: items to L2s, L2s by weight to L1s, these to the total', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const result = resultOf(scheme, madeUpFacts(scheme, seed))
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
        for (const { id, kind, weight, indicators } of scheme.dimensions) {
          if (kind === 'subjective') continue
          const scores = indicators.map((indicator) =>
            sum(indicator.items.map(({ id }) => pointsOf(result, id) ?? Number.NaN)),
          )
          if (kind === 'deduction') expect(result.deductions.total).toBeCloseTo(sum(scores), 9)
          else
            expect((result.dimensions[id] ?? Number.NaN) * weight).toBeCloseTo(
              sum(scores.map((one, at) => one * (indicators[at]?.weight ?? 0))),
              7,
            )
        }
        expect(result.totalRaw).toBeCloseTo(
          (result.objective ?? 0) + (result.subjective ?? 0) - (result.deductions.total ?? 0),
          9,
        )
        expect(result.total).toBe(Math.max(0, result.totalRaw ?? Number.NaN))
      }),
      runs,
    )
  })
})

/** The value made better by one step; undefined where there is none. */
function improved(
  inputs: readonly { key: string; type: string; options?: { key: string }[]; atMost?: string }[],
  facts: readonly FactRow[],
  { indicator, input, value }: FactRow,
): string | undefined {
  const asked = inputs.find(({ key }) => key === input)
  if (!asked) return undefined
  if (asked.type === 'boolean') return 'true'
  const keys = asked.options?.map(({ key }) => key) ?? []
  if (asked.type === 'choice') return keys[Math.min(keys.length - 1, keys.indexOf(value) + 1)]
  if (asked.type === 'set') {
    const chosen = value === '' ? [] : value.split(';')
    const more = keys.find((key) => !chosen.includes(key))
    return more === undefined ? value : [...chosen, more].join(';')
  }
  if (asked.type === 'percent') return String(Math.min(100, Number(value) + 7.5))
  const whole = facts.find((row) => row.indicator === indicator && row.input === asked.atMost)
  const next = Number(value) + (asked.type === 'count' ? 1 : 0.5)
  return String(whole ? Math.min(Number(whole.value), next) : next)
}
