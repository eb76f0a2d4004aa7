import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addResponse, removeResponse } from '../../../../scoring/sampling/tally/addResponse.ts'
import { mergeTallies } from '../../../../scoring/sampling/tally/mergeTallies.ts'
import { deserialise, serialise } from '../../../../scoring/sampling/tally/serialise.ts'
import { missingAt, pairAt, respondentsIn, type Tally } from '../../../../scoring/sampling/tally/tally.ts'

const items = ['A1', 'A2', 'B1', 'B2']
const empty = (): Tally => ({ items, scale: { min: 1, max: 5 }, cells: new Map() })

interface Response {
  cell: string
  weight: number
  codes: number[]
}
const response: fc.Arbitrary<Response> = fc.record({
  cell: fc.constantFrom('north|f', 'north|m', 'south|f', 'south|'),
  weight: fc.constantFrom(1, 0.1, 0.1 + 0.2, 56.8095),
  codes: fc.array(fc.constantFrom(1, 2, 3, 4, 5, 97, 98, 99), { minLength: 4, maxLength: 4 }),
})
const add = (tally: Tally, { cell, weight, codes }: Response) => addResponse(tally, cell, weight, codes)
const remove = (tally: Tally, { cell, weight, codes }: Response) => removeResponse(tally, cell, weight, codes)
const tallyOf = (responses: Response[]) => {
  const tally = empty()
  for (const one of responses) add(tally, one)
  return tally
}

describe('tally', () => {
  it('counts by cell and base weight as a direct count does', () => {
    fc.assert(
      fc.property(fc.array(response, { maxLength: 40 }), (responses) => {
        const tally = tallyOf(responses)
        expect(respondentsIn(tally)).toBe(responses.length)
        for (const [cell, weights] of tally.cells)
          for (const [weight, counts] of weights) {
            const own = responses.filter((one) => one.cell === cell && one.weight === weight).map(({ codes }) => codes)
            expect(counts[0]).toBe(own.length)
            for (let j = 0; j < 4; j += 1) {
              expect([...counts.subarray(missingAt(j), missingAt(j) + 3)]).toEqual(
                [97, 98, 99].map((code) => own.filter((codes) => codes[j] === code).length),
              )
              for (let k = j; k < 4; k += 1) {
                const both = own.filter((codes) => codes[j]! <= 5 && codes[k]! <= 5)
                const sum = (term: (codes: number[]) => number) => both.reduce((total, codes) => total + term(codes), 0)
                expect([...counts.subarray(pairAt(4, j, k), pairAt(4, j, k) + 4)]).toEqual([
                  both.length,
                  sum((codes) => codes[j]!),
                  sum((codes) => codes[k]!),
                  sum((codes) => codes[j]! * codes[k]!),
                ])
              }
            }
          }
      }),
    )
  })

  it('is the same to the bit after any order of additions, merges and removals', () => {
    const marked = fc.array(fc.tuple(response, fc.boolean(), fc.nat(2), fc.nat()), { maxLength: 40 })
    fc.assert(
      fc.property(marked, (all) => {
        const kept = tallyOf(all.filter(([, excluded]) => !excluded).map(([one]) => one))
        // Three nodes, each with its own order; what is excluded goes after the merge.
        const nodes = [0, 1, 2].map((node) =>
          tallyOf(
            all
              .filter(([, , own]) => own === node)
              .sort((a, b) => a[3] - b[3])
              .map(([one]) => one),
          ),
        )
        const merged = mergeTallies(nodes[2]!, nodes[0]!, nodes[1]!)
        for (const [one, excluded] of all.toReversed()) if (excluded) remove(merged, one)
        expect(serialise(merged)).toBe(serialise(kept))
        expect(merged.cells.size).toBe(kept.cells.size)
        expect(serialise(deserialise(serialise(merged)))).toBe(serialise(kept))
      }),
    )
  })

  it('leaves the tallies it merges alone', () => {
    const one = tallyOf([{ cell: 'a', weight: 1, codes: [1, 2, 3, 4] }])
    const before = serialise(one)
    add(mergeTallies(one, one), { cell: 'a', weight: 1, codes: [5, 5, 5, 5] })
    expect(serialise(one)).toBe(before)
  })

  it('refuses to remove what is not in it, and stays as it was', () => {
    const tally = tallyOf([{ cell: 'a', weight: 1, codes: [1, 2, 98, 4] }])
    const before = serialise(tally)
    for (const other of [
      { cell: 'b', weight: 1, codes: [1, 2, 98, 4] },
      { cell: 'a', weight: 2, codes: [1, 2, 98, 4] },
      { cell: 'a', weight: 1, codes: [1, 2, 97, 4] },
      { cell: 'a', weight: 1, codes: [1, 3, 98, 4] },
    ]) {
      expect(() => remove(tally, other)).toThrow(RangeError)
      expect(serialise(tally)).toBe(before)
    }
  })

  it('refuses codes and weights that cannot be', () => {
    const tally = empty()
    const codes = [1, 2, 3, 4]
    for (const wrong of [
      [1, 2, 3],
      [0, 2, 3, 4],
      [6, 2, 3, 4],
      [1.5, 2, 3, 4],
      [1, 2, 3, 100],
      [Number.NaN, 2, 3, 4],
    ])
      expect(() => addResponse(tally, 'a', 1, wrong)).toThrow(RangeError)
    for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => addResponse(tally, 'a', weight, codes)).toThrow(RangeError)
    expect(tally.cells.size).toBe(0)
  })

  it('refuses to merge tallies of different items', () => {
    const other: Tally = { items: ['A1', 'A2', 'B2', 'B1'], scale: { min: 1, max: 5 }, cells: new Map() }
    expect(() => mergeTallies(empty(), other)).toThrow(RangeError)
  })

  it('refuses text that is no serialised tally', () => {
    expect(() => deserialise('{"items":["A1"]}')).toThrow()
    const short = serialise(tallyOf([{ cell: 'a', weight: 1, codes: [1, 2, 3, 4] }])).replace(
      '"counts":[1,',
      '"counts":[',
    )
    expect(() => deserialise(short)).toThrow(RangeError)
  })
})
